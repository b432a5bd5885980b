import type { Sentence, Unit } from '../../../language/document.js';
import { clauseFollows, phraseEnd } from '../../../language/noun-phrase.js';
import { phraseBefore } from '../../../language/phrase-before.js';
import { isComma, isTime } from '../../../language/words.js';
import { contentBegins, skipAdverbials } from '../adverbials.js';
import type { Attribution } from '../attribution.js';
import { contentEnd } from '../content-end.js';
import { senseTaking } from '../content-frames.js';
import type { CueGroup } from '../cues.js';
import { contentBefore } from './content-before.js';
import { stretch } from '../stretch.js';
import { cueAttribution } from './cue-attribution.js';

/** Units of an apposition to whoever told it, at most. */
const longestApposition = 10;

/** "by | ruling party lawmakers | that": also where the tagger saw no noun phrase. */
function agentEnd(units: readonly Unit[], from: number): number {
  const end = phraseEnd(units, from);
  if (end > from) return end;
  for (let k = from + 1; k < from + 6; k += 1) if (units[k]?.lower === 'that') return k;
  return from;
}

/**
 * "The Gazette was told by three officers that the cameras were off": the officers speak, and who was told is a hop where it
 * is a medium. The content may stand in front: "A, the Gazette was told by B".
 */
export function attributeToldBy(sentence: Sentence, group: CueGroup): Attribution | null {
  const { units } = sentence;
  const tellingSense = senseTaking(group, 'a');
  const sense = tellingSense ?? senseTaking(group, 'ct');
  if (!sense || units[group.end]?.lower !== 'by') return null;
  const end = agentEnd(units, group.end + 1);
  if (end === group.end + 1) return null;
  let start = end;
  while (isTime(units[start])) start += 1;
  // "by an examiner, Sgt. Nils Ahlgren, that"
  if (isComma(units[start]))
    for (let k = start + 1; k < start + longestApposition && k + 1 < units.length; k += 1)
      if (isComma(units[k]) && units[k + 1]!.lower === 'that') start = k + 1;
  const audience = tellingSense ? phraseBefore(units, group.start) : null;
  const isAudienceUnnamed =
    !audience &&
    (!tellingSense || /^(?:being|to)$/.test(units[group.start]!.lower) || units[group.start - 1]?.lower === 'to');
  if (!audience && !isAudienceUnnamed) return null;
  const hops = audience
    ? [
        {
          ...stretch(units, audience.start, audience.end),
          cue: units[group.verb]!.lower,
          kind: 'TOLD',
          rule: 'told',
        } as const,
      ]
    : [];
  // "We were told by the bunker | they had it"
  const contentFollows =
    contentBegins(units, start) || (tellingSense !== null && start === end && clauseFollows(units, start));
  if (!contentFollows && !audience) return null;
  if (!contentFollows && audience) {
    const tagEnd = skipAdverbials(units, start).next;
    const right = { start: tagEnd, end: tagEnd, sense, after: tagEnd, hops, endsInColon: false };
    const speaker = { start: group.end + 1, end };
    return contentBefore(sentence, group, speaker, audience.start, tagEnd, right, 0, 'content-speaker-cue');
  }
  const stop = contentEnd(units, start, true, group.start);
  if (stop <= start) return null;
  const right = { start, end: stop, sense, after: stop, hops, endsInColon: false };
  const speaker = { start: group.end + 1, end };
  return cueAttribution(sentence, group, {
    sense,
    speaker,
    content: [stretch(units, start, stop)],
    right,
    rule: 'passive',
    confidence: 0.8,
  });
}
