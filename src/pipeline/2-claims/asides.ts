import type { Unit } from '../../language/document.js';
import { chunkEnd } from '../../language/noun-phrase.js';
import {
  beForms,
  hasFiniteVerb,
  haveForms,
  isComma,
  isDash,
  isFinalMark,
  isQuote,
  isTime,
} from '../../language/words.js';
import {
  agentPlural,
  paperNouns,
  reasonNouns,
  relayWords,
  seenWords,
  sourceNouns,
  spreadWords,
} from './aside-lexicon.js';
import type { HopKind, Stretch } from './attribution.js';
import { cueForms } from './verb-forms.js';
import { documentNouns } from './document-lexicon.js';
import { headOf, isDocumentPhrase } from './documents.js';
import { isAired, isMedium, isOwnOutlet } from './media.js';
import { mouthpieces } from './media-lexicon.js';

/** Words beside a claim that name who carried it. All offsets count in the normalised text. */
export interface Aside extends Stretch {
  /** SOURCE is whoever is cited: he owns the claim then. */
  readonly kind: Exclude<HopKind, 'TOLD' | 'DOCUMENT'> | 'SOURCE';
  readonly cue: string;
  /** Whom it names; null where that is the outlet itself or, of a reason, nobody. */
  readonly named: Stretch | null;
}

/** Unit indexes, end exclusive. */
interface Match {
  readonly end: number;
  readonly kind: Aside['kind'];
  readonly named: { start: number; end: number } | null;
  /** Whether the commas on its two sides are its own. */
  readonly wrapped: boolean;
}

const mouthpiece = new RegExp(`^(?:${mouthpieces})s?$`);
const longest = 30;
/** Units between a document's noun and "seen by", at most. */
const paperReach = 8;
/** Asides of one sentence, at most: holds the work linear on endless sentences. */
const most = 40;
/** Sources in one list, at most. */
const mostListed = 6;
const wordsOf = (units: readonly Unit[], start: number, end: number): string =>
  units
    .slice(start, end)
    .map((unit) => unit.text)
    .join(' ');

/** The phrase at `start` with the name behind it and "of": "the magazine | Lantern", "the Voice | of Orrel". */
function mediumEnd(units: readonly Unit[], start: number): number {
  let k = chunkEnd(units, start);
  while (k > start && units[k]?.pos === 'PROPN' && chunkEnd(units, k) > k) k = chunkEnd(units, k);
  if (k > start && units[k]?.lower === 'of' && /^\p{Lu}/u.test(units[k + 1]?.text ?? '')) k = chunkEnd(units, k + 1);
  // Names whose second word the tagger took for another kind.
  while (k > start + 1 && /^\p{Lu}/u.test(units[k]?.text ?? '') && !isQuote(units[k]) && !isTime(units[k])) k += 1;
  // "NBC's “Harbour Hour”"
  if (k > start && units[k - 1]!.pos === 'PART' && isQuote(units[k]) && units[k]!.quotation!.words <= 5) k += 1;
  while (k > start && isTime(units[k - 1])) k -= 1;
  return k;
}

const isBoundary = (unit: Unit | undefined): boolean =>
  unit === undefined || isComma(unit) || isDash(unit) || isFinalMark(unit) || unit.text === ')' || unit.text === ':';

/** Where the participle stands in ", as quoted by", ", who was quoted by", ", which was seen by", ", a copy of which was obtained by". */
function afterOpener(units: readonly Unit[], at: number): number {
  if (units[at]!.lower === 'as') return at + 1;
  let k = at;
  if (/^(?:a|parts|copies|excerpts)$/.test(units[k]!.lower)) while (k < at + 3 && units[k]?.lower !== 'which') k += 1;
  if (!/^(?:which|who)$/.test(units[k]?.lower ?? '')) return at;
  k += 1;
  while (beForms.has(units[k]?.lower ?? '') || haveForms.has(units[k]?.lower ?? '')) k += 1;
  return k;
}

/** Whether a document's noun stands shortly before: "a letter to the board | seen by", not "a boy, | examined by". */
function isPaperBefore(units: readonly Unit[], at: number): boolean {
  return units.slice(Math.max(0, at - paperReach), at).some(({ lower }) => {
    const noun = lower.replace(/s$/, '');
    return [lower, noun].some((word) => documentNouns.has(word) || paperNouns.has(word));
  });
}

/** "a letter seen by the Post", "a video posted on Instagram", ", as quoted by the Gazette,". */
function relayed(units: readonly Unit[], at: number): Match | null {
  const afterComma = at > 0 && isComma(units[at - 1]);
  const verb = afterComma ? afterOpener(units, at) : at;
  const word = units[verb]?.lower ?? '';
  // "published on Sunday by the Lantern"
  let linkAt = verb + 1;
  while (linkAt < verb + 4 && (isTime(units[linkAt]) || (units[linkAt]?.lower === 'on' && isTime(units[linkAt + 1]))))
    linkAt += 1;
  const link = units[linkAt]?.lower ?? '';
  if (at === 0 || !/^(?:by|on|to|with)$/.test(link)) return null;
  const isRelay = relayWords.has(word);
  if (!isRelay && !seenWords.has(word) && !spreadWords.has(word)) return null;
  // "an official | quoted by the agency", "the rabbi, | cited by the Post,"
  if (!(isRelay && afterComma) && !/^(?:NOUN|PROPN)$/.test(units[at - (afterComma ? 2 : 1)]?.pos ?? '')) return null;
  const end = mediumEnd(units, linkAt + 1);
  if (end === linkAt + 1 || units[end]?.lower === 'as') return null;
  const text = wordsOf(units, linkAt + 1, end);
  const own = isOwnOutlet(text) || (link === 'on' && /\b(?:web ?site|homepage)$/.test(text));
  const hasCapital = /\p{Lu}/u.test(text);
  const fits =
    own ||
    (/^(?:on|to)$/.test(link) ? isAired(text) : isMedium(text)) ||
    (((isRelay && afterComma) || (seenWords.has(word) && isPaperBefore(units, at))) && link === 'by' && hasCapital) ||
    (word === 'carried' && link === 'by' && hasCapital);
  if (!fits) return null;
  let stop = end;
  if (afterComma) while (stop < units.length && stop < end + 8 && !isBoundary(units[stop])) stop += 1;
  if (afterComma && !isBoundary(units[stop])) return null;
  return { end: stop, kind: 'MEDIUM', named: own ? null : { start: linkAt + 1, end }, wrapped: afterComma };
}

/** "on state television", "through an interpreter", and "Speaking" before either. */
function through(units: readonly Unit[], at: number): Match | null {
  const speaking = /^speaking$/.test(units[at]!.lower) && (at === 0 || isComma(units[at - 1]));
  const k = speaking ? at + 1 : at;
  const link = units[k]?.lower ?? '';
  if (!/^(?:on|through|via|to|with)$/.test(link) || (!speaking && /^(?:to|with)$/.test(link))) return null;
  const end = mediumEnd(units, k + 1);
  if (end === k + 1) return null;
  const text = wordsOf(units, k + 1, end);
  const wrapped = (speaking || at === 0) && isComma(units[end]);
  const named = { start: k + 1, end };
  if (/^(?:through|via)$/.test(link))
    return mouthpiece.test(units[end - 1]!.lower) ||
      (/^(?:an?|his|her|their|its|the)$/.test(units[k + 1]!.lower) &&
        mouthpiece.test(units[k + 2]?.lower ?? '') &&
        units[k + 3]?.pos !== 'PART')
      ? { end, kind: 'PERSON', named, wrapped }
      : null;
  if (link === 'on' ? !isAired(text) : !isMedium(text)) return null;
  // "a post on X" is the document.
  if (!speaking && at > 0 && documentNouns.has(units[at - 1]!.lower.replace(/s$/, ''))) return null;
  return { end, kind: 'MEDIUM', named, wrapped };
}

/** Whether what is cited can know something; "citing weak demand" gives a reason. */
function isSourcePhrase(units: readonly Unit[], start: number, end: number): boolean {
  const chunk = chunkEnd(units, start);
  const last = units[chunk - 1];
  const isSeveral = units[start]!.pos === 'NUM' && last?.pos === 'NOUN' && /(?:s|people|men|women)$/.test(last.lower);
  // The head alone: "concerns of its workers" and "staff shortages" know nothing.
  return (
    sourceNouns.test(headOf(units, start, end)) ||
    (chunk > start && (last!.pos === 'PROPN' || isSeveral || agentPlural.test(last!.lower))) ||
    isDocumentPhrase(units, start, end)
  );
}

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

/** ", citing two officials,", "Quoting hospital staff,", ", which cited a diplomat". */
function cited(units: readonly Unit[], at: number): Match | null {
  if (at > 0 && !isComma(units[at - 1])) return null;
  const relative =
    /^(?:which|who)$/.test(units[at]!.lower) && /^(?:cited|quoted|cites|quotes)$/.test(units[at + 1]?.lower ?? '');
  if (!relative && !/^(?:citing|quoting)$/.test(units[at]!.lower)) return null;
  const from = at + (relative ? 2 : 1);
  let end = from;
  while (end < units.length && end < from + longest && !isBoundary(units[end])) end += 1;
  end = listEnd(units, end);
  if (
    end === from ||
    !isBoundary(units[end]) ||
    (at > 0 && isTag(units, end)) ||
    units.slice(from, end).some((unit) => unit.lower === 'as' || isQuote(unit))
  )
    return null;
  const isReason = reasonNouns.test(headOf(units, from, end));
  const isSource = isSourcePhrase(units, from, end) || (!isReason && isByMedium(units, at, end));
  // "the mayor, | citing staff shortages, | said": a reason between commas is beside the claim and names nobody.
  const goesOn = units[end + 1]?.lower === 'that' || /^(?:VERB|AUX)$/.test(units[end + 1]?.pos ?? '');
  if (!isSource && (relative || at === 0 || !isComma(units[end]) || !goesOn)) return null;
  return { end, kind: 'SOURCE', named: isSource ? { start: from, end } : null, wrapped: true };
}

/**
 * Takes out of a sentence what names a medium, a mouthpiece or a source beside a claim, so that the templates read what is
 * left: "The Post reported, citing two officials, that A" is read as "The Post reported that A".
 * Offsets of the units that stay are those of the text. Every pattern looks a bounded way ahead: linear.
 * Known failure: a name that is no source ("citing Article 5") is taken for one.
 */
export function takeOutAsides(units: readonly Unit[]): { units: readonly Unit[]; asides: readonly Aside[] } {
  const asides: Aside[] = [];
  const kept: Unit[] = [];
  for (let k = 0; k < units.length; k += 1) {
    const match = asides.length < most ? (relayed(units, k) ?? through(units, k) ?? cited(units, k)) : null;
    if (!match) {
      kept.push(units[k]!);
      continue;
    }
    const { named } = match;
    asides.push({
      start: units[k]!.start,
      end: units[match.end - 1]!.end,
      kind: match.kind,
      cue: units[k]!.lower,
      named: named && { start: units[named.start]!.start, end: units[named.end - 1]!.end },
    });
    if (match.wrapped && isComma(kept.at(-1))) kept.pop();
    k = match.end - 1;
    // "According to state media, citing the army, the town …": the phrase in front keeps its comma.
    const isFronted = kept[0]?.pos === 'ADP' || kept[0]?.lower === 'according';
    const needsComma = isFronted && !hasFiniteVerb(kept, 0, Math.min(kept.length, longest));
    // So does "and": "denied it, citing its records, and said".
    const goesOn = units[match.end + 1]?.pos === 'CCONJ';
    if (match.wrapped && isComma(units[match.end]) && !goesOn && !(needsComma && kept.length < longest)) k += 1;
  }
  return asides.length === 0 || kept.length === 0 ? { units, asides: [] } : { units: kept, asides };
}
