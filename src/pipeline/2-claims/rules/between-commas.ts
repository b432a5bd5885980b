import type { Sentence } from '../../../language/document.js';
import { isComma, isFinalMark } from '../../../language/words.js';
import { Attitude } from '../../values.js';
import type { Attribution } from '../attribution.js';
import type { CueGroup } from '../cues.js';
import { stretch } from '../stretch.js';
import { cueAttribution } from './cue-attribution.js';

/** "The ring, it is often alleged, was sold": a passive between commas, what stands around it is said by nobody named. */
export function attributeBetweenCommas(sentence: Sentence, group: CueGroup): Attribution | null {
  const { units } = sentence;
  const it = group.start - 1;
  const sense = group.senses.find(({ attitude, frames }) => attitude === Attitude.SPEECH && /[ct]/.test(frames));
  if (!sense || it < 2 || units[it]!.lower !== 'it' || !isComma(units[it - 1])) return null;
  let last = units.length;
  while (last > group.end && isFinalMark(units[last - 1]!)) last -= 1;
  const isInside = isComma(units[group.end]) && group.end + 1 < last;
  if (!isInside && group.end !== last) return null;
  const content = [stretch(units, 0, it - 1), ...(isInside ? [stretch(units, group.end + 1, last)] : [])];
  const right = { start: group.end, end: group.end, sense, after: group.end, hops: [], endsInColon: false };
  return cueAttribution(sentence, group, { sense, speaker: null, content, right, rule: 'passive', confidence: 0.7 });
}
