import type { Unit } from '../../language/document.js';
import { chunkEnd, clauseFollows, phraseEnd } from '../../language/noun-phrase.js';
import { phraseBefore } from '../../language/phrase-before.js';
import { speechForms } from '../../language/speech.js';
import {
  haveForms,
  isComma,
  isDash,
  isFinite,
  personalPronouns,
  isFinalMark,
  isQuote,
  isTime,
} from '../../language/words.js';
import { governorOf, isTreeTag, subtreeOf } from '../../language/tree.js';
import { carryingVerbs } from './aside-lexicon.js';
import { documentTail } from './documents.js';
import { skipAdverbials } from './adverbials.js';
import { Attitude } from '../values.js';
import { courtTag } from './court.js';
import { cueLexicon, type CueSense } from './cue-lexicon.js';
import { adjectiveForms, cueForms } from './verb-forms.js';

/** "While the mayor says it is safe, residents …": whether the cue stands in a fronted subordinate clause. */
function isSubordinate(units: readonly Unit[], cue: number): boolean {
  for (let k = cue - 1; k >= Math.max(0, cue - 14); k -= 1) {
    const unit = units[k]!;
    if (/^(?:while|although|though|after|as|if|when|because|since|before|whereas|even)$/.test(unit.lower)) {
      // "A week | after Channel Nine broadcast …, the senator resigned"
      const isDated =
        k < 4 && isTime(units[k - 1]) && units.slice(0, k - 1).every(({ pos }) => /^(?:DET|NUM|ADJ)$/.test(pos));
      return k === 0 || isDated || isComma(units[k - 1]) || units[k - 1]!.pos === 'CCONJ' || isDash(units[k - 1]);
    }
    if (isQuote(unit)) return false;
  }
  return false;
}

/**
 * Where content that begins at `start` ends.
 * @param cue where the cue begins; inside a fronted subordinate clause its content ends with that clause
 * @param isClause whether the content is a clause; a noun phrase or an infinitive ends where another clause begins
 */
export function contentEnd(units: readonly Unit[], start: number, isClause = true, cue = 0): number {
  const isFronted = isSubordinate(units, cue);
  const verb = verbOf(units, cue);
  let last = units.length;
  while (last > start && (isFinalMark(units[last - 1]!) || units[last - 1]!.text === ':')) last -= 1;
  for (let k = start + 1; k < last; k += 1) {
    const unit = units[k]!;
    const next = units[k + 1];
    if (unit.text === ';') return k;
    if (isComma(unit) && next && verb >= 0 && joinsCue(units, k + 1, verb)) return k;
    // "said A, while B told the Gazette that C"
    if (isComma(unit) && /^(?:while|whereas|though|although)$/.test(next?.lower ?? '') && speaksItself(units, k + 1))
      return k;
    // "said A, as officials warned that B"
    if (isComma(unit) && next?.lower === 'as' && speaksItself(units, k + 1) && isReporting(units, k + 1)) return k;
    // "said A while hailing B"
    if (unit.lower === 'while' && next && isSpokenParticiple(next)) return isComma(units[k - 1]) ? k - 1 : k;
    // "said A, despite a warning from B that C", "said A, one of them adding that B": what others say.
    if (isComma(unit) && (isDespite(units, k + 1) || isJoiningIn(units, k + 1))) return k;
    // "the minister, who told the paper A, | left"
    if (isComma(unit) && next && isMainAgain(units, cue, k + 1)) return k;
    if (isQuote(unit) && /,\s*$/.test(unit.text) && next && isMainAgain(units, cue, k + 1)) return k + 1;
    // "said A — a move that pleases many": what the outlet says of it.
    if (isDash(unit) && isDeed(units, k + 1)) return k;
    // "would do A, but would not do B": by the tree not what is said.
    if (isComma(unit) && /^(?:and|but)$/.test(next?.lower ?? '') && verb >= 0 && isPredicateOf(units, k + 1, verb))
      return k;
    // "said A, something the palace denies": what the outlet says of it.
    if (isComma(unit) && isRemark(units, k + 1, last)) return k;
    // "said A, days after B": when it was said.
    if (isComma(unit) && isClause && isMoment(units, k + 1, last)) return k;
    // "A said B and C said D"
    if (unit.lower === 'and' && verb >= 0 && anotherSays(units, start, k, verb)) return k;
    // "said it was safe | and urged them to stay", "said he would go | and warned against it"
    if (unit.lower === 'and' && isClause && verb >= 0 && mustBeSpeakers(units, start, k, verb)) return k;
    // "denied that A, and described B as C"
    if (/^(?:and|but)$/.test(unit.lower) && verb >= 0 && saysMore(units, k, verb))
      return isComma(units[k - 1]) ? k - 1 : k;
    if (k === start + 1 && isUtterance(units[start]!) && !goesOnQuoting(units, k)) return k;
    // "Lee asks, “Why now?” Mills writes back, …": the sentence ended in the quotation.
    if (isQuote(units[k - 1]) && k - 1 === start && /[.!?]\s*$/.test(units[start]!.text) && /^\p{Lu}/u.test(unit.text))
      return k;
    if (next?.lower === 'according' && isQuote(unit) && /,\s*$/.test(unit.text)) return k + 1;
    if (next && (isDash(unit) || (isQuote(unit) && /,\s*$/.test(unit.text)))) {
      const form = cueForms.get(next.lower);
      if (form?.form === 'ING' && next.pos === 'VERB') return isQuote(unit) ? k + 1 : k;
    }
    if (isComma(unit) && next) {
      if (documentTail(units, k + 1, last)) return k;
      if (next.lower === 'according' || (next.lower === 'but' && clauseFollows(units, k + 2))) return k;
      // ", later telling reporters that B"
      const participle = /^(?:later|then|also|earlier|instead)$/.test(next.lower) ? units[k + 2] : next;
      if (participle?.pos === 'VERB' && cueForms.get(participle.lower)?.form === 'ING') return k;
      if (isTag(units, k + 1, last) || tagByTree(units, k + 1, last) >= 0) return k;
      if ((isFronted || !isClause) && clauseFollows(units, k + 1)) return k;
      if (next.lower === 'and' && personalPronouns.has(units[k + 2]?.lower ?? '') && cueFollows(units, k + 3)) return k;
    }
    if (!isClause) {
      // "mocked it as a wreck | saying that A"
      const hasPredicate = units.slice(start, k).some(({ lower }) => lower === 'as');
      if (hasPredicate && isSpokenParticiple(unit) && (next?.lower === 'that' || isQuote(next))) return k;
      if (isDash(unit)) {
        const close = insertEnd(units, k, last);
        if (close < 0) return k;
        k = close;
        continue;
      }
      // "dismissed the case | after Lee had left", "denounced them | while agreeing to it": when, not what.
      // "called it safe, | dismissed the critics"
      if (isComma(unit) && next && verb >= 0 && next.relation === 'conj' && next.head === units[verb]!.start) return k;
      if (verb >= 0 && !isPredicated(units, start, k) && isCircumstance(units, k, verb))
        return isComma(units[k - 1]) ? k - 1 : k;
      // "hinted at a deal | by mentioning the wall": how it was said.
      if (unit.lower === 'by' && next?.xpos === 'VBG' && !isPredicated(units, start, k)) return k;
      if (/^(?:and|but)$/.test(unit.lower) && next && endsPhrase(units, k + 1))
        return isComma(units[k - 1]) ? k - 1 : k;
    }
    // "… and pointed out that": the same speaker goes on.
    if ((unit.lower === 'and' || unit.lower === 'but') && next) {
      const at = next.pos === 'ADV' ? k + 2 : k + 1;
      const verb = units[at];
      const form = verb ? cueForms.get(verb.lower) : undefined;
      if (form && form.form !== 'BASE' && form.form !== 'ING' && verb!.pos === 'VERB' && goesOn(units, at + 1))
        return isComma(units[k - 1]) ? k - 1 : k;
    }
  }
  const heard = courtTag(units);
  if (heard && heard.comma > start) last = Math.min(last, heard.comma);
  const clause = subordinateEnd(units, cue);
  if (clause > start + (isQuote(units[start]) ? 0 : 1) && clause < last) last = clause;
  if (last > start && isComma(units[last - 1])) last -= 1;
  return last;
}

const isSpokenParticiple = (unit: Unit): boolean =>
  unit.pos === 'VERB' &&
  cueForms.get(unit.lower)?.form === 'ING' &&
  cueForms.get(unit.lower)!.senses.some(isSpokenOrNamed);

const isSpokenOrNamed = ({ attitude, frames }: CueSense): boolean =>
  attitude === Attitude.SPEECH && /[qcan]/.test(frames);

/** Whether the clause that begins at `k` holds what somebody says: "as officials warned | that". */
function isReporting(units: readonly Unit[], k: number): boolean {
  const at = governorOf(units, k);
  return at > k && (units[at + 1]?.lower === 'that' || isQuote(units[at + 1]));
}

/** "despite | a warning from its own advisers that" */
function isDespite(units: readonly Unit[], k: number): boolean {
  if (!/^(?:despite|amid)$/.test(units[k]?.lower ?? '')) return false;
  for (let m = k + 1; m < k + 6; m += 1) {
    const word = units[m]?.lower ?? '';
    if (cueLexicon.nouns.has(word) || cueLexicon.nouns.has(word.replace(/s$/, ''))) return true;
  }
  return false;
}

/** "one of them | adding that" */
function isJoiningIn(units: readonly Unit[], k: number): boolean {
  let end = chunkEnd(units, k);
  if (units[k]?.lower === 'one' && units[k + 1]?.lower === 'of') end = Math.max(end, chunkEnd(units, k + 2), k + 3);
  const verb = units[end];
  return end > k && verb !== undefined && isSpokenParticiple(verb) && /^(?:that|:)$/.test(units[end + 1]?.lower ?? '');
}

/** Whether at `k` the main verb goes on behind a clause of "who" or "which" between commas that the cue stands in. */
function isMainAgain(units: readonly Unit[], cue: number, k: number): boolean {
  // "leaders, realizing that A, | have left"
  const isBetween = isComma(units[cue - 1]) && units[cue]?.xpos === 'VBG' && units[k]!.pos === 'AUX';
  if (isBetween && isFinite(units, k)) return true;
  if (!/^(?:who|which)$/.test(units[cue - 1]?.lower ?? '') || !isComma(units[cue - 2])) return false;
  const at = units[k]!.pos === 'ADV' ? k + 1 : k;
  // "left on Monday": the tagger may take the past for a participle.
  if (units[at]?.xpos === 'VBN' && units[at + 1]?.lower !== 'by') return true;
  return units[at] !== undefined && (/^(?:VBD|VBZ|VBP|MD)$/.test(units[at]!.xpos) || units[at]!.pos === 'AUX');
}

const deeds =
  /^(?:move|step|charge|claim|decision|position|stance|argument|assertion|allegation|shift|reversal|promise|prospect|figure|comparison|description|suggestion|accusation)$/;

/** "a move | that pleases many" */
const isDeed = (units: readonly Unit[], k: number): boolean =>
  /^an?$/.test(units[k]?.lower ?? '') &&
  deeds.test(units[chunkEnd(units, k) - 1]?.lower ?? '') &&
  /^(?:that|which)$/.test(units[chunkEnd(units, k)]?.lower ?? '');

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

/** "the bureau | — which enforces the law — | was able": the second dash of an insert, where a verb goes on behind it; -1 where there is none. */
function insertEnd(units: readonly Unit[], dash: number, last: number): number {
  for (let k = dash + 2; k < Math.min(last - 1, dash + 25); k += 1) {
    if (isFinalMark(units[k]!)) return -1;
    if (isDash(units[k])) return units[k + 1]!.pos === 'AUX' || isFinite(units, k + 1) ? k : -1;
  }
  return -1;
}

/** Whether a clause of time or cause begins at `k` that hangs on the cue, by the tree. */
function isCircumstance(units: readonly Unit[], k: number, verb: number): boolean {
  if (!/^(?:after|before|when|while|because|since|until|even|as)$/.test(units[k]!.lower)) return false;
  if (units[k]!.lower === 'as' && !clauseFollows(units, k + 1)) return false;
  const at = governorOf(units, k);
  const isAside = at > k && units[at]!.relation === 'advcl' && units[at]!.head === units[verb]!.start;
  return isAside && !units.slice(k, subtreeOf(units, at).end).some(isQuote);
}

/** "to win | by cheating": what holds a verb of its own is done in some way. */
const isPredicated = (units: readonly Unit[], start: number, end: number): boolean =>
  units.slice(start, end).some(({ pos }) => pos === 'VERB');

/** A quotation that is a sentence and closed by a mark: what stands behind it is not said. */
const isUtterance = ({ quotation, text }: Unit): boolean =>
  quotation !== null &&
  (quotation.words > 3 || /[?!]\s*$/.test(text)) &&
  /^\p{Lu}/u.test(text) &&
  /[,.!?…]['’]?\s*$/.test(text);

/** Whether another quotation, or a clause with "that", is said as well. */
const goesOnQuoting = (units: readonly Unit[], k: number): boolean =>
  cueForms.get(units[k]!.lower)?.form !== 'ING' &&
  units.slice(k, k + 3).some((unit) => isQuote(unit) || unit.lower === 'that');

/** Verbs by which one takes a stand on what another said. */
const standing =
  /^(?:den|disput|reject|dismiss|contest|confirm|contradict|challeng|refut|rebut)(?:y|ies|ied|ying|e|es|ed|ing|s)?$/;

const remarkNouns = /^(?:account|claim|charge|allegation|accusation|assertion|suggestion|version)$/;

/** "something | the palace denies", "an account | that two guards dispute": what others hold of what was said, up to the end. */
function isRemark(units: readonly Unit[], k: number, last: number): boolean {
  const end = chunkEnd(units, k);
  // "evidence | the judge described as"
  if (end > k && end < k + 3 && /^(?:NOUN|ADJ)$/.test(units[k]?.pos ?? '') && clauseFollows(units, end)) {
    const verb = chunkEnd(units, end);
    if (/^(?:described|called|dismissed|termed|characteri[sz]ed|labell?ed)$/.test(units[verb]?.lower ?? ''))
      return true;
  }
  const isNoun =
    (end === k + 1 && units[k]!.lower === 'something') ||
    (/^an?$/.test(units[k]?.lower ?? '') && remarkNouns.test(units[end - 1]?.lower ?? ''));
  if (!isNoun || !(/^(?:that|which)$/.test(units[end]?.lower ?? '') || clauseFollows(units, end))) return false;
  const rest = units.slice(end, last);
  return rest.some(({ lower }) => standing.test(lower)) && !rest.some(isComma);
}

/** "days | after the Gazette published a report", up to the end: when it was said. When anything else was is content. */
function isMoment(units: readonly Unit[], k: number, last: number): boolean {
  for (let m = k; m < k + 4; m += 1) {
    if (!/^(?:minutes?|hours?|days?|weeks?|months?|years?)$/.test(units[m]?.lower ?? '')) continue;
    const verb = chunkEnd(units, m + 2);
    if (!/^(?:after|before)$/.test(units[m + 1]?.lower ?? '') || verb === m + 2) return false;
    const form = cueForms.get(units[verb]?.lower ?? '');
    const isSaid = form?.senses.some(isSpoken) || carryingVerbs.has(units[verb]?.lower ?? '');
    return isSaid === true && !units.slice(m, last).some(isComma);
  }
  return false;
}

/** Where the relative or fronted clause ends that the cue is the verb of, by the tree; the sentence's end for another cue. */
function subordinateEnd(units: readonly Unit[], cue: number): number {
  const verb = verbOf(units, cue);
  if (verb < 0) return units.length;
  const { relation, head, start } = units[verb]!;
  const isFronted = relation === 'advcl' && head > start;
  return isFronted || /^acl/.test(relation) ? subtreeOf(units, verb).end : units.length;
}

/** The verb of the cue that begins at `cue`; -1 where the tagger saw none. */
function verbOf(units: readonly Unit[], cue: number): number {
  for (let k = cue; k < Math.min(units.length, cue + 6); k += 1)
    if (units[k]!.pos === 'VERB' || (k > cue && adjectiveForms.has(units[k]!.lower))) return k;
  return -1;
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

/** "is | telling" */
const isProgressive = (units: readonly Unit[], verb: number): boolean =>
  units[verb]!.xpos === 'VBG' && units[verb - 1]?.pos === 'AUX';

/** Whether the verb of the clause behind the conjunction at `k` is one of saying. */
function speaksItself(units: readonly Unit[], k: number): boolean {
  const at = governorOf(units, k);
  const senses = cueForms.get(units[at]?.lower ?? '')?.senses ?? [];
  return at > k && clauseFollows(units, k + 1) && senses.some(({ attitude }) => attitude === Attitude.SPEECH);
}

/**
 * Whether the clause behind the conjunction at `k` says something itself: joined to the cue by the tree, or with the cue's own
 * word and no "that" by which both could be what is said.
 */
function anotherSays(units: readonly Unit[], start: number, k: number, verb: number): boolean {
  const at = governorOf(units, k);
  if (at <= k || !cueForms.has(units[at]!.lower) || !clauseFollows(units, k + 1)) return false;
  if (joinsCue(units, k, verb)) return true;
  return units[at]!.lower === units[verb]!.lower && units[start]!.lower !== 'that' && units[k + 1]!.lower !== 'that';
}

/** "X said A, and Y did B": whether the clause that begins with a conjunction at `k` is joined to the cue, by the tree. */
function joinsCue(units: readonly Unit[], k: number, verb: number): boolean {
  if (!/^(?:and|but|while|whereas)$/.test(units[k]!.lower)) return false;
  const at = governorOf(units, k);
  return (
    at > k &&
    units[at]!.head >= 0 &&
    units[at]!.head <= units[verb]!.start &&
    /^(?:conj|advcl)/.test(units[at]!.relation) &&
    (clauseFollows(units, k + 1) || clauseFollows(units, skipAdverbials(units, k + 1).next))
  );
}

function cueFollows(units: readonly Unit[], k: number): boolean {
  const at = units[k]?.pos === 'ADV' || units[k]?.pos === 'AUX' ? k + 1 : k;
  return units[at]?.pos === 'VERB' && cueForms.has(units[at]!.lower);
}

/** Whether after "and" another finite verb of the same subject, or a new clause, begins: "attacked the plan and blamed …". */
function endsPhrase(units: readonly Unit[], k: number): boolean {
  const at = units[k]?.pos === 'ADV' ? k + 1 : k;
  const unit = units[at];
  if (!unit) return false;
  if (unit.pos === 'PRON' && personalPronouns.has(unit.lower)) return true;
  if (unit.pos === 'AUX') return isFinite(units, at);
  return unit.pos === 'VERB' && /(?:ed|es|id|ld|ote|ave|ok|de|ept|ew)$/.test(unit.lower) && isFinite(units, at);
}

/** No tag has more units than this, what it cites left aside. */
const longestTag = 14;

/**
 * Whether the rest of the sentence is a tag: "…, Ann Lee said on Friday", "…, the paper has reported, citing a letter".
 * Known failure: a clause of the content that ends in a verb of saying ("If you asked her, the mayor said").
 */
function isTag(units: readonly Unit[], start: number, last: number): boolean {
  const inverted =
    speechForms.has(units[start]!.lower) && !/^tell|^told/.test(units[start]!.lower) && units[start]!.pos === 'VERB';
  if (inverted) return last - start <= longestTag && phraseEnd(units, start + 1) > start + 1;
  const reach = Math.min(last, start + longestTag);
  let at = start + 1;
  while (at < reach && !(isTagVerb(units[at]!.lower) && units[at - 1]!.pos !== 'DET')) at += 1;
  if (at >= reach) return false;
  let subjectEnd = at;
  for (let k = at - 1; k > start && (units[k]!.pos === 'ADV' || haveForms.has(units[k]!.lower)); k -= 1)
    if (haveForms.has(units[k]!.lower)) subjectEnd = k;
  // "the Sunday Times": a day in a name ends the phrase when it is read from the left.
  if (chunkEnd(units, start) !== subjectEnd && phraseBefore(units, subjectEnd)?.start !== start) return false;
  const next = skipAdverbials(units, at + 1).next;
  if (next >= last) return next - start <= longestTag;
  return next - start <= longestTag && isComma(units[next]) && units[next + 1]?.lower === 'citing';
}

/**
 * The verb of a tag that begins at `start` and that the tree hangs on what stands before it, whatever follows the verb: "…, the
 * landlady | said at the inquest, wiping her glasses". @returns -1 where there is none
 */
export function tagByTree(units: readonly Unit[], start: number, last: number): number {
  const reach = Math.min(last, start + longestTag);
  for (let k = start + 1; k < reach && !isComma(units[k]); k += 1) {
    if (!cueForms.get(units[k]!.lower)?.senses.some(isSpoken)) continue;
    if (units[k]!.pos === 'VERB' && isTreeTag(units, start, k, isQuote(units[start - 2]))) {
      const { end } = subtreeOf(units, k);
      return end >= last - 1 || units[end]!.text === ';' ? k : -1;
    }
  }
  return -1;
}

const isSpoken = ({ attitude, frames }: CueSense): boolean => attitude === Attitude.SPEECH && /[qca]/.test(frames);

function isTagVerb(word: string): boolean {
  return speechForms.has(word) || /^(?:reports?(?:ed)?|shows?|showed)$/.test(word);
}

function goesOn(units: readonly Unit[], k: number): boolean {
  for (let m = k; m < Math.min(units.length, k + 3); m += 1)
    if (units[m]!.lower === 'that' || isQuote(units[m]) || units[m]!.text === ':') return true;
  return false;
}
