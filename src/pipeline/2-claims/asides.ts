import type { Unit } from '../../language/document.js';
import { isDocument } from '../../language/en/documents.js';
import { chunkEnd, possessives } from '../../language/noun-phrase.js';
import { isMainVerb } from '../../language/tree.js';
import { beForms, hasFiniteVerb, haveForms, isComma, isDash, isTime } from '../../language/words.js';
import { airWords, givenWords, printWords, reachWords, relayWords, seenWords, spreadWords } from './aside-lexicon.js';
import { eventNouns } from './document-lexicon.js';
import { isBoundary, isPause, wordsOf, type Aside, type Match } from './aside-match.js';
import { isOffice, isPaperBefore, isStudyBefore, mediumEnd, mouthpiece } from './aside-phrases.js';
import { cited } from './cited-sources.js';
import { interpreted, isInterpreting, issuedBy, relayedBy, whoSpokeTo } from './aside-clauses.js';
import { Attitude } from '../values.js';
import { issueEnd } from './issue.js';
import { cueForms } from './verb-forms.js';
import { isAired, isBareName, isMedium, isOwnOutlet, mayBeMedium } from './media.js';

const longest = 30;
/** Asides of one sentence, at most: holds the work linear on endless sentences. */
const most = 40;

/** Where the participle stands in ", as quoted by", ", who was quoted by", ", which was seen by", ", a copy of which was obtained by". */
function afterOpener(units: readonly Unit[], at: number): number {
  if (units[at]!.lower === 'as')
    return /^(?:first|originally|previously|earlier)$/.test(units[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  let k = at;
  // "a letter | that appeared in Thursday's Times"
  if (/^(?:that|which)$/.test(units[k]!.lower) && /^(?:appeared|ran|featured)$/.test(units[k + 1]?.lower ?? ''))
    return k + 1;
  // "an e-mail | that was forwarded to"
  if (
    units[k]!.lower === 'that' &&
    !beForms.has(units[k + 1]?.lower ?? '') &&
    !haveForms.has(units[k + 1]?.lower ?? '')
  )
    return at;
  if (/^(?:a|parts|copies|excerpts|extracts|portions|passages)$/.test(units[k]!.lower))
    while (k < at + 3 && units[k]?.lower !== 'which') k += 1;
  if (!/^(?:which|who|that)$/.test(units[k]?.lower ?? '')) return at;
  k += 1;
  while (beForms.has(units[k]?.lower ?? '') || haveForms.has(units[k]?.lower ?? '')) k += 1;
  return k;
}

/** Behind the words for when and how something was spread: "published | on Sunday | by the Lantern", "read out | on state radio". */
function linkBehind(units: readonly Unit[], verb: number): number {
  let k = verb + 1;
  // "interviewed | on the practice courts | by the Gazette"
  if (/^(?:on|at|in)$/.test(units[k]?.lower ?? '') && relayWords.has(units[verb]!.lower)) {
    const place = chunkEnd(units, k + 1);
    if (place > k + 1 && units[place]?.lower === 'by') return place;
  }
  while (
    k < verb + 5 &&
    (isTime(units[k]) ||
      units[k]?.pos === 'ADV' ||
      /^(?:out|aloud)$/.test(units[k]?.lower ?? '') ||
      (/^(?:on|this|last)$/.test(units[k]?.lower ?? '') && isTime(units[k + 1])))
  )
    k += 1;
  return k;
}

/** Whether whoever stands behind a participle and its preposition is the medium that carried, saw or got the words. */
function isCarrier(
  word: string,
  link: string,
  text: string,
  issue: string,
  isPaper: boolean,
  isRelay: boolean,
): boolean {
  const hasCapital = /\p{Lu}/u.test(text);
  if (reachWords.has(word)) return link === 'by' && isMedium(text);
  if (link === 'in') return isMedium(issue);
  if (link === 'to' || link === 'with')
    return (
      (link === 'to' && isAired(text)) ||
      (isPaper && givenWords.has(word) && isMedium(text)) ||
      (word === 'leaked' && (isMedium(text) || (hasCapital && isPaper)))
    );
  // "read out on Kesh One"
  if (link === 'on') return isAired(text) || (airWords.has(word) && isPaper && hasCapital);
  return (
    isMedium(issue) ||
    (hasCapital && link === 'by' && (isRelay || (seenWords.has(word) && isPaper) || word === 'carried'))
  );
}

/** "a letter seen by the Post", "a video posted on Instagram", ", as quoted by the Gazette,", "As quoted in the Gazette,". */
function relayed(units: readonly Unit[], at: number): Match | null {
  const isFront = at === 0 && units[at]!.lower === 'as';
  if (at === 0 && !isFront) return null;
  const afterComma = isFront || isPause(units[at - 1]);
  const isClause = !afterComma && /^(?:that|which)$/.test(units[at]!.lower);
  const verb = afterComma || isClause ? afterOpener(units, at) : at;
  const word = units[verb]?.lower;
  // "The Week That Was"
  if (word === undefined) return null;
  // "The king posted on Instagram": no letter was.
  const isPaper = isPaperBefore(units, at);
  if (!afterComma && isMainVerb(units, verb) && !(isPaper && units[verb]!.xpos === 'VBN')) return null;
  const linkAt = linkBehind(units, verb);
  const link = units[linkAt]?.lower ?? '';
  if (!/^(?:by|on|to|with|in)$/.test(link)) return null;
  const isRelay = relayWords.has(word);
  // "the head teacher, quoted in Thursday's Journal,", "a letter printed in the Journal"
  if (link === 'in' && !(isRelay && afterComma) && !(printWords.has(word) && isPaper && !isStudyBefore(units, at)))
    return null;
  if (!isRelay && !seenWords.has(word) && !spreadWords.has(word) && !(reachWords.has(word) && !afterComma)) return null;
  // "an official | quoted by the agency", "the rabbi, | cited by the Post,", "a memo passed around and | obtained by"
  const before = units[at - (afterComma ? 2 : 1)];
  const isJoined = before?.lower === 'and' && isPaper;
  if (isClause ? !isPaper : !(isRelay && afterComma) && !isJoined && !/^(?:NOUN|PROPN)$/.test(before?.pos ?? ''))
    return null;
  const end = mediumEnd(units, linkAt + 1);
  if (end === linkAt + 1 || units[end]?.lower === 'as') return null;
  const text = wordsOf(units, linkAt + 1, end);
  const issue = text.replace(/^(?:[Tt]his (?:week|month)|[Ll]ast (?:week|month)|\p{Lu}\p{Ll}+) ['’]s /u, '');
  const own = isOwnOutlet(issue) || (link === 'on' && /\b(?:web ?site|homepage)$/.test(text));
  const isNamed = isFront && isBareName(text);
  if (!own && !isNamed && !isCarrier(word, link, text, issue, isPaper, isRelay && afterComma)) return null;
  let stop = appositionClose(units, end);
  if (afterComma) while (stop < units.length && stop < end + 8 && !isBoundary(units[stop])) stop += 1;
  if (afterComma && !isBoundary(units[stop])) return null;
  return { end: stop, kind: 'MEDIUM', named: own ? null : { start: linkAt + 1, end }, wrapped: afterComma };
}

/** "obtained by WKTL | , a radio station in Toledo | , Sheriff": the end of what a medium is called besides. */
function appositionClose(units: readonly Unit[], end: number): number {
  if (!isComma(units[end]) || !/^an?$|^the$/.test(units[end + 1]?.lower ?? '')) return end;
  const noun = chunkEnd(units, end + 1);
  if (noun === end + 1 || !isMedium(wordsOf(units, end + 1, noun))) return end;
  for (let k = noun; k < noun + 6; k += 1) if (isComma(units[k])) return k;
  return end;
}

/** "on state television", "through an interpreter", and "Speaking" before either. */
function through(units: readonly Unit[], at: number): Match | null {
  const opener = at === 0 || isComma(units[at - 1]) ? (openers[units[at]!.lower] ?? null) : null;
  const speaking = opener !== null;
  const k = speaking ? at + 1 : at;
  const link = units[k]?.lower ?? '';
  if (!(opener ?? /^(?:on|over|through|via)$/).test(link)) return null;
  const start = episodeEnd(units, k + 1);
  const end = mediumEnd(units, start);
  if (end === start) return null;
  const text = wordsOf(units, start, end);
  const named = { start, end };
  // "Asked on the radio about the strike, she said": what else the opener holds is taken out with it.
  let close = end;
  if (speaking && at === 0) while (close < end + 8 && close < units.length && !isBoundary(units[close])) close += 1;
  if (!isComma(units[close])) close = end;
  // "speaking through his solicitor, Noor Rahmani, said"
  const name = speaking && isComma(units[close]) ? chunkEnd(units, close + 1) : close;
  if (name > close + 1 && units[close + 1]!.pos === 'PROPN' && isComma(units[name]) && at > 0) close = name;
  const wrapped = (speaking || at === 0) && isComma(units[close]);
  if (/^(?:through|via)$/.test(link))
    return mouthpiece.test(units[end - 1]!.lower) ||
      isInterpreting(units, end) ||
      (possessives.has(units[k + 1]!.lower) && isOffice(units[end - 1]!)) ||
      (/^(?:an?|his|her|their|its|the)$/.test(units[k + 1]!.lower) &&
        mouthpiece.test(units[k + 2]?.lower ?? '') &&
        units[k + 3]?.pos !== 'PART')
      ? { end: close, kind: 'PERSON', named, wrapped }
      : null;
  // "Contacted by the Leader": who asks and has a name is a medium.
  const isAsker = at === 0 && link === 'by' && units[end - 1]!.pos === 'PROPN' && units[k + 1]!.pos === 'DET';
  // "Asked by Starnes", "Speaking to Undertow": the whole document tells whether that is a medium.
  const isName =
    opener !== null &&
    /^(?:by|to|with)$/.test(link) &&
    (at === 0 || isComma(units[close])) &&
    isBareName(text) &&
    mayBeMedium(text);
  // "Writing in the Financial Quarter,"
  const isPrinted =
    opener !== null && link === 'in' && isComma(units[close]) && /^the /.test(text) && mayBeMedium(text);
  if (
    /^(?:on|over)$/.test(link) || units[at]!.lower === 'taking'
      ? !isAired(text)
      : !isMedium(text) && !isAsker && !isName && !isPrinted
  )
    return null;
  // "a post on X" is the document.
  if (!speaking && at > 0 && isDocument(units[at - 1]!.lower, 'i')) return null;
  return { end: close, kind: isName && !isMedium(text) ? 'TOLD' : 'MEDIUM', named, wrapped };
}

/** "on | the latest episode of | the podcast Lantern": where the programme itself is named. */
function episodeEnd(units: readonly Unit[], from: number): number {
  for (let k = from + 1; k < from + 4; k += 1)
    if (
      /^(?:episode|edition|instalment|installment|broadcast)$/.test(units[k]?.lower ?? '') &&
      units[k + 1]?.lower === 'of'
    )
      return k + 2;
  return from;
}

/** Participles before a speaker that tell through whom he speaks, with their prepositions. */
const openers: Readonly<Record<string, RegExp>> = {
  speaking: /^(?:on|through|via|to|with)$/,
  talking: /^(?:on|to|with)$/,
  appearing: /^on$/,
  taking: /^to$/,
  writing: /^(?:in|for|on)$/,
  interviewed: /^(?:on|by|for)$/,
  asked: /^(?:on|by)$/,
  quizzed: /^(?:on|by)$/,
  grilled: /^(?:on|by)$/,
  questioned: /^(?:on|by)$/,
  pressed: /^(?:on|by)$/,
  challenged: /^(?:on|by)$/,
  contacted: /^by$/,
  reached: /^by$/,
  approached: /^by$/,
};

/** "wrote | in the Guardian", "report this week | in the journal Night Biology", "In this week's Lancet,". */
function printedIn(units: readonly Unit[], at: number): Match | null {
  if (units[at]!.lower !== 'in') return null;
  let before = at - 1;
  while (before > at - 4 && before >= 0 && (isTime(units[before]) || /^(?:on|this|last)$/.test(units[before]!.lower)))
    before -= 1;
  const isFront = before < 0;
  if (!isFront && !(units[before]!.pos === 'VERB' && isWriting(units[before]!.lower))) return null;
  const start = issueEnd(units, at + 1);
  const end = mediumEnd(units, start);
  if (end === start || isDocument(units[end - 1]!.lower, 'i')) return null;
  const text = wordsOf(units, start, end);
  // "in an MSNBC forum", "in the Gazette building", "in his Journal"
  const isName = /^\p{Lu}/u.test(units[end - 1]!.text) || mediumNoun.test(units[end - 1]!.lower);
  if (!isName || eventNouns.has(units[end - 1]!.lower) || possessives.has(units[start]!.lower)) return null;
  if (isOwnOutlet(text) || !/\p{Lu}/u.test(text) || !isMedium(text)) return null;
  if (isFront && !isComma(units[end])) return null;
  return { end, kind: 'MEDIUM', named: { start: at + 1, end }, wrapped: isFront };
}

const mediumNoun = /^(?:newspaper|paper|magazine|journal|daily|weekly|tabloid|newsletter|press|media)$/;

const isWriting = (word: string): boolean =>
  cueForms.get(word)?.senses.some(({ attitude, frames }) => attitude === Attitude.SPEECH && /[qct]/.test(frames)) ??
  false;

const asideAt = (units: readonly Unit[], at: number): Match | null =>
  printedIn(units, at) ??
  relayed(units, at) ??
  relayedBy(units, at) ??
  whoSpokeTo(units, at) ??
  issuedBy(units, at) ??
  through(units, at) ??
  interpreted(units, at) ??
  cited(units, at);

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
    const match = asides.length < most ? asideAt(units, k) : null;
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
    const isDashed = isDash(kept.at(-1));
    if (match.wrapped && isPause(kept.at(-1))) kept.pop();
    k = match.end - 1;
    // "According to state media, citing the army, the town …": the phrase in front keeps its comma.
    const isFronted = kept[0]?.pos === 'ADP' || kept[0]?.lower === 'according';
    const needsComma = isFronted && !hasFiniteVerb(kept, 0, Math.min(kept.length, longest));
    // So does "and": "denied it, citing its records, and said".
    const goesOn = units[match.end + 1]?.pos === 'CCONJ';
    // "TV Solana – citing two officers – said"
    if (match.wrapped && isDashed && isDash(units[match.end])) k += 1;
    else if (match.wrapped && isComma(units[match.end]) && !goesOn && !(needsComma && kept.length < longest)) k += 1;
  }
  return asides.length === 0 || kept.length === 0 ? { units, asides: [] } : { units: kept, asides };
}
