import type { Sentence } from '../../../language/document.js';
import type { Range } from '../../../language/noun-phrase.js';
import { beForms } from '../../../language/words.js';
import type { Attribution } from '../attribution.js';
import type { RightSide } from '../content.js';
import { contentEnd } from '../content-end.js';
import { senseTaking } from '../content-frames.js';
import type { CueGroup } from '../cues.js';
import { stretch } from '../stretch.js';
import { cueAttribution } from './cue-attribution.js';

/** Units between a cue and the verb of what holds it, at most: "told residents on Monday | was that". */
const reach = 12;

/** A pseudo-cleft, "What the memo found was that A": what follows the second verb is what the first would have. */
export function attributeCleft(
  sentence: Sentence,
  group: CueGroup,
  speaker: Range,
  right: RightSide,
): Attribution | null {
  const { units } = sentence;
  const sense = senseTaking(group, 'ctq');
  if (!sense || units[speaker.start - 1]?.lower !== 'what') return null;
  for (let k = group.end; k < Math.min(units.length - 2, group.end + reach); k += 1) {
    if (!beForms.has(units[k]!.lower) || !/^(?:that|how|this)$/.test(units[k + 1]!.lower)) continue;
    const end = contentEnd(units, k + 1, true, group.start);
    if (end <= k + 2) return null;
    return cueAttribution(sentence, group, {
      sense,
      speaker,
      content: [stretch(units, k + 1, end)],
      right,
      rule: 'speaker-cue-content',
      confidence: 0.85,
    });
  }
  return null;
}
