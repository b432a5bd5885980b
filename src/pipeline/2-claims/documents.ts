import type { Unit } from '../../language/document.js';
import { isDocument } from '../../language/en/documents.js';
import { chunkEnd, isParticiple } from '../../language/noun-phrase.js';
import { hasFiniteVerb, isComma, isFinite, isNoun, isQuote, isTime } from '../../language/words.js';
import type { Hop } from './attribution.js';
import { eventNouns, jointNouns } from './document-lexicon.js';
import { stretch } from './stretch.js';
import { titleEnd } from './title.js';

const collections = new Set('series set string number couple pair batch bundle trove stack raft'.split(' '));

/** The head of a phrase: its last noun before a preposition, a comma or a verb. */
export function headOf(units: readonly Unit[], start: number, end: number): string {
  let head = '';
  for (let k = start; k < end; k += 1) {
    const unit = units[k]!;
    // "the documentary | Ferry to Nowhere"
    if (unit.pos === 'PROPN' && units[k - 1]?.pos === 'NOUN' && isDocument(head, 'i')) break;
    // "a cease-and-desist | letter"
    if (units[k + 1]?.text === '-' && head === '' && units[k + 2]?.pos === 'CCONJ') continue;
    if (isNoun(unit))
      // "op-ed" is three tokens.
      head = units[k - 1]?.text === '-' && k - 2 >= start ? `${units[k - 2]!.lower}-${unit.lower}` : unit.lower;
    // "a series of | essays"
    else if (unit.lower === 'of' && collections.has(head)) head = '';
    else if (head !== '' && unit.text !== '-' && unit.pos !== 'PART') break;
  }
  return head;
}

/** The document behind a preposition, as a hop. */
const documentHop = (units: readonly Unit[], preposition: number, end: number, rule: Hop['rule']): Hop => ({
  ...stretch(units, preposition + 1, end),
  cue: units[preposition]!.lower,
  kind: 'DOCUMENT',
  rule,
});

export function isDocumentPhrase(units: readonly Unit[], start: number, end: number): boolean {
  const head = headOf(units, start, end);
  // "in a 48-page opinion", "in a front-page leader", not "in his opinion"
  if (head === 'opinion') return units[start]!.pos === 'DET' && end >= start + 3;
  if (head === 'leader') return units[start + 1]?.lower === 'front';
  // "in response to questions", "in reply": no document.
  return isDocument(head, 'i') && !/^(?:reply|response)$/.test(units[start]!.lower);
}
export const isOccasionPhrase = (units: readonly Unit[], start: number, end: number): boolean => {
  const head = headOf(units, start, end);
  return isDocument(head, 'i') || eventNouns.has(head);
};

/** Whether the words of a document are another's as much as its speaker's: "an interview" has who asked. */
export const isJoint = (text: string): boolean => jointNouns.test(text);

/** End of the phrase of a document at `start`, without appositions: "an interview with Harbour Radio | , the general". */
export function documentEnd(units: readonly Unit[], start: number): number {
  // "written testimony"
  const participle = units[start]?.pos === 'VERB' && isParticiple(units[start]!) ? 1 : 0;
  let k = chunkEnd(units, start + participle);
  if (k === start + participle) return start;
  // "the documentary | Ferry to Nowhere"
  if (units[k - 1]!.pos === 'NOUN' && units[k]?.pos === 'PROPN' && !isTime(units[k])) k = titleEnd(units, k);
  while (k < start + reach && /^(?:of|by|from|in|with|for|on|to)$/.test(units[k]?.lower ?? '')) {
    let next = chunkEnd(units, k + 1);
    // "for the magazine | Lantern"
    if (next > k + 1 && units[next]?.pos === 'PROPN' && !isTime(units[next])) next = chunkEnd(units, next);
    // Where an aside was taken out between, what follows is no part of the name.
    const isIssue = units[k + 2]?.lower === "'s" && units[k]!.lower === 'in';
    if (next === k + 1 || (isTime(units[k + 1]) && !isIssue) || units[k]!.start - units[k - 1]!.end > 1) break;
    k = next;
  }
  return k;
}

const reach = 30;
const longestGap = 12;

const isTitle = (unit: Unit | undefined): boolean => isQuote(unit) && unit!.quotation!.words <= 6;

/** Whether nothing but times, or before a comma any short rest without a verb, stands between a document and its speaker. */
function isGap(units: readonly Unit[], start: number, end: number): boolean {
  if (end - start > longestGap) return false;
  // "In his memoir, “The Last Ferry,”"
  if (isComma(units[start]) && isTitle(units[start + 1])) return isGap(units, start + 2, end);
  // "In a letter to the chair, however,", "In their letter, which runs to a page,"
  if (isComma(units[start]) && start < end) {
    const isLinked = /^(?:however|meanwhile|though|too)$/.test(units[start + 1]?.lower ?? '') && start + 2 === end;
    // "In one e-mail, dated March 2016,"
    const opens = units[start + 1];
    const isTold =
      (opens?.lower === 'which' || opens?.xpos === 'VBN') && isComma(units[end]) && end - start <= longestGap;
    return isLinked || (isTold && !units.slice(start + 1, end).some((unit) => isComma(unit) || isQuote(unit)));
  }
  const gap = units.slice(start, end);
  // "a report published on Tuesday,"
  const from = start < end && isParticiple(units[start]!) ? start + 1 : start;
  // "an interview with Radio Orrel that ran over six pages,"
  if (isComma(units[end]) && /^(?:that|which)$/.test(gap[0]?.lower ?? ''))
    return !gap.some((unit) => isComma(unit) || isQuote(unit));
  if (isComma(units[end]))
    return !gap.some((unit) => isComma(unit) || isQuote(unit)) && !hasFiniteVerb(units, from, end);
  return gap.every(
    (unit) => isTime(unit) || unit.pos === 'NUM' || /^(?:on|last|this|late|early|of|in)$/.test(unit.lower),
  );
}

/**
 * The document named right before a speaker: "In an interview with Harbour Radio, | the general", "that in his last letter | he".
 * Known failure: a clause between ("In a letter, which came late, he said").
 * @param speaker index of the speaker's first unit
 */
export function documentBefore(units: readonly Unit[], speaker: number): Hop | null {
  let close = speaker;
  while (close > 0 && isComma(units[close - 1])) close -= 1;
  // "In his memoir, | “The Last Ferry,” | the mayor": the comma stands in the marks.
  if (isTitle(units[close - 1]) && isComma(units[close - 2])) close -= 2;
  for (let k = close - 2; k >= Math.max(0, close - reach); k -= 1) {
    if (!/^(?:in|during|through|via)$/.test(units[k]!.lower)) continue;
    // "Leafing through the report, he said"
    if (units[k]!.lower === 'through' && units[k - 1]?.pos === 'VERB') continue;
    const end = documentEnd(units, k + 1);
    if (end === k + 1 || end > close || !isDocumentPhrase(units, k + 1, end) || !isGap(units, end, close)) continue;
    return documentHop(units, k, end, 'document-before');
  }
  return null;
}

/** Whether a unit hangs in the tree on the word that begins at `head`, or on one of its own adverbials. */
function hangsOn(units: readonly Unit[], index: number, head: number): boolean {
  if (units[index]!.head === head) return true;
  const above = units.findIndex(({ start }) => start === units[index]!.head);
  return above >= 0 && units[above]!.head === head && /^(?:obl|nmod)/.test(units[above]!.relation);
}

/**
 * The document behind a cue, before its content or after it: '"A," she said in Paris on Thursday | in an interview',
 * "said, | in a letter to the board, | that A". The tree tells that it is the cue's, where other words stand between.
 * @param verb index of the cue's verb
 * @param end where its content begins, or the words beside it end
 */
export function documentAfter(units: readonly Unit[], verb: number, end: number): Hop | null {
  for (let k = verb + 1; k < Math.min(end, verb + reach); k += 1) {
    if (isQuote(units[k]) || units[k]!.text === ':' || isFinite(units, k)) return null;
    if (!/^(?:in|during|via|through)$/.test(units[k]!.lower)) continue;
    const close = documentEnd(units, k + 1);
    if (close === k + 1 || close > end || !isDocumentPhrase(units, k + 1, close)) continue;
    const head = units.findIndex((unit, index) => index > k && index < close && unit.start === units[k]!.head);
    const isNear = k - verb < 3;
    if (!isNear && !(head >= 0 && hangsOn(units, head, units[verb]!.start))) continue;
    return documentHop(units, k, close, 'document-after');
  }
  return null;
}

/**
 * "said that A, | in a statement": the document in which the whole of a sentence is said, behind a comma and up to the end.
 * @param at index of the preposition
 */
export function documentTail(units: readonly Unit[], at: number, last: number): Hop | null {
  if (!/^(?:in|via|through)$/.test(units[at]?.lower ?? '')) return null;
  if (!/^(?:an?|his|her|its|their|another|written)$/.test(units[at + 1]?.lower ?? '')) return null;
  const end = documentEnd(units, at + 1);
  if (end === at + 1 || end > last || last - end > longestGap || !isDocumentPhrase(units, at + 1, end)) return null;
  if (hasFiniteVerb(units, end, last)) return null;
  return documentHop(units, at, end, 'document-after');
}

/** "The Herald, in an editorial, | said": the document between a speaker and his cue. Unit indexes, end exclusive. */
export function documentBetween(units: readonly Unit[], speakerEnd: number, cue: number): Hop | null {
  for (let k = speakerEnd; k < Math.min(cue, speakerEnd + 3); k += 1) {
    if (!/^(?:in|through|via)$/.test(units[k]!.lower)) continue;
    const end = documentEnd(units, k + 1);
    if (end === k + 1 || end > cue || !isDocumentPhrase(units, k + 1, end)) return null;
    return documentHop(units, k, end, 'document-between');
  }
  return null;
}
