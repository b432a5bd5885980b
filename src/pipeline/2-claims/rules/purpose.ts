import type { Sentence, Unit } from '../../../language/document.js';
import { clauseFollows, type Range } from '../../../language/noun-phrase.js';
import { governorOf } from '../../../language/tree.js';
import { isQuote } from '../../../language/words.js';
import { Attitude } from '../../values.js';
import type { Attribution } from '../attribution.js';
import { readRight } from '../content.js';
import type { CueGroup } from '../cues.js';
import { stretch } from '../stretch.js';
import { cueAttribution } from './cue-attribution.js';

/** "were some of | the first officials | to call on him": they did. */
const isAmongFirst = (units: readonly Unit[], to: number): boolean =>
  units.slice(Math.max(0, to - 3), to).some(({ lower }) => /^(?:first|latest|last|only)$/.test(lower)) &&
  units.slice(Math.max(0, to - 9), to).some(({ lower }) => /^(?:is|was|are|were|became|becomes)$/.test(lower));

/**
 * "Lee took to the air to say that A", "went so far as to say: “…”": what is done in order to say it is said.
 * Known failure: what was done in order to say, and was not said.
 */
export function attributeByPurpose(
  sentence: Sentence,
  group: CueGroup,
  subjectOf: (index: number) => Range | null,
): Attribution | null {
  const { units } = sentence;
  const verb = units[group.verb]!;
  const head = governorOf(units, group.verb);
  const isFirst = isAmongFirst(units, group.start);
  if (!(verb.relation === 'advcl' || isFirst) || head < 0 || head > group.verb) return null;
  if (units.slice(Math.max(0, head - 3), head).some(({ lower }) => /^(?:not|n't|never)$/.test(lower))) return null;
  const right = readRight(units, group);
  const content = units[right.start];
  if (!content || right.end === right.start || !right.sense || right.sense.attitude !== Attitude.SPEECH) return null;
  const isSaid =
    isFirst ||
    content.lower === 'that' ||
    (isQuote(content) && content.quotation!.words > 3) ||
    // "stood up | to say she only came for the sausages"
    (group.lemma === 'say' && clauseFollows(units, right.start));
  const speaker = isSaid ? subjectOf(group.start) : null;
  if (!speaker) return null;
  return cueAttribution(sentence, group, {
    sense: right.sense,
    speaker,
    content: [stretch(units, right.start, right.end)],
    right,
    rule: 'purpose',
    confidence: 0.7,
  });
}
