import type { Sentence, Unit } from '../../../language/document.js';
import { chunkEnd } from '../../../language/noun-phrase.js';
import { isComma } from '../../../language/words.js';
import { Attitude, CueClass } from '../../values.js';
import type { Attribution } from '../attribution.js';
import { contentEnd } from '../content-end.js';
import type { CueSense } from '../cue-lexicon.js';
import type { CueGroup } from '../cues.js';
import { stretch } from '../stretch.js';
import { cueAttribution } from './cue-attribution.js';
import { subjectPhrase } from './subject-phrase.js';

/** Senses that judge a thing: whoever does so in the passive voice stands behind "by". */
const judges = ({ class: cueClass, attitude, frames }: CueSense): boolean =>
  frames.includes('p') ||
  (frames.includes('n') &&
    attitude === Attitude.SPEECH &&
    (cueClass === CueClass.ACCUSATION || cueClass === CueClass.DENIAL || cueClass === CueClass.ASSERTIVE));

/** "by | the head of the board | for her temper": the agent without the reason. */
function agentEnd(units: readonly Unit[], from: number): number {
  const isCount = /^(?:many|some|others|most)$/.test(units[from]?.lower ?? '');
  let end = Math.max(chunkEnd(units, from), isCount ? from + 1 : from);
  while (end > from && /^(?:of|in|at|from|and)$/.test(units[end]?.lower ?? '') && chunkEnd(units, end + 1) > end + 1)
    end = chunkEnd(units, end + 1);
  return end;
}

/** "Marquez is accused | of plotting it", "He was criticised | for the plan": by whom is not told. */
function byNobody(sentence: Sentence, group: CueGroup, sense: CueSense): Attribution | null {
  const { units } = sentence;
  const link = units[group.end]?.lower ?? '';
  const isReason = group.lemma === 'accuse' ? link === 'of' : link === 'for' || link === 'as';
  if (!isReason || sense.class !== CueClass.ACCUSATION || /^(?:attack|blast|slam|charge|pan)$/.test(group.lemma))
    return null;
  const judged = subjectPhrase(units, group);
  const end = contentEnd(units, group.end, false, group.start);
  if (!judged || end <= group.end + 1) return null;
  const content = [stretch(units, judged.start, judged.end), stretch(units, group.end, end)];
  const right = { start: group.end, end, sense, after: end, hops: [], endsInColon: false };
  return cueAttribution(sentence, group, { sense, speaker: null, content, right, rule: 'passive', confidence: 0.5 });
}

/** Units of what something is called, at most. */
const longestPredicate = 12;

/** "The plan has been called | a gift to the rich | by its critics" */
function namedBy(sentence: Sentence, group: CueGroup): Attribution | null {
  const { units } = sentence;
  const sense = group.senses.find(({ frames }) => frames.includes('n'));
  if (!sense || !/^(?:call|label|brand|term|dub|declare|describe)$/.test(group.lemma)) return null;
  let by = group.end;
  while (by < group.end + longestPredicate && units[by] && units[by]!.lower !== 'by' && !isComma(units[by])) by += 1;
  const judged = subjectPhrase(units, group);
  const end = units[by]?.lower === 'by' ? agentEnd(units, by + 1) : by;
  if (!judged || by === group.end || end <= by + 1) return null;
  const content = [stretch(units, judged.start, judged.end), stretch(units, group.end, by)];
  const right = { start: group.end, end: by, sense, after: end, hops: [], endsInColon: false };
  return cueAttribution(sentence, group, {
    sense,
    speaker: { start: by + 1, end },
    content,
    right,
    rule: 'passive-agent',
    confidence: 0.6,
  });
}

/**
 * "The plan was panned by critics as a gift to the rich": what was judged is the subject, and what it was held to be follows the
 * agent. Known failure: acts that are no words ("was attacked by rebels").
 */
export function attributeToAgent(sentence: Sentence, group: CueGroup): Attribution | null {
  const { units } = sentence;
  const naming = namedBy(sentence, group);
  if (naming) return naming;
  const sense = group.senses.find(judges);
  if (sense && units[group.end]?.lower !== 'by') return byNobody(sentence, group, sense);
  if (!sense) return null;
  const from = group.end + 1;
  const end = agentEnd(units, from);
  const judged = subjectPhrase(units, group);
  if (end === from || !judged || !/^(?:PROPN|NOUN|PRON|DET|ADJ)$/.test(units[from]!.pos)) return null;
  const link = units[end]?.lower ?? '';
  const hasReason = link === 'as' || link === 'for' || (link === 'of' && sense.class === CueClass.ACCUSATION);
  const isNamed = !units.slice(judged.start, judged.end).every(({ pos }) => pos === 'PRON');
  const isViewed = sense.frames.includes('p');
  if (!hasReason && (!isNamed || isViewed)) return null;
  // "attacked by rebels": only with a reason is it words for certain.
  if (/^(?:attack|blast|slam|back|defend)$/.test(group.lemma) && !hasReason) return null;
  const stop = hasReason ? contentEnd(units, end, false, group.start) : end;
  const content = [stretch(units, judged.start, judged.end), ...(stop > end ? [stretch(units, end, stop)] : [])];
  const right = { start: end, end: stop, sense, after: stop, hops: [], endsInColon: false };
  return cueAttribution(sentence, group, {
    sense,
    speaker: { start: from, end },
    content,
    right,
    rule: 'passive-agent',
    confidence: 0.6,
  });
}
