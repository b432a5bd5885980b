import type { Unit } from '../../language/document.js';
import { clauseFollows } from '../../language/noun-phrase.js';
import { isComma, isDash, isFinite, personalPronouns, isFinalMark, isQuote, isTime } from '../../language/words.js';
import { governorOf, subtreeOf } from '../../language/tree.js';
import { documentTail } from './documents.js';
import { courtTag } from './court.js';
import { adjectiveForms, cueForms } from './verb-forms.js';
import { isTag, tagByTree } from './tag.js';
import {
  isSpokenParticiple,
  isReporting,
  isDespite,
  isJoiningIn,
  isDeed,
  isRemark,
  isMoment,
  speaksItself,
  anotherSays,
  joinsCue,
} from './other-voices.js';
import {
  isMainAgain,
  isPredicateOf,
  saysMore,
  mustBeSpeakers,
  cueFollows,
  endsPhrase,
  goesOn,
} from './own-predicates.js';

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
    if (isComma(unit) && next?.lower === 'compared' && units.slice(k, k + 10).some(({ lower }) => lower === 'who'))
      return k;
    if (isComma(unit) && (isDespite(units, k + 1) || isJoiningIn(units, k + 1))) return k;
    // "the minister, who told the paper A, | left"
    if (isComma(unit) && next && isMainAgain(units, cue, k + 1)) return k;
    if (isQuote(unit) && /,\s*$/.test(unit.text) && next && isMainAgain(units, cue, k + 1)) return k + 1;
    // "said A — a move that pleases many": what the outlet says of it.
    if (isDash(unit) && isDeed(units, k + 1)) return k;
    // "said A — and he noted that B"
    const isHis = personalPronouns.has(units[k + 2]?.lower ?? '') && cueFollows(units, k + 3);
    if (isDash(unit) && /^(?:and|but)$/.test(next?.lower ?? '') && isHis) return k;
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
