import type { Sentence } from '../../../language/document.js';
import { phraseEnd } from '../../../language/noun-phrase.js';
import { phraseBefore } from '../../../language/phrase-before.js';
import { isTime } from '../../../language/words.js';
import { contentBegins } from '../adverbials.js';
import type { Attribution } from '../attribution.js';
import { contentEnd } from '../content-end.js';
import type { CueGroup } from '../cues.js';
import { clausal, make, stretch } from './cue-attribution.js';

/**
 * "The Gazette was told by three officers that the cameras were off": the officers speak, and who was told is a hop where it
 * is a medium.
 * Known failure: content in front ("A, the Gazette was told by B").
 */
export function attributeToldBy(sentence: Sentence, group: CueGroup): Attribution | null {
  const { units } = sentence;
  const sense = clausal(group, 'a');
  if (!sense || units[group.end]?.lower !== 'by') return null;
  const end = phraseEnd(units, group.end + 1);
  if (end === group.end + 1) return null;
  let start = end;
  while (isTime(units[start])) start += 1;
  const told = phraseBefore(units, group.start);
  if (!told || !contentBegins(units, start)) return null;
  const stop = contentEnd(units, start, true, group.start);
  if (stop <= start) return null;
  const hops = [
    { ...stretch(units, told.start, told.end), cue: units[group.verb]!.lower, kind: 'TOLD', rule: 'told' } as const,
  ];
  const right = { start, end: stop, sense, after: stop, hops, endsInColon: false };
  const speaker = { start: group.end + 1, end };
  return make(sentence, group, sense, speaker, [stretch(units, start, stop)], right, 'passive', 0.8);
}
