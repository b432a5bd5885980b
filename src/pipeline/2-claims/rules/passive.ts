import type { Sentence } from '../../../language/document.js';
import { clauseFollows } from '../../../language/noun-phrase.js';
import type { Attribution } from '../attribution.js';
import { senseTaking } from '../content-frames.js';
import type { RightSide } from '../content.js';
import type { CueGroup } from '../cues.js';
import { stretch } from '../stretch.js';
import { attributeBetweenCommas } from './between-commas.js';
import { cueAttribution } from './cue-attribution.js';
import { attributeToAgent } from './passive-agent.js';
import { attributeToldBy } from './told-by.js';

/**
 * A cue in the passive: by whom it was told where that is said, else nobody. Example: It was announced that A.
 * Known failure: "the suspect is believed to have fled", whose subject is a part of what is believed.
 */
export function attributePassive(sentence: Sentence, group: CueGroup, right: RightSide): Attribution | null {
  const { units } = sentence;
  const found =
    attributeToldBy(sentence, group) ?? attributeBetweenCommas(sentence, group) ?? attributeToAgent(sentence, group);
  if (found) return found;
  const sense = senseTaking(group, 'ct');
  if (!sense || right.end === right.start) return null;
  const isTold = group.lemma === 'tell' && clauseFollows(units, right.start);
  // "it is believed the suspect fled"
  const isImpersonal = units[group.start - 1]?.lower === 'it' && clauseFollows(units, right.start);
  if (units[right.start]!.lower !== 'that' && !isTold && !isImpersonal) return null;
  const content = [stretch(units, right.start, right.end)];
  return cueAttribution(sentence, group, { sense, speaker: null, content, right, rule: 'passive', confidence: 0.6 });
}
