import type { Unit } from '../../language/document.js';
import { chunkEnd, clauseFollows } from '../../language/noun-phrase.js';
import { hasFiniteVerb, isComma, isDash, isFinite, isFinalMark, isQuote, isTime } from '../../language/words.js';
import { governorOf, subtreeOf } from '../../language/tree.js';
import { documentEnd, documentTail, headOf, isOccasionPhrase } from './documents.js';
import { courtTag } from './court.js';
import { adjectiveForms, cueForms } from './verb-forms.js';
import { isTag, tagByTree } from './tag.js';
import { type ContentReading, beforeComma } from './content-reading.js';
import { othersBegin, isSpokenParticiple } from './other-voices.js';
import { ownEnd, endsPhrase } from './own-predicates.js';

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
  const reading: ContentReading = { units, start, last, cue, verb, isClause, isFronted };
  for (let k = start + 1; k < last; k += 1) {
    // "said that the road was closed; that the bridge was open"
    if (units[k]!.text === ';' && !isThatAgain(units, start, k)) return k;
    if (othersBegin(reading, k)) return k;
    const end = Math.max(ownEnd(reading, k), utteranceEnd(reading, k));
    if (end >= 0) return end;
    if (tagBegins(reading, k)) return isQuote(units[k]) ? k + 1 : k;
    if (isClause) {
      if (isSaidIn(reading, k)) return k;
      continue;
    }
    const insert = isDash(units[k]) ? insertEnd(units, k, last) : -1;
    if (insert >= 0) k = insert;
    else if (phraseCloses(reading, k)) return beforeComma(units, k);
  }
  const heard = courtTag(units);
  if (heard && heard.comma > start) last = Math.min(last, heard.comma);
  const clause = subordinateEnd(units, cue);
  if (clause > start + (isQuote(units[start]) ? 0 : 1) && clause < last) last = clause;
  if (last > start && isComma(units[last - 1])) last -= 1;
  return last;
}

/** Whether another of several clauses with "that" begins behind a semicolon at `k`. */
const isThatAgain = (units: readonly Unit[], start: number, k: number): boolean =>
  units[start]!.lower === 'that' &&
  units[/^(?:and|or|but)$/.test(units[k + 1]?.lower ?? '') ? k + 2 : k + 1]?.lower === 'that';

/** Where a quotation that was all that is said is closed at `k`; -1 where none is. */
function utteranceEnd({ units, start, isFronted }: ContentReading, k: number): number {
  const unit = units[k]!;
  const next = units[k + 1];
  const first = units[start]!;
  if (k === start + 1 && isUtterance(first) && !goesOnQuoting(units, k)) return k;
  // "Lee asks, “Why now?” Mills writes back, …": the sentence ended in the quotation.
  if (k === start + 1 && isQuote(first) && /[.!?]\s*$/.test(first.text) && /^\p{Lu}/u.test(unit.text)) return k;
  const isShut = isQuote(unit) && /,\s*$/.test(unit.text);
  if (!next || !(isShut || isDash(unit))) return -1;
  if (isShut && next.lower === 'according') return k + 1;
  // "While Lee found it “horrible,” | the captain did nothing"
  if (isShut && isFronted && clauseFollows(units, k + 1)) return k + 1;
  if (cueForms.get(next.lower)?.form !== 'ING' || next.pos !== 'VERB') return -1;
  return isShut ? k + 1 : k;
}

/** Whether behind a comma at `k` a tag, a document or a participle of saying begins, or, of what is no clause, a clause. */
function tagBegins({ units, last, isClause, isFronted }: ContentReading, k: number): boolean {
  const next = units[k + 1];
  // “… that crap,” in an interview: a comma in the marks.
  const isShut = isQuote(units[k]) && /,\s*$/.test(units[k]!.text);
  if (!(isComma(units[k]) || isShut) || !next) return false;
  if (next.lower === 'according' || (next.lower === 'but' && clauseFollows(units, k + 2))) return true;
  // ", later telling reporters that B"
  const participle = /^(?:later|then|also|earlier|instead)$/.test(next.lower) ? units[k + 2] : next;
  if (participle?.pos === 'VERB' && cueForms.get(participle.lower)?.form === 'ING') return true;
  if (documentTail(units, k + 1, last) || isTag(units, k + 1, last) || tagByTree(units, k + 1, last) >= 0) return true;
  return (isFronted || !isClause) && clauseFollows(units, k + 1);
}

/** Whether what is no clause is over at `k`: what follows is a second predicate, or tells when or how it was said. */
function phraseCloses(reading: ContentReading, k: number): boolean {
  const { units, start, verb } = reading;
  const unit = units[k]!;
  const next = units[k + 1];
  if (isDash(unit)) return true;
  // "mocked it as a wreck | saying that A"
  const isSaying = isSpokenParticiple(unit) && (next?.lower === 'that' || isQuote(next));
  if (isSaying && units.slice(start, k).some(({ lower }) => lower === 'as')) return true;
  // "called it safe, | dismissed the critics"
  if (isComma(unit) && next && verb >= 0 && next.relation === 'conj' && next.head === units[verb]!.start) return true;
  if (/^(?:and|but)$/.test(unit.lower) && next && endsPhrase(units, k + 1)) return true;
  // "deny colluding | but a counsel is looking into it"
  if (unit.lower === 'but' && clauseFollows(units, k + 1)) return true;
  // "threatened a strike, | before changing his mind", "opposed it | for weeks", "called for calm | in a statement"
  if (isComma(unit) && /^(?:before|after|while|without)$/.test(next?.lower ?? '') && units[k + 2]?.xpos === 'VBG')
    return true;
  if (isOccasion(reading, k)) return true;
  if (isPredicated(units, start, k)) return false;
  if (isDuration(units, k)) return true;
  // "dismissed the case | after Lee had left"; "hinted at a deal | by mentioning the wall"
  return (verb >= 0 && isCircumstance(units, k, verb)) || (unit.lower === 'by' && next?.xpos === 'VBG');
}

/** "had opposed him | for weeks": for how long, up to the end or a comma. */
function isDuration(units: readonly Unit[], k: number): boolean {
  if (units[k]!.lower !== 'for') return false;
  const end = chunkEnd(units, k + 1);
  const isOver = !units[end] || isComma(units[end]) || isFinalMark(units[end]) || units[end]!.pos === 'CCONJ';
  return end > k + 1 && isOver && /^(?:hours|days|weeks|months|years|decades)$/.test(units[end - 1]!.lower);
}

/**
 * "called for more money | in a statement": where the thing that is called for, praised or denied was. Of an infinitive only what
 * cannot be where it will be done: "plans to speak at a rally".
 */
function isOccasion({ units, start, last }: ContentReading, k: number): boolean {
  if (!/^(?:in|during|at|through|via)$/.test(units[k]!.lower) || !/^(?:an?|another)$/.test(units[k + 1]?.lower ?? ''))
    return false;
  const end = documentEnd(units, k + 1);
  if (end === k + 1 || end > last || hasFiniteVerb(units, end, last)) return false;
  // "described it in an interview | as “…”"
  // "attacked her in a statement | calling the law “…”": the statement's own words.
  if (
    !isSpokenParticiple(units[end] ?? units[k]!) &&
    units.slice(end, last).some((unit) => isQuote(unit) || unit.lower === 'as')
  )
    return false;
  if (units[start]!.lower === 'to') return /^(?:statement|tweet|post|release)s?$/.test(headOf(units, k + 1, end));
  return isOccasionPhrase(units, k + 1, end);
}

/** "said he was running | in a Twitter post on Saturday": the document in which a clause was said, up to the end. */
function isSaidIn({ units, last }: ContentReading, k: number): boolean {
  if (units[k]!.lower !== 'in' || !/^(?:an?|another)$/.test(units[k + 1]?.lower ?? '')) return false;
  const end = documentEnd(units, k + 1);
  const isUtterance = /^(?:statement|tweet|post|interview|email|e-mail|memo|op-ed)s?$/.test(headOf(units, k + 1, end));
  return isUtterance && end <= last && !hasFiniteVerb(units, end, last) && !units.slice(end, last).some(isQuote);
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
