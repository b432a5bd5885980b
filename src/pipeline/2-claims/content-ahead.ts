import type { Unit } from '../../language/document.js';
import { isDocument } from '../../language/en/documents.js';
import { clauseFollows, isParticiple } from '../../language/noun-phrase.js';
import { hasFiniteVerb, isComma, isFinalMark, isFinite, isQuote, startsNounPhrase } from '../../language/words.js';
import { contentBegins, isRelative } from './adverbials.js';
import { cueForms } from './verb-forms.js';

/** At most so many units stand between a cue and the conjunction of its content. */
const longestBetween = 25;

/**
 * Looks over what is left between cue and content: "said at a hotel in the old town | that …",
 * "told the paper when asked about it | : "…"". @returns where the content begins; `from` where none is sure
 */
export function contentAhead(units: readonly Unit[], from: number, isTelling: boolean): number {
  const first = units[from];
  if (!first || contentBegins(units, from)) return from;
  // "If it is so, Lee said, | there is one reason: “…”": the tag is in the middle.
  if (isComma(first) && clauseFollows(units, from + 1)) return from;
  for (let k = from; k < Math.min(units.length - 1, from + 25); k += 1) {
    if (units[k]!.text === ':' && isQuote(units[k + 1])) return k;
    if (
      isComma(units[k]) &&
      isQuote(units[k + 1]) &&
      units[k + 1]!.quotation!.words > 3 &&
      !hasFiniteVerb(units, from, k)
    )
      return k;
    // "agreed, | saying, “…”": another cue's.
    if (isComma(units[k]) && cueForms.get(units[k + 1]!.lower)?.form === 'ING') break;
    if (isQuote(units[k]) || isFinalMark(units[k]!)) break;
  }
  const isLoose = isTelling || /^(?:ADP|ADV)$/.test(first.pos) || (from > 0 && isDoneWithDocument(units, from));
  for (let k = from; isLoose && k < Math.min(units.length, from + 12); k += 1) {
    if (
      units[k]!.lower === 'that' &&
      units[k]!.pos !== 'DET' &&
      (startsNounPhrase(units[k + 1]) || isQuote(units[k + 1]))
    )
      return k;
    // "told a town hall in Orrel, Norway, on Monday that …"
    if ((isComma(units[k]) && !isTelling) || isQuote(units[k]) || (isFinite(units, k) && !isDoneWithDocument(units, k)))
      break;
    // "had never asked for a trade, | adding that": another cue's.
    if (isComma(units[k]) && cueForms.get(units[k + 1]?.lower ?? '')?.form === 'ING') break;
  }
  // "said in an interview taped before the storm that": a conjunction, and no noun or verb before it that takes one.
  for (let k = from; k < Math.min(units.length, from + longestBetween); k += 1) {
    const unit = units[k]!;
    if (unit.lower === 'that' && unit.pos === 'SCONJ') return k;
    const isFiniteVerb =
      isFinite(units, k) && !(unit.xpos === 'VBN' && unit.relation === 'acl') && !isDoneWithDocument(units, k);
    if (isQuote(unit) || isFiniteVerb || cueForms.has(unit.lower) || isFinalMark(unit)) break;
  }
  return from;
}

/** "in an indictment | returned last week": what was done with a document, where the tagger saw a past. */
const isDoneWithDocument = (units: readonly Unit[], k: number): boolean =>
  isParticiple(units[k]!) &&
  isDocument(units[k - 1]!.lower, 'i') &&
  /^(?:ADP|ADJ|ADV|PROPN)$/.test(units[k + 1]?.pos ?? '');

/** "a report | that runs to 64 pages": a clause about the document, whose only verb stands right behind "that". */
export function tellsOfDocument(units: readonly Unit[], that: number): boolean {
  if (!isDocument(units[that - 1]!.lower, 'd') || !isRelative(units, that)) return false;
  let end = that + 2;
  while (end < units.length && !/^(?:CCONJ|PUNCT|QUOTE)$/.test(units[end]!.pos)) end += 1;
  return !hasFiniteVerb(units, that + 2, end);
}
