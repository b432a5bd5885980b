import type { Unit } from './document.js';
import {
  chunkEnd,
  nominal,
  linking,
  possessives,
  indefinite,
  shortQuote,
  isNominal,
  isParticiple,
  appositionOpeners,
  type Range,
} from './noun-phrase.js';
import { hasFiniteVerb, isComma, isDash, isTime, isTimeAt, personalPronouns, relativePronouns } from './words.js';

/** How far left of `from` a relative clause ("who know him") may begin. */
const relativeReach = 14;

/** No noun phrase is longer than this many units; holds the walk linear on endless sentences. */
const longestPhrase = 60;

function relativeStart(units: readonly Unit[], from: number): number {
  for (let k = from; k >= Math.max(1, from - relativeReach); k -= 1) {
    const unit = units[k]!;
    if (isComma(unit) || unit.pos === 'QUOTE') return -1;
    if (/^(?:who|which|that|whose|whom)$/.test(unit.lower) && isNominal(units[k - 1])) return k;
  }
  return -1;
}

/** "At the same time, Ann Lee and her aides": the first comma of a sentence that begins with an adverbial. */
function isAfterFronted(units: readonly Unit[], comma: number): boolean {
  const first = units[0]!;
  const isFronted = /^(?:ADP|ADV|SCONJ)$/.test(first.pos) || isTime(first) || /^VB[GN]$/.test(first.xpos);
  return isFronted && comma < 16 && !units.slice(0, comma).some(isComma);
}

/** Where the clause that holds a word may begin: behind the last comma or quotation, twelve words back at most. */
function clauseStart(units: readonly Unit[], index: number): number {
  let k = index;
  while (k > Math.max(0, index - 12) && !isComma(units[k - 1]) && units[k - 1]!.pos !== 'QUOTE') k -= 1;
  return k;
}

/** Walks left from the last word of a noun phrase to its first. @returns the first index; last + 1 when there is none */
function walkLeft(units: readonly Unit[], last: number): number {
  let k = last;
  let coordinated = false;
  while (k >= 0 && k > last - longestPhrase) {
    const unit = units[k]!;
    const left = units[k - 1];
    if (unit.pos === 'PRON' && personalPronouns.has(unit.lower)) {
      if (k === last) return k;
      break;
    }
    if (unit.pos === 'DET' || possessives.has(unit.lower)) {
      // An article begins a phrase: what stands before it belongs only if something links the two.
      const linked =
        left && (linking.has(left.lower) || left.lower === 'and' || left.lower === 'or' || indefinite.has(left.lower));
      if (!linked && !(left && left.pos === 'VERB' && isParticiple(left) && isNominal(units[k - 2]))) return k;
    } else if (
      nominal.test(unit.pos) ||
      shortQuote(unit) ||
      unit.pos === 'ADJ' ||
      indefinite.has(unit.lower) ||
      (k === 0 && unit.pos === 'VERB' && /^\p{Lu}/u.test(unit.text))
    ) {
      // part of the phrase
    } else if (unit.text === ')') {
      let open = k - 1;
      while (open > 0 && open > k - 12 && units[open]!.text !== '(') open -= 1;
      if (units[open]?.text !== '(') break;
      k = open;
    } else if (unit.pos === 'PART' && unit.lower !== 'to' && unit.lower !== 'not' && unit.lower !== "n't") {
      // possessive mark
    } else if (/^[-/&]$/.test(unit.text) || left?.text === '-' || (k < last && units[k + 1]!.text === '-')) {
      // inside a compound
    } else if (unit.pos === 'ADV' && k < last && /^(?:ADJ|NUM|VERB)$/.test(units[k + 1]!.pos)) {
      // "nearly 40 people"
    } else if (linking.has(unit.lower) && k < last && left?.pos === 'ADJ' && units[k - 2]?.pos === 'NOUN') {
      // "two people familiar with the inquiry"
      k -= 1;
    } else if (linking.has(unit.lower) && k < last) {
      if (!isNominal(left) && !(left && isParticiple(left) && isNominal(units[k - 2]))) break;
      if (isTime(left)) break;
    } else if (
      unit.pos === 'CCONJ' &&
      unit.lower !== 'but' &&
      k < last &&
      k > 0 &&
      (isNominal(left) || left?.pos === 'ADJ' || left?.text === ',')
    ) {
      const start = walkLeft(units, left?.text === ',' ? k - 2 : k - 1);
      const before = units[start - 1];
      const free =
        !before ||
        isComma(before) ||
        before.pos === 'QUOTE' ||
        before.pos === 'SCONJ' ||
        before.pos === 'CCONJ' ||
        before.pos === 'ADV' ||
        isDash(before);
      // "Prices rose, and the mayor": a comma before "and" joins clauses, where no other makes it a list.
      const isList = left?.text !== ',' || units.slice(start, k - 1).some(isComma);
      if (!free || !isList || start > k - 1) break;
      coordinated = true;
      k = start;
    } else if (isComma(unit) && coordinated && k > 0 && isNominal(left) && !isAfterFronted(units, k)) {
      // a list: "A, B and C"
    } else if (k < last && /^(?:acting|outgoing|incoming|visiting)$/.test(unit.lower)) {
      // "acting agency chief Ann Lee"
    } else if (
      unit.pos === 'VERB' &&
      isParticiple(unit) &&
      k < last &&
      (nominal.test(units[k + 1]!.pos) || units[k + 1]!.pos === 'ADJ') &&
      (!left || /^(?:DET|ADJ|ADP|NUM|ADV|CCONJ|QUOTE)$/.test(left.pos))
    ) {
      // "elected officials"
    } else if (
      unit.pos === 'VERB' &&
      isParticiple(unit) &&
      (k < last || left?.lower === 'those') &&
      isNominal(left) &&
      !(unit.xpos === 'VBD' && unit.relation === 'root') &&
      !hasFiniteVerb(units, clauseStart(units, k), k)
    ) {
      // "an official briefed on the matter"
    } else if (unit.pos === 'VERB' || unit.pos === 'AUX') {
      // "a woman who lives near the plant and whose son works (there) | said"
      const relative = relativeStart(units, k - 1);
      if (relative < 0) break;
      k = relative;
    } else break;
    k -= 1;
  }
  return k + 1;
}

const adverbialPrepositions = new Set('in on at during for from with by to of about under amid'.split(' '));

/** Trims what is not the phrase: conjunctions, times, and the phrase of a preposition before ("In a statement Ann Lee"). */
function trimLeft(units: readonly Unit[], start: number, end: number): number {
  // "apologised | in a post | deleted later": no phrase of its own.
  const isPlain = units.slice(start, end).every(({ pos }) => pos !== 'VERB');
  if (units[start]?.pos === 'ADP' && linking.has(units[start].lower) && isPlain) return end;
  let s = start;
  while (
    s < end &&
    units[s + 1]?.text !== '-' &&
    (units[s]!.pos === 'CCONJ' || units[s]!.pos === 'ADV' || isTime(units[s]) || units[s]!.text === ',')
  )
    s += 1;
  const before = units[s - 1];
  if (before && adverbialPrepositions.has(before.lower) && s === start) {
    for (let m = s + 1; m < end; m += 1) {
      const previous = units[m - 1]!;
      const unit = units[m]!;
      const newPhrase =
        (nominal.test(previous.pos) && (unit.pos === 'DET' || unit.pos === 'PRON')) ||
        (previous.pos === 'NOUN' && unit.pos === 'PROPN') ||
        (isTime(previous) && !isTime(unit));
      if (newPhrase) return m;
    }
    return end;
  }
  return s;
}

/** "of Raleigh | , N.C. | ,": a comma that only sets a state behind its town. */
const isState = (units: readonly Unit[], close: number): boolean =>
  /^(?:(?:\p{Lu}\.){2,}|\p{Lu}\p{Ll}{1,4}\.)$/u.test(units[close - 1]?.text ?? '') &&
  isComma(units[close - 2]) &&
  units[close - 3]?.pos === 'PROPN';

/** Where an apposition that ends before the comma at `close` begins; -1 when there is none. */
function appositionStart(units: readonly Unit[], close: number): number {
  const dash = isDash(units[close]);
  for (let k = close - 1; k > Math.max(0, close - 45); k -= 1) {
    const unit = units[k]!;
    if (unit.pos === 'QUOTE' && unit.quotation!.words > 5) return -1;
    if (dash ? !isDash(unit) : !isComma(unit)) continue;
    const first = units[k + 1]!;
    if (!isNominal(units[k - 1]) && units[k - 1]!.pos !== 'PRON') return -1;
    const fits =
      /^(?:DET|NUM|NOUN|PROPN|ADJ|ADP|ADV|PRON)$/.test(first.pos) ||
      /^(?:who|which|whose)$/.test(first.lower) ||
      isParticiple(first) ||
      // "the paper, without naming its sources,"
      first.lower === 'without';
    if (!fits) return -1;
    // "residents, some of whom had slept in cars,"
    const partOf = units[k + 2]?.lower === 'of' && /^(?:whom|which)$/.test(units[k + 3]?.lower ?? '');
    const clause =
      !partOf &&
      !/^(?:who|which|whose)$/.test(first.lower) &&
      // "a masked man, flanked by two others,"
      hasFiniteVerb(units, first.xpos === 'VBN' ? k + 2 : k + 1, close) &&
      relativeStart(units, close - 1) < k;
    return clause ? -1 : k;
  }
  return -1;
}

/**
 * The noun phrase that ends just before `end`: the subject of the verb there. Takes in appositions ("Ann Lee, the mayor,"),
 * brackets and relative clauses.
 * Example: "Ann Lee, who leads the port, said" -> "Ann Lee, who leads the port".
 * Known failure: a subject after a fronted phrase without comma and without article ("In spring ministers said").
 */
export function phraseBefore(units: readonly Unit[], end: number): Range | null {
  let last = end - 1;
  while (
    last >= 0 &&
    (units[last]!.pos === 'ADV' ||
      /^(?:there|here)$/.test(units[last]!.lower) ||
      (isTimeAt(units, last) && units[last]!.pos !== 'PROPN'))
  )
    last -= 1;
  // "Ann Lee this week said", "Ann Lee earlier this week said"
  const isEarlier = /^(?:earlier|later|late|early|just|only)$/.test(units[last - 1]?.lower ?? '');
  if (
    last < end - 1 &&
    /^(?:this|that|last|next)$/.test(units[last]?.lower ?? '') &&
    isNominal(units[last - (isEarlier ? 2 : 1)])
  )
    last -= isEarlier ? 2 : 1;
  // "Ann Lee herself said", "her deputy, Ann Lee, herself said"
  if (last > 0 && /sel(?:f|ves)$/.test(units[last]!.lower) && units[last]!.pos === 'PRON') {
    const before = units[last - 1];
    if (isNominal(before) || isComma(before)) last -= 1;
    // A name that the tagger did not know: "Dowless himself".
    else if (/^\p{Lu}/u.test(before?.text ?? '')) return { start: last - 1, end: last };
  }
  // "Ann Lee on Tuesday said"
  // "his daughter | June | recalled": a month behind a noun is a name.
  const isName = /^(?:May|April|June|August)$/.test(units[last]?.text ?? '') && isNominal(units[last - 1]);
  if (last >= 2 && isTimeAt(units, last) && !isName) last -= units[last - 1]!.pos === 'ADP' ? 2 : 1;
  // "Police in Portland, Ore. | declared"
  if (isState(units, last + 1) && !/^[JS]r\.$/.test(units[last]!.text)) last -= 2;
  if (last < 0) return null;
  const unit = units[last]!;
  if (relativePronouns.has(unit.lower) && isNominal(units[last - 1] ?? unit)) return { start: last, end: last + 1 };
  if (/^(?:who|which)$/.test(unit.lower)) return { start: last, end: last + 1 };
  if (unit.pos === 'PRON' && personalPronouns.has(unit.lower)) return { start: last, end: last + 1 };
  // "one | of them"
  if (/^(?:them|us|you)$/.test(unit.lower) && units[last - 1]?.lower === 'of' && isNominal(units[last - 2]))
    return { start: walkLeft(units, last - 2), end: last + 1 };
  let phraseEnd = last + 1;
  let coreLast = last;
  while (isComma(units[coreLast]) || isDash(units[coreLast])) {
    const open = appositionStart(units, isState(units, coreLast) ? coreLast - 2 : coreLast);
    if (open < 0) return phraseAtStart(units, coreLast);
    phraseEnd = coreLast;
    coreLast = open - 1;
    const start = walkLeft(units, coreLast);
    const before = units[start - 1];
    // "Ann Lee, 45, a lawyer, said": what was found is itself an apposition.
    if (
      isComma(before) &&
      start - 2 >= 0 &&
      units[start - 2]!.pos === 'PROPN' &&
      !isAfterFronted(units, start - 1) &&
      !isTime(units[start - 2]) &&
      /^(?:DET|NUM|ADP|NOUN|PROPN|ADJ)$/.test(units[start]?.pos ?? '')
    ) {
      coreLast = start - 2;
    }
    break;
  }
  if (coreLast < 0 || isComma(units[coreLast])) return null;
  const from = walkLeft(units, coreLast);
  const start = trimLeft(units, from, coreLast + 1);
  if (start <= coreLast) return { start, end: phraseEnd };
  // "a lawyer who has represented it in similar cases"
  const relative = relativeStart(units, coreLast);
  const antecedent =
    relative > 0 && /^(?:who|which|whose)$/.test(units[relative]!.lower) ? walkLeft(units, relative - 1) : relative;
  return relative > antecedent && antecedent >= 0 ? { start: antecedent, end: phraseEnd } : null;
}

/**
 * A subject at the sentence's beginning whose apposition is too long for `appositionStart`:
 * "Ann Lee, who studied law, played football and left in 2013, | said".
 */
function phraseAtStart(units: readonly Unit[], close: number): Range | null {
  let start = 0;
  while (start < close && (units[start]!.pos === 'CCONJ' || units[start]!.pos === 'PUNCT')) start += 1;
  if (!/^(?:PROPN|DET|NOUN|PRON)$/.test(units[start]?.pos ?? '') || units[start]!.pos === 'PRON') return null;
  const core = chunkEnd(units, start);
  const opens = isComma(units[core]) && core < close && appositionOpeners.test(units[core + 1]!.lower);
  if (!opens) return null;
  for (let k = core; k < close; k += 1) if (units[k]!.pos === 'QUOTE' && units[k]!.quotation!.words > 5) return null;
  return { start, end: close };
}
