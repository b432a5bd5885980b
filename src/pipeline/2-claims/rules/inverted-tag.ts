import type { Sentence, Unit } from '../../../language/document.js';
import { clauseFollows, phraseEnd, shortQuote } from '../../../language/noun-phrase.js';
import { phraseBefore } from '../../../language/phrase-before.js';
import { treeSubjectAfter } from '../../../language/tree.js';
import { hasFiniteVerb, isComma, isDash, isFinalMark, isQuote, isTime } from '../../../language/words.js';
import { skipAdverbials } from '../adverbials.js';
import type { Attribution } from '../attribution.js';
import { senseTaking } from '../content-frames.js';
import type { RightSide } from '../content.js';
import type { CueGroup } from '../cues.js';
import { contentBefore } from './content-before.js';

const endsSentence = (units: readonly Unit[], end: number): boolean => !units[end] || isFinalMark(units[end]);

/** "suggests a trial | published on Thursday in the Lancet": what ends the sentence tells of whoever speaks. */
const endsInParticiple = (units: readonly Unit[], from: number): boolean =>
  units.slice(from - 1, from + 1).some(({ xpos, relation }) => xpos === 'VBN' && relation === 'acl') &&
  !hasFiniteVerb(units, from + 1, units.length);

/**
 * "…, and the road is closed, said the water board.": cue and speaker end the sentence, and what stands before the comma is
 * no subject that the whole sentence begins with ("Ann Lee, the mayor, said nothing").
 */
function standsBeforeSpeaker(units: readonly Unit[], group: CueGroup): boolean {
  // "Purvis, a Republican, | said Sunday on": a day speaks no more than an hour does.
  if (isTime(units[group.end])) return false;
  // "Lee, who …, said | there was no excuse"
  if (/^(?:there|it|this|that)$/.test(units[group.end]?.lower ?? '')) return false;
  if (treeSubjectAfter(units, group.verb) === group.end) return true;
  const subject = phraseBefore(units, group.start);
  if (!subject) return true;
  const end = phraseEnd(units, group.end);
  const next = units[skipAdverbials(units, end).next];
  return (
    end > group.end &&
    (!next || isFinalMark(next) || endsInParticiple(units, end)) &&
    /^(?:PROPN|DET)$/.test(units[group.end]!.pos) &&
    subject.start > 3 &&
    hasFiniteVerb(units, 0, subject.start) &&
    group.end - group.start === 1
  );
}

/** "a contestant on | “Harbour Nights,”": a quotation that a noun or a preposition stands before. */
const isNamedIn = (units: readonly Unit[], quotation: number): boolean =>
  /^(?:ADP|NOUN|PROPN|PART)$/.test(units[quotation - 1]?.pos ?? '') && units.slice(0, quotation).some(isComma);

/** Whether a cue stands behind content, by the mark before it, and its speaker behind the cue. */
function isInverted(units: readonly Unit[], group: CueGroup): boolean {
  const before = units[group.start - 1];
  // "told Ann Lee" is no such thing: whom "tell" is followed by is told.
  if (!before || group.lemma === 'tell') return false;
  // "The mayor, who had left early, said nothing."
  if (/^(?:nothing|something|little|much|so|no)$/.test(units[group.end]?.lower ?? '')) return false;
  // "The broadcaster “TV Solana” | said": a name in marks.
  if (shortQuote(before) && units[group.start - 2]?.pos === 'NOUN') return false;
  return isQuote(before) || ((isComma(before) || isDash(before)) && standsBeforeSpeaker(units, group));
}

/** "Ann Lee, who …, said | the road is closed": what follows the cue is a clause, not the speaker. */
function isClauseBehind(units: readonly Unit[], group: CueGroup, speakerEnd: number): boolean {
  if (units[group.end]?.lower === 'there') return true;
  const before = units[group.start - 1]!;
  // "Ann Lee, once of “Harbour Nights,” | said the owner was ill": a title in marks is no utterance.
  const isUttered = isQuote(before) && !(before.quotation!.words <= 4 && isNamedIn(units, group.start - 1));
  // "said a handful of people who worked on it.": its verb is that of the people.
  const isSubject =
    treeSubjectAfter(units, group.verb) === group.end ||
    (endsSentence(units, speakerEnd) &&
      units.slice(group.end, speakerEnd).some(({ lower }) => /^whos?e?$/.test(lower)));
  return !isUttered && !isSubject && clauseFollows(units, group.end);
}

/**
 * A tag with its cue in front of its speaker. Example: "The road is closed," said Ann Lee.
 * Known failure: a clause without "that" behind a title in marks of five words and more ("…, once of “The Best Years of Life,” said
 * the owner was ill").
 */
export function attributeInverted(sentence: Sentence, group: CueGroup, right: RightSide): Attribution | null {
  const { units } = sentence;
  if (!isInverted(units, group)) return null;
  const speaker = { start: group.end, end: phraseEnd(units, group.end) };
  if (speaker.end === speaker.start || isClauseBehind(units, group, speaker.end) || !senseTaking(group, 'qc'))
    return null;
  const { next, hops } = skipAdverbials(units, speaker.end);
  const beside = { ...right, start: next, end: next, hops, endsInColon: false };
  return contentBefore(sentence, group, speaker, group.start, next, beside, 0, 'content-cue-speaker');
}
