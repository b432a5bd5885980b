import type { Unit } from './document.js';
import { isComma, isDash, isFinite, isTime, isTimeAt, personalPronouns, relativePronouns } from './words.js';

// Noun phrases that begin at a word; those that end at one are read in phrase-before.ts.

/** Unit indexes, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const nominal = /^(?:NOUN|PROPN|NUM|SYM|X)$/;
export const linking = new Set(
  'of for from at in with on to against about by near behind between among within across'.split(' '),
);
export const possessives = new Set('his her their its my our your'.split(' '));
export const indefinite = new Set(
  'many some those others both one several few most all another these each any no half none someone somebody everyone everybody anyone anybody nobody'.split(
    ' ',
  ),
);
export const shortQuote = (unit: Unit): boolean =>
  unit.pos === 'QUOTE' && unit.quotation!.words <= 5 && !/[.,!?]\s*$/.test(unit.text);
export const isNominal = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  (nominal.test(unit.pos) ||
    shortQuote(unit) ||
    unit.text === ')' ||
    (unit.pos === 'PRON' && indefinite.has(unit.lower)) ||
    indefinite.has(unit.lower));
export const isParticiple = (unit: Unit): boolean =>
  unit.pos === 'VERB' && (/(?:ed|ing|en|own|ought|eld|ade)$/.test(unit.lower) || unit.xpos === 'VBN');

/** End of the short phrase at `start`: article, adjectives, nouns; no prepositions. `start` itself when there is none. */
export function chunkEnd(units: readonly Unit[], start: number): number {
  let k = start;
  const first = units[k];
  if (!first) return start;
  if (first.pos === 'PRON' && !possessives.has(first.lower) && !indefinite.has(first.lower))
    return relativePronouns.has(first.lower) ? start : start + 1;
  let head = false;
  for (; k < units.length; k += 1) {
    const unit = units[k]!;
    if (unit.pos === 'DET' || possessives.has(unit.lower)) {
      if (k > start && units[k - 1]!.pos !== 'DET' && !indefinite.has(units[k - 1]!.lower)) break;
    } else if (nominal.test(unit.pos)) {
      if (head && unit.pos === 'PROPN' && units[k - 1]!.pos === 'NOUN') break;
      // "the night | watchman"
      const isModifier =
        (/^(?:DET|PART)$/.test(units[k - 1]?.pos ?? '') || possessives.has(units[k - 1]?.lower ?? '')) &&
        // "a 1974 | diplomatic cable"
        (units[k + 1]?.pos === 'NOUN' || (unit.pos === 'NUM' && units[k + 1]?.pos === 'ADJ')) &&
        !isTimeAt(units, k + 1);
      if (k > start && isTimeAt(units, k) && units[k + 1]?.lower !== "'s" && !isModifier) break;
      head = true;
    } else if (unit.pos === 'ADJ' || indefinite.has(unit.lower)) {
      // "tweeted | another"
      if (indefinite.has(unit.lower) && !/^(?:no|every)$/.test(unit.lower))
        head ||= !units[k + 1] || units[k + 1]!.pos === 'PUNCT';
      // "two | former nurses"
      const isCounted = units[k - 1]?.pos === 'NUM' && /^(?:ADJ|NOUN|PROPN)$/.test(units[k + 1]?.pos ?? '');
      if (head && !isCounted && units[k - 1]?.text !== '-' && units[k - 1]?.pos !== 'PART') break;
    } else if (unit.pos === 'PART' && head && unit.lower !== 'to' && !/^n[o']t$/.test(unit.lower)) {
      continue;
    } else if ((/^[-/&]$/.test(unit.text) || units[k - 1]?.text === '-') && k > start) {
      continue;
    } else if (units[k + 1]?.text === '-' && units[k + 1]!.start === unit.end) {
      continue;
    } else if (shortQuote(unit)) {
      head = true;
    } else if (unit.pos === 'VERB' && !head && k > start && isParticiple(unit)) {
      continue;
    } else if (unit.pos === 'ADV' && !head && /^(?:ADJ|NUM)$/.test(units[k + 1]?.pos ?? '')) {
      continue;
    } else break;
  }
  return head ? k : start;
}

export const appositionOpeners =
  /^(?:a|an|the|who|whose|which|his|her|its|their|one|of|then|now|also|formerly|executive|chief|senior|former|director|president|professor|chairman|chairwoman|founder|head|co-?founder|deputy|\d\d?)$/;

/**
 * The noun phrase that begins at `start` with what hangs on it: "of", "for", appositions, a relative clause, brackets.
 * Example: said | Ann Lee, a professor who studies ports | .
 * @returns the end; `start` itself when no phrase begins there
 */
export function phraseEnd(units: readonly Unit[], start: number): number {
  let k = chunkEnd(units, start);
  if (k === start) return start;
  if (units[start]!.pos === 'PRON' && personalPronouns.has(units[start]!.lower)) return k;
  for (;;) {
    const unit = units[k];
    if (!unit || isTime(unit)) return k;
    // "three people | present at a dinner", which the tagger takes for a verb
    if (unit.lower === 'present' && units[k - 1]!.pos === 'NOUN' && /^(?:at|in|for)$/.test(units[k + 1]?.lower ?? '')) {
      const next = chunkEnd(units, k + 2);
      if (next === k + 2) return k;
      k = next;
      continue;
    }
    if (unit.pos === 'PROPN' && units[k - 1]!.pos === 'NOUN') {
      // "said harbour board president | Ann Lee"
      const next = chunkEnd(units, k);
      if (next === k) return k;
      k = next;
    } else if (
      unit.pos === 'ADJ' &&
      units[k - 1]!.pos === 'NOUN' &&
      /^(?:with|to|for)$/.test(units[k + 1]?.lower ?? '')
    ) {
      // "two people | familiar with the inquiry"
      const next = chunkEnd(units, k + 2);
      if (next === k + 2) return k;
      k = next;
    } else if (linking.has(unit.lower) && unit.lower !== 'to') {
      const next = chunkEnd(units, k + 1);
      if (
        next === k + 1 ||
        isTime(units[k + 1]) ||
        (unit.lower !== 'of' &&
          /^(?:statement|interview|email|e-mail|letter|tweet|speech|phone|conference|briefing|news|logbook|diary|post|memo|editorial|communiqué|memoir|column|essay)$/.test(
            units[next - 1]!.lower,
          ))
      )
        return k;
      k = next;
    } else if (unit.lower === 'and' && chunkEnd(units, k + 1) > k + 1 && !clauseFollows(units, k + 1)) {
      k = chunkEnd(units, k + 1);
    } else if (unit.text === '(') {
      let close = k + 1;
      while (close < units.length && close < k + 12 && units[close]!.text !== ')') close += 1;
      if (units[close]?.text !== ')') return k;
      k = close + 1;
    } else if (isParticiple(unit) && !clauseFollows(units, start)) {
      const next = units[k + 1];
      if (!next || next.pos !== 'ADP') return k;
      k += 1;
    } else if (
      (isComma(unit) && appositionOpeners.test(units[k + 1]?.lower ?? '')) ||
      /^(?:who|whose)$/.test(unit.lower)
    ) {
      return appositionEnd(units, k + 1);
    } else return namedEnd(units, start, k) ?? namesEnd(units, k) ?? k;
  }
}

/** "wrote Jason Dunn | , Robin Dawe and Nate Peters": a list of names up to the end of the sentence. */
function namesEnd(units: readonly Unit[], comma: number): number | null {
  let k = comma;
  let hasAnd = false;
  while (isComma(units[k]) || units[k]?.lower === 'and') {
    hasAnd ||= units[k]!.lower === 'and';
    const from = k + 1;
    k = from;
    while (units[k]?.pos === 'PROPN' && !isTime(units[k])) k += 1;
    if (k === from) return null;
  }
  return hasAnd && k > comma + 3 && (!units[k] || /^[.!?;]$/.test(units[k]!.text)) ? k : null;
}

/** "said his partner | , Jordan Vell": the name of one described by a singular noun, where nothing but a circumstance follows. */
function namedEnd(units: readonly Unit[], start: number, comma: number): number | null {
  const first = units[start]!;
  const isDescribed = units[comma - 1]!.xpos === 'NN' && (first.pos === 'DET' || possessives.has(first.lower));
  const isOwned = units[comma - 1]!.xpos === 'NN' && units.slice(start, comma).some(({ pos }) => pos === 'PART');
  if (!isComma(units[comma]) || !(isDescribed || isOwned)) return null;
  let end = comma + 1;
  while (units[end]?.pos === 'PROPN' && !isTime(units[end])) end += 1;
  const next = units[end];
  const isAlone = !next || /^[.,;:!?]$/.test(next.text) || next.pos === 'ADP' || isTime(next);
  return end > comma + 1 && end <= comma + 5 && isAlone ? end : null;
}

/** An apposition runs to the next comma that is followed by something else, or to the sentence's end. */
function appositionEnd(units: readonly Unit[], start: number): number {
  for (let k = start; k < units.length; k += 1) {
    const unit = units[k]!;
    if (unit.pos === 'QUOTE' && unit.quotation!.words > 3) return isComma(units[k - 1]) ? k - 1 : k;
    if (/^[.!?;:]$/.test(unit.text) || isDash(unit)) return k;
    if (isComma(unit)) {
      const next = units[k + 1];
      if (!next) return k;
      if (appositionOpeners.test(next.lower) || next.pos === 'PROPN') continue;
      return k;
    }
  }
  return units.length;
}

/** Whether a subject with its finite verb begins at `start`. */
export function clauseFollows(units: readonly Unit[], start: number): boolean {
  const end = chunkEnd(units, start);
  if (end === start) return false;
  for (let k = end; k < Math.min(units.length, end + 8); k += 1) {
    const unit = units[k]!;
    if (isFinite(units, k)) return true;
    // "Mr Lee “looked at me for a while”": the quotation has the verb.
    if (unit.pos === 'QUOTE' && k === end && unit.quotation!.words > 3 && !isComma(units[k - 1])) return true;
    if (unit.pos === 'PUNCT' || unit.pos === 'QUOTE' || unit.lower === 'that') return false;
    // "added a goal | as the Hurricanes won", "dismissed it | after he had left": another clause's.
    if (/^(?:as|while|after|before|because|until)$/.test(unit.lower) && unit.pos === 'SCONJ') return false;
    // "underscored the weight of it | but didn't say more": the verb is that of whoever stands before.
    if (/^(?:and|but)$/.test(unit.lower) && units[k + 1] && isFinite(units, k + 1)) return false;
  }
  return false;
}
