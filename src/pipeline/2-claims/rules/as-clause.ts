import type { Sentence } from '../../../language/document.js';
import { clauseFollows, type Range } from '../../../language/noun-phrase.js';
import { endBeforeMarks, isComma, isDash, isFinalMark, isQuote } from '../../../language/words.js';
import type { Attribution } from '../attribution.js';
import type { RightSide } from '../content.js';
import { senseTaking } from '../content-frames.js';
import type { CueGroup } from '../cues.js';
import { stretch } from '../stretch.js';
import { cueAttribution } from './cue-attribution.js';

/** "as the Gazette reported", not "as the audience applauded". */
const reporting = new Set('report say note write reveal announce explain observe show disclose put'.split(' '));

/**
 * "As the paper reported, the bridge was closed": what follows the comma is the content.
 * Known failure: "As the mayor said this, the bridge fell".
 */
export function attributeByAs(
  sentence: Sentence,
  group: CueGroup,
  speaker: Range,
  right: RightSide,
): Attribution | null {
  const { units } = sentence;
  const sense = senseTaking(group, 'q') ?? (reporting.has(group.lemma) ? senseTaking(group, 'c') : null);
  if (!sense || speaker.start < 1 || units[speaker.start - 1]!.lower !== 'as' || right.end > right.start) return null;
  const last = units[right.after];
  // The comma stands outside a quotation or in it.
  const before = units[speaker.start - 2];
  const isClosed = isQuote(before) && /,\s*$/.test(before!.text);
  const closes = isClosed ? speaker.start - 1 : isComma(before) && speaker.start > 4 ? speaker.start - 2 : null;
  // "…, as the Gazette first reported."
  if (
    reporting.has(group.lemma) &&
    (group.lemma === 'report' ||
      !units.slice(0, speaker.start).some(({ lower }) => /^(?:not|n't|never|no)$/.test(lower))) &&
    closes !== null &&
    (!last || isFinalMark(last)) &&
    speaker.start > 1
  )
    return cueAttribution(sentence, group, {
      sense,
      speaker,
      content: [stretch(units, 0, closes)],
      right,
      rule: 'as-speaker-cue',
      confidence: 0.7,
    });
  // "As she continued, Lee broke in": when, where nothing but a quotation could be what she said.
  if (!senseTaking(group, 'ctn') && group.lemma !== 'put' && !isQuote(units[right.after + 1])) return null;
  // "The guards — as the Gazette noted this week — even promoted it"
  const isOpened = isDash(before) || (isComma(before) && speaker.start > 4);
  const isShut = isDash(before) ? isDash(last) : isComma(last);
  if (reporting.has(group.lemma) && isOpened && isShut && units[right.after + 1]) {
    const end = endBeforeMarks(units, right.after);
    const around = [stretch(units, 0, speaker.start - 2), stretch(units, right.after + 1, end)];
    if (end > right.after + 1)
      return cueAttribution(sentence, group, {
        sense,
        speaker,
        content: around,
        right,
        rule: 'as-speaker-cue',
        confidence: 0.7,
      });
  }
  let comma = right.after;
  // "As Lee showed | in her study of it, | one train in three was late"
  for (let k = group.end; k < group.end + 15 && !isComma(units[comma]); k += 1)
    if (isComma(units[k]) && clauseFollows(units, k + 1)) comma = k;
  const isFront = speaker.start === 1 || (speaker.start === 2 && /^(?:and|but)$/.test(units[0]!.lower));
  if (!isFront || !isComma(units[comma])) return null;
  const stop = endBeforeMarks(units, right.after);
  if (stop <= comma + 3) return null;
  return cueAttribution(sentence, group, {
    sense,
    speaker,
    content: [stretch(units, comma + 1, stop)],
    right,
    rule: 'as-speaker-cue',
    confidence: 0.8,
  });
}
