import type { Sentence } from '../../../language/document.js';
import type { Attribution } from '../attribution.js';
import { assertionOf } from './own-voice.js';

const isThat = ({ units }: Sentence): boolean =>
  /^(?:that|this)$/.test(units[0]?.lower ?? '') &&
  /^(?:is|was|'s)$/.test(units[1]?.lower ?? '') &&
  units.slice(2, 5).some(({ lower }) => lower === 'according');

/**
 * "Two people died in the crash. That's according to the state news agency.": what the sentence before says, where nobody says it.
 * Known failure: "that" that means more than one sentence.
 * @param found what "according to" made of this sentence
 * @param before the sentence before it; null where somebody speaks in it
 */
export function attributeBefore(
  sentence: Sentence,
  found: readonly Attribution[],
  before: Sentence | null,
): Attribution[] {
  const content = before && sentence.paragraph - before.paragraph <= 1 && isThat(sentence) ? assertionOf(before) : null;
  if (!content) return [];
  return found
    .filter(({ rule }) => rule === 'according-to')
    .map((attribution) => ({ ...attribution, content: [content], rule: 'previous-sentence', confidence: 0.8 }));
}
