import type { Unit } from '../../language/document.js';
import { beforeComma, type ContentReading } from './content-reading.js';
import { isSpokenParticiple } from './other-voices.js';
import { skipAdverbials } from './adverbials.js';
import { chunkEnd, clauseFollows, type Range } from '../../language/noun-phrase.js';
import { phraseBefore } from '../../language/phrase-before.js';
import { isComma, isDash, isFinite, isQuote, personalPronouns } from '../../language/words.js';
import { governorOf, treeSubject } from '../../language/tree.js';
import { Attitude } from '../values.js';
import { cueForms } from './verb-forms.js';

const isWho = (unit: Unit | undefined): boolean => /^(?:who|which)$/.test(unit?.lower ?? '');

/** Whether at `k` the main verb goes on behind a clause of "who" or "which" between commas that the cue stands in. */
function isMainAgain(units: readonly Unit[], cue: number, k: number): boolean {
  // "leaders, realizing that A, | have left"
  const isBetween = isComma(units[cue - 1]) && units[cue]?.xpos === 'VBG' && units[k]!.pos === 'AUX';
  if (isBetween && isFinite(units, k)) return true;
  let pronoun = cue - 1;
  // "the party, which | he | said was no picture of it, | met"
  while (pronoun > cue - 6 && /^(?:PRON|PROPN|NOUN|DET|ADJ)$/.test(units[pronoun]?.pos ?? '') && !isWho(units[pronoun]))
    pronoun -= 1;
  if (!isWho(units[pronoun]) || !isComma(units[pronoun - 1])) return false;
  const at = units[k]!.pos === 'ADV' ? k + 1 : k;
  // "left on Monday": the tagger may take the past for a participle.
  if (units[at]?.xpos === 'VBN' && units[at + 1]?.lower !== 'by') return true;
  return units[at] !== undefined && (/^(?:VBD|VBZ|VBP|MD)$/.test(units[at]!.xpos) || units[at]!.pos === 'AUX');
}

const relatives = /^(?:who|whom|whose|which|that)$/;

/**
 * "those who believe it is safe | advocate a vote", "Lee, who signed a letter urging him to act, | warned that": whether the verb at
 * `k` is that of the clause around the cue, whose subject stands in front of the cue, by the tree.
 */
function isVerbAround({ units, start, cue }: ContentReading, k: number): boolean {
  if (!/^(?:VBD|VBZ|VBP|MD)$/.test(units[k]!.xpos)) return false;
  const verb = units[k]!.pos === 'AUX' ? governorOf(units, k) : k;
  if (verb < k || !/^(?:root|ccomp|conj)$/.test(units[verb]!.relation)) return false;
  const subject = treeSubject(units, verb);
  if (!subject || subject.start >= cue || subject.end <= start || subject.end > k) return false;
  return units
    .slice(subject.start, cue + 1)
    .some(({ lower, relation }) => relatives.test(lower) || /^acl/.test(relation));
}

/** Whether the words behind the conjunction at `k` are a second predicate of whoever speaks, without a subject, by the tree. */
function isPredicateOf(units: readonly Unit[], k: number, verb: number): boolean {
  const at = governorOf(units, k);
  return (
    at > k &&
    units[at]!.relation === 'conj' &&
    units[at]!.head === units[verb]!.start &&
    (units[k + 1]?.pos === 'AUX' || isFinite(units, k + 1)) &&
    !clauseFollows(units, k + 1)
  );
}

/** Whether the verb right behind the conjunction at `k` is another cue of the same speaker, by the tree. */
function saysMore(units: readonly Unit[], k: number, verb: number): boolean {
  const at = governorOf(units, k);
  if (at <= k || at > k + 3 || units[at]!.relation !== 'conj' || clauseFollows(units, k + 1)) return false;
  // With a comma it is the cue's also where the tree joins it to a verb of the content.
  if (units[at]!.head !== units[verb]!.start && !(isComma(units[k - 1]) && units[at]!.head > units[verb]!.start))
    return false;
  const form = cueForms.get(units[at]!.lower);
  const isPast = (index: number): boolean => /^VB[DN]$/.test(units[index]!.xpos);
  return (
    (units[at]!.xpos === units[verb]!.xpos || (isPast(at) && isPast(verb)) || isProgressive(units, verb)) &&
    !!form?.senses.some(({ attitude }) => attitude === Attitude.SPEECH)
  );
}

/**
 * Whether the past of speaking right behind "and" can only be the speaker's own: the content has a subject that does not speak ("it",
 * "there"), or stands in another mood ("would").
 */
function mustBeSpeakers(units: readonly Unit[], start: number, k: number, verb: number): boolean {
  const at = units[k + 1]?.pos === 'ADV' ? k + 2 : k + 1;
  if (units[at]?.xpos !== 'VBD' || units[verb]!.xpos !== 'VBD') return false;
  if (!cueForms.get(units[at]!.lower)?.senses.some(({ attitude }) => attitude === Attitude.SPEECH)) return false;
  const subject = units[start]!.lower === 'that' ? start + 1 : start;
  const isSilent = /^(?:it|there|this|these|those)$/.test(units[subject]!.lower) && units[subject]!.pos !== 'DET';
  const end = chunkEnd(units, subject);
  return (
    isSilent || (end > subject && /^(?:would|will|could|should|must|may|might|can)$/.test(units[end]?.lower ?? ''))
  );
}

type GrammaticalNumber = 'SINGULAR' | 'PLURAL';

/** Of a noun phrase of nouns or a pronoun; null where its words do not tell. */
function numberOf(units: readonly Unit[], { start, end }: Range): GrammaticalNumber | null {
  if (units.slice(start, end).some(({ pos }) => pos === 'CCONJ')) return 'PLURAL';
  const head = units[Math.min(end, Math.max(start + 1, chunkEnd(units, start))) - 1];
  if (!head) return null;
  if (/^(?:they|we|NNS|NNPS)$/.test(head.lower) || /^NNP?S$/.test(head.xpos)) return 'PLURAL';
  return /^(?:he|she|it)$/.test(head.lower) || /^NNP?$/.test(head.xpos) ? 'SINGULAR' : null;
}

/** "has", "are", "says": what subject a finite verb wants; null for the forms that fit both. */
function numberWanted({ lower, xpos }: Unit): GrammaticalNumber | null {
  if (/^(?:has|is|was|does)$/.test(lower) || xpos === 'VBZ') return 'SINGULAR';
  return /^(?:have|are|were|do)$/.test(lower) || xpos === 'VBP' ? 'PLURAL' : null;
}

/**
 * Whether the verb right behind the conjunction at `k` agrees with whoever speaks and not with the only subject of the content: "the
 * ministry argues that cuts are needed, | but has shown some care".
 */
function agreesWithSpeaker({ units, start, cue }: ContentReading, k: number): boolean {
  const at = units[k + 1]?.pos === 'ADV' ? k + 2 : k + 1;
  const verb = units[at];
  const wanted = verb && /^(?:AUX|VERB)$/.test(verb.pos) && isFinite(units, at) ? numberWanted(verb) : null;
  if (wanted === null || units.slice(start, k).filter(({ relation }) => /^(?:nsubj|expl)/.test(relation)).length !== 1)
    return false;
  const first = units[start]!.lower === 'that' ? start + 1 : start;
  const subject = { start: first, end: chunkEnd(units, first) };
  const speaker = phraseBefore(units, cue);
  const [said, speaking] = [numberOf(units, subject), speaker && numberOf(units, speaker)];
  return said !== null && said !== wanted && speaking === wanted;
}

/** "is | telling" */
const isProgressive = (units: readonly Unit[], verb: number): boolean =>
  units[verb]!.xpos === 'VBG' && units[verb - 1]?.pos === 'AUX';

function cueFollows(units: readonly Unit[], k: number): boolean {
  const at = units[k]?.pos === 'ADV' || units[k]?.pos === 'AUX' ? k + 1 : k;
  return units[at]?.pos === 'VERB' && cueForms.has(units[at]!.lower);
}

/** Whether after "and" another finite verb of the same subject, or a new clause, begins: "attacked the plan and blamed …". */
export function endsPhrase(units: readonly Unit[], k: number): boolean {
  // "called it safe and | in an interview | accused her"
  const at = units[k]?.pos === 'ADV' ? k + 1 : skipAdverbials(units, k).next;
  const unit = units[at];
  if (!unit) return false;
  if (unit.pos === 'PRON' && personalPronouns.has(unit.lower)) return true;
  if (unit.pos === 'AUX') return isFinite(units, at);
  return unit.pos === 'VERB' && /(?:ed|es|id|ld|ote|ave|ok|de|ept|ew)$/.test(unit.lower) && isFinite(units, at);
}

function goesOn(units: readonly Unit[], k: number): boolean {
  for (let m = k; m < Math.min(units.length, k + 3); m += 1)
    if (units[m]!.lower === 'that' || isQuote(units[m]) || units[m]!.text === ':') return true;
  return false;
}

/** Where a content ends at `k` because whoever speaks does something else from there on; -1 where it doesn't. */
export function ownEnd(reading: ContentReading, k: number): number {
  const { units, start, cue, verb, isClause } = reading;
  const unit = units[k]!;
  const next = units[k + 1];
  if (!next) return -1;
  // "said A while hailing B"
  if (unit.lower === 'while' && isSpokenParticiple(next)) return beforeComma(units, k);
  // "the minister, who told the paper A, | left"
  const isShut = isQuote(unit) && /,\s*$/.test(unit.text);
  if (isVerbAround(reading, k)) return beforeComma(units, k);
  if ((isComma(unit) || isShut) && isMainAgain(units, cue, k + 1)) return isShut ? k + 1 : k;
  const isJoined = /^(?:and|but)$/.test(next.lower);
  if (isJoined && (isComma(unit) || isDash(unit))) {
    // "said A — and he noted that B"
    const isHis = personalPronouns.has(units[k + 2]?.lower ?? '') && cueFollows(units, k + 3);
    if (isHis && (isDash(unit) || next.lower === 'and')) return k;
    // "would do A, but would not do B"
    if (isComma(unit) && verb >= 0 && isPredicateOf(units, k + 1, verb)) return k;
  }
  if (!/^(?:and|but)$/.test(unit.lower)) return -1;
  // "said it was safe | and urged them to stay"
  if (unit.lower === 'and' && isClause && verb >= 0 && mustBeSpeakers(units, start, k, verb)) return k;
  if (isClause && agreesWithSpeaker(reading, k)) return beforeComma(units, k);
  // "denied that A, | and described B as C", "… | and pointed out that"
  const isMore = (verb >= 0 && saysMore(units, k, verb)) || pointsOut(units, k);
  return isMore ? beforeComma(units, k) : -1;
}

/** "and | pointed out that": another cue with a clause or a quotation right behind the conjunction at `k`. */
function pointsOut(units: readonly Unit[], k: number): boolean {
  const at = units[k + 1]!.pos === 'ADV' ? k + 2 : k + 1;
  const form = cueForms.get(units[at]?.lower ?? '');
  return form !== undefined && !/^(?:BASE|ING)$/.test(form.form) && units[at]!.pos === 'VERB' && goesOn(units, at + 1);
}
