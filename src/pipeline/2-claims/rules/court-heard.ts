import type { Sentence } from '../../../language/document.js';
import { chunkEnd } from '../../../language/noun-phrase.js';
import { hasFiniteVerb, isComma, isFinalMark } from '../../../language/words.js';
import { Attitude, CueClass } from '../../values.js';
import type { Attribution } from '../attribution.js';
import { noVerb } from '../cue-grammar.js';
import { stretch } from '../stretch.js';

const hearing = /^(?:court|inquest|tribunal|inquiry|hearing|jury|jurors|magistrates|panel)$/;

/**
 * "He lit the fire himself, a court has heard.": what was said there by somebody who is not named. @returns null where the sentence
 * does not end so
 */
export function attributeCourtHeard({ units, paragraph }: Sentence): Attribution | null {
  let last = units.length;
  while (last > 0 && isFinalMark(units[last - 1]!)) last -= 1;
  const isTold = units[last - 1]?.lower === 'told' && /^(?:was|were)$/.test(units[last - 2]?.lower ?? '');
  const isHeard = units[last - 1]?.lower === 'heard';
  if (!isTold && !isHeard) return null;
  let verb = last - 1;
  while (/^(?:has|have|was|were|also|been)$/.test(units[verb - 1]?.lower ?? '')) verb -= 1;
  let comma = verb - 1;
  while (comma > verb - 8 && comma > 0 && !isComma(units[comma])) comma -= 1;
  if (comma < 3 || !isComma(units[comma]) || chunkEnd(units, comma + 1) !== verb) return null;
  if (!hearing.test(units[verb - 1]!.lower) || !hasFiniteVerb(units, 0, comma)) return null;
  return {
    content: [stretch(units, 0, comma)],
    cue: { ...stretch(units, verb, last), class: CueClass.NEUTRAL, entry: null, grammar: noVerb },
    speaker: null,
    attitude: Attitude.SPEECH,
    hops: [],
    rule: 'court-heard',
    confidence: 0.7,
    paragraph,
    opensBlock: false,
  };
}
