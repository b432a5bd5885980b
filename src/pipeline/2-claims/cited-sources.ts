import type { Unit } from '../../language/document.js';
import { chunkEnd } from '../../language/noun-phrase.js';
import { isComma, isFinalMark, isQuote } from '../../language/words.js';
import { agentPlural, reasonNouns, sourceNouns } from './aside-lexicon.js';
import { boundaryFrom, isBoundary, isPause, wordsOf, type Match } from './aside-match.js';
import { headOf, isDocumentPhrase } from './documents.js';
import { isMedium } from './media.js';
import { cueForms } from './verb-forms.js';

/** Units of what is cited, at most. */
const longest = 30;
/** Sources in one list, at most. */
const mostListed = 6;

/** Whether what is cited can know something; "citing weak demand" gives a reason. */
function isSourcePhrase(units: readonly Unit[], start: number, end: number): boolean {
  const chunk = chunkEnd(units, start);
  const last = units[chunk - 1];
  const isSeveral = units[start]!.pos === 'NUM' && last?.pos === 'NOUN' && /(?:s|people|men|women)$/.test(last.lower);
  // The head alone: "concerns of its workers" and "staff shortages" know nothing.
  return (
    sourceNouns.test(headOf(units, start, end)) ||
    // "the German weekly | Hansekurier"
    sourceNouns.test(last?.lower ?? '') ||
    (chunk > start && (last!.pos === 'PROPN' || isSeveral || isAgent(last!.lower))) ||
    isDocumentPhrase(units, start, end)
  );
}

/** "drivers", "a driver", not "weather". */
const isAgent = (word: string): boolean =>
  agentPlural.test(word) || (!reasonNouns.test(word) && !/^\w{1,5}$/.test(word) && agentPlural.test(`${word}s`));

/** Whether a medium cites, in front of the aside or, where the sentence begins with it, behind: media cite sources, not reasons. */
function isByMedium(units: readonly Unit[], at: number, end: number): boolean {
  const from = at === 0 ? end + 1 : Math.max(0, at - 8);
  // The capital a sentence begins with tells no name: "The agency, citing".
  const lead = from === 0 && units[0]!.pos !== 'PROPN' ? units[0]!.lower : (units[from]?.text ?? '');
  return isMedium(`${lead} ${wordsOf(units, from + 1, at === 0 ? end + 7 : at)}`);
}

/** "citing police | , doctors and residents": the end of a list that goes on, or where it was. */
function listEnd(units: readonly Unit[], from: number): number {
  let k = from;
  for (let items = 0; items < mostListed && isComma(units[k]); items += 1) {
    const isLast = units[k + 1]?.lower === 'and';
    const start = isLast ? k + 2 : k + 1;
    const end = chunkEnd(units, start);
    if (end === start) return from;
    if (isLast) return isBoundary(units[end]) ? end : from;
    if (units[end]?.lower === 'and') {
      const close = chunkEnd(units, end + 1);
      return close > end + 1 && isBoundary(units[close]) ? close : from;
    }
    k = end;
  }
  return from;
}

/** "The minister left, citing a report | , his office said": who speaks stands behind, and what is cited is content. */
function isTag(units: readonly Unit[], at: number): boolean {
  if (!isComma(units[at])) return false;
  const verb = chunkEnd(units, at + 1);
  return (
    verb > at + 1 &&
    cueForms.has(units[verb]?.lower ?? '') &&
    (units[verb + 1] === undefined || isFinalMark(units[verb + 1]!))
  );
}

/** "citing | Article 5", "the Flags Act": what is in force gives a reason and tells nothing. */
function isLaw(units: readonly Unit[], from: number): boolean {
  const name = units.slice(from, chunkEnd(units, from));
  return (
    name.some(
      ({ lower }, index) =>
        /^(?:article|section|clause|rule|paragraph|chapter|title|resolution)s?$/.test(lower) &&
        name[index + 1]?.pos === 'NUM',
    ) ||
    /^(?:act|law|laws|treaty|code|constitution|amendment|convention|regulations?|statutes?)$/.test(
      name.at(-1)?.lower ?? '',
    )
  );
}

/** ", citing two officials,", "Quoting hospital staff,", ", which cited a diplomat". */
export function cited(units: readonly Unit[], at: number): Match | null {
  // "wrote | on the strength of a survey"
  const basis =
    at > 0 &&
    units[at]!.lower === 'on' &&
    units[at + 1]?.lower === 'the' &&
    /^(?:strength|basis|authority|word)$/.test(units[at + 2]?.lower ?? '') &&
    units[at + 3]?.lower === 'of';
  if (basis) {
    const end = chunkEnd(units, at + 4);
    const close = boundaryFrom(units, end, at + longest);
    return end > at + 4 && isSourcePhrase(units, at + 4, close)
      ? { end: close, kind: 'SOURCE', named: { start: at + 4, end: close }, wrapped: false }
      : null;
  }
  if (at > 0 && !isPause(units[at - 1])) return null;
  const relative =
    /^(?:which|who)$/.test(units[at]!.lower) && /^(?:cited|quoted|cites|quotes)$/.test(units[at + 1]?.lower ?? '');
  // "attributing the news | to two engineers"
  const to = units[at]!.lower === 'attributing' ? chunkEnd(units, at + 1) : at;
  const attributes = to > at && units[to]?.lower === 'to';
  if (!relative && !attributes && !/^(?:citing|quoting)$/.test(units[at]!.lower)) return null;
  const from = attributes ? to + 1 : at + (relative ? 2 : 1);
  const end = listEnd(units, boundaryFrom(units, from, from + longest));
  if (
    end === from ||
    !isBoundary(units[end]) ||
    (at > 0 && isTag(units, end)) ||
    units.slice(from, end).some((unit) => unit.lower === 'as' || isQuote(unit))
  )
    return null;
  // "quoting" somebody gives no reason.
  const isQuoted = units[at]!.lower === 'quoting';
  const isReason = !isQuoted && reasonNouns.test(headOf(units, from, end));
  const isSource =
    !isLaw(units, from) && (isQuoted || isSourcePhrase(units, from, end) || (!isReason && isByMedium(units, at, end)));
  // "the mayor, | citing staff shortages, | said": a reason between commas is beside the claim and names nobody.
  const goesOn = units[end + 1]?.lower === 'that' || /^(?:VERB|AUX)$/.test(units[end + 1]?.pos ?? '');
  if (!isSource && (relative || at === 0 || !isComma(units[end]) || !goesOn)) return null;
  return { end, kind: 'SOURCE', named: isSource ? { start: from, end } : null, wrapped: true };
}
