import type { Unit } from '../../language/document.js';
import { chunkEnd } from '../../language/noun-phrase.js';
import { isMainVerb } from '../../language/tree.js';
import { beForms, haveForms, isComma, isNoun, isTime } from '../../language/words.js';
import { boundaryFrom, isBoundary, isPause, wordsOf, type Match } from './aside-match.js';
import { isPaperBefore, isStudyBefore, mediumEnd } from './aside-phrases.js';
import { isAired, isBareName, isMedium, isOwnOutlet } from './media.js';
import {
  airedParticiples,
  givenParticiples,
  printedParticiples,
  reachedParticiples,
  relayedParticiples,
  seenParticiples,
  spreadParticiples,
} from './publishing-verbs.js';

/** The words that tell who carried something: "a letter | seen | on Friday | by | the Post". */
interface Relay {
  /** The participle. */
  readonly word: string;
  /** The preposition behind it, and where the name of the medium begins. */
  readonly link: string;
  readonly medium: number;
  /** Whether a pause or nothing stands before: ", as quoted by the Gazette,". */
  readonly isLoose: boolean;
  /** "a letter | that appeared in the Times". */
  readonly isClause: boolean;
  /** Whether a document stands shortly before. */
  readonly isPaper: boolean;
  /** Whether it stands beside the claim and says that somebody was quoted: whom, needs no noun before it. */
  readonly isQuoting: boolean;
}

/** Units of what is told besides of a medium, at most: ", as quoted by the Gazette in its Friday edition,". */
const longestTail = 8;

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
  if (/^(?:on|at|in)$/.test(units[k]?.lower ?? '') && relayedParticiples.has(units[verb]!.lower)) {
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

/** The participle and the preposition of an aside that begins at `at`; null where it begins with none. */
function relayAt(units: readonly Unit[], at: number): Relay | null {
  // "As quoted in the Gazette,"
  const isFront = at === 0 && units[at]!.lower === 'as';
  if (at === 0 && !isFront) return null;
  const isLoose = isFront || isPause(units[at - 1]);
  const isClause = !isLoose && /^(?:that|which)$/.test(units[at]!.lower);
  const verb = isLoose || isClause ? afterOpener(units, at) : at;
  const word = units[verb]?.lower;
  // "The Week That Was"
  if (word === undefined) return null;
  // "The king posted on Instagram": no letter was.
  const isPaper = isPaperBefore(units, at);
  if (!isLoose && isMainVerb(units, verb) && !(isPaper && units[verb]!.xpos === 'VBN')) return null;
  const linkAt = linkBehind(units, verb);
  const link = units[linkAt]?.lower ?? '';
  if (!/^(?:by|on|to|with|in)$/.test(link)) return null;
  const isQuoting = isLoose && relayedParticiples.has(word);
  return { word, link, medium: linkAt + 1, isLoose, isClause, isPaper, isQuoting };
}

/** Whether the participle can tell where it stands that something was carried by, seen by or given to a medium. */
function isTelling(units: readonly Unit[], at: number, { word, link, isLoose, isPaper, isQuoting }: Relay): boolean {
  // "the head teacher, quoted in Thursday's Journal,", "a letter printed in the Journal"
  if (link === 'in' && !isQuoting && !(printedParticiples.has(word) && isPaper && !isStudyBefore(units, at)))
    return false;
  return (
    relayedParticiples.has(word) ||
    seenParticiples.has(word) ||
    spreadParticiples.has(word) ||
    (reachedParticiples.has(word) && !isLoose)
  );
}

/** Whether what was carried stands before: "an official | quoted by", "the rabbi, | cited by", "a memo passed around and | obtained by". */
function hasNoun(units: readonly Unit[], at: number, { isLoose, isClause, isPaper, isQuoting }: Relay): boolean {
  if (isClause) return isPaper;
  const before = units[at - (isLoose ? 2 : 1)];
  return isQuoting || isNoun(before) || (before?.lower === 'and' && isPaper);
}

/** "this week's | Gazette" */
const withoutDate = (text: string): string =>
  text.replace(/^(?:[Tt]his (?:week|month)|[Ll]ast (?:week|month)|\p{Lu}\p{Ll}+) ['’]s /u, '');

/** Whether whoever stands behind the preposition is the medium that carried, saw or got the words. */
function isCarrier({ word, link, isPaper, isQuoting }: Relay, text: string): boolean {
  const hasCapital = /\p{Lu}/u.test(text);
  if (reachedParticiples.has(word)) return link === 'by' && isMedium(text);
  switch (link) {
    case 'in':
      return isMedium(withoutDate(text));
    // "read out on Kesh One"
    case 'on':
      return isAired(text) || (airedParticiples.has(word) && isPaper && hasCapital);
    case 'by':
      return (
        isMedium(withoutDate(text)) ||
        (hasCapital && (isQuoting || word === 'carried' || (seenParticiples.has(word) && isPaper)))
      );
    // "to" and "with"
    default:
      return (
        (link === 'to' && isAired(text)) ||
        (isPaper && givenParticiples.has(word) && isMedium(text)) ||
        (word === 'leaked' && (isMedium(text) || (hasCapital && isPaper)))
      );
  }
}

/** "this newspaper", "posted on its website": the outlet's own, which is no hop. */
const isOwn = (link: string, text: string): boolean =>
  isOwnOutlet(withoutDate(text)) || (link === 'on' && /\b(?:web ?site|homepage)$/.test(text));

/**
 * A participle with the medium that carried, saw or was given the words: "a letter seen by the Post", "a video posted on
 * Instagram", ", as quoted by the Gazette,", "As quoted in the Gazette,".
 * Asked in turn: is there a participle with its preposition, can it tell who carried something, does what was carried
 * stand before, is whoever stands behind a medium, and where does it end?
 */
export function relayed(units: readonly Unit[], at: number): Match | null {
  const relay = relayAt(units, at);
  if (!relay || !isTelling(units, at, relay) || !hasNoun(units, at, relay)) return null;
  const { link, medium, isLoose } = relay;
  const end = mediumEnd(units, medium);
  if (end === medium || units[end]?.lower === 'as') return null;
  const text = wordsOf(units, medium, end);
  const own = isOwn(link, text);
  // "As quoted in Folkeposten,": in front, a name is enough.
  const isNamed = at === 0 && isBareName(text);
  if (!own && !isNamed && !isCarrier(relay, text)) return null;
  const apposition = appositionClose(units, end);
  const close = isLoose ? boundaryFrom(units, apposition, end + longestTail) : apposition;
  if (isLoose && !isBoundary(units[close])) return null;
  return { end: close, kind: 'MEDIUM', named: own ? null : { start: medium, end }, wrapped: isLoose };
}

/** "obtained by WKTL | , a radio station in Toledo | , Sheriff": the end of what a medium is called besides. */
function appositionClose(units: readonly Unit[], end: number): number {
  if (!isComma(units[end]) || !/^an?$|^the$/.test(units[end + 1]?.lower ?? '')) return end;
  const noun = chunkEnd(units, end + 1);
  if (noun === end + 1 || !isMedium(wordsOf(units, end + 1, noun))) return end;
  for (let k = noun; k < noun + 6; k += 1) if (isComma(units[k])) return k;
  return end;
}
