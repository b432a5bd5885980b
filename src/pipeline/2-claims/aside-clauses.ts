import type { Unit } from '../../language/document.js';
import { chunkEnd, possessives } from '../../language/noun-phrase.js';
import { isMainVerb } from '../../language/tree.js';
import { haveForms, isComma, isFinite, isTime } from '../../language/words.js';
import { boundaryFrom, isBoundary, wordsOf, type Match } from './aside-match.js';
import { isOffice, isPaperBefore, mediumEnd, mouthpiece } from './aside-phrases.js';
import { isMedium, isOwnOutlet } from './media.js';
import { issuedParticiples, relayedParticiples, seenParticiples, spreadParticiples } from './publishing-verbs.js';
import { cueForms } from './verb-forms.js';

// Asides that are clauses of their own, with whoever carried the words as their subject.

/** Units behind the verb of such a clause, at most: "printed | in full on Sunday". */
const longestTail = 8;

/** "an e-mail | that the Gazette has seen", "a letter | , which the Gazette printed in full", "the clerk | , whom the Gazette interviewed". */
export function relayedBy(units: readonly Unit[], at: number): Match | null {
  const word = units[at]!.lower;
  if (at === 0 || !/^(?:that|which|whom)$/.test(word)) return null;
  const afterComma = isComma(units[at - 1]);
  const isPaper = word !== 'whom' && isPaperBefore(units, at);
  if (!isPaper && !(word === 'whom' && afterComma)) return null;
  const end = mediumEnd(units, at + 1);
  let verb = end;
  while (haveForms.has(units[verb]?.lower ?? '') || units[verb]?.pos === 'ADV') verb += 1;
  const carries = units[verb]?.lower ?? '';
  const fits =
    word === 'whom'
      ? relayedParticiples.has(carries) || /^(?:quotes|cites|interviews)$/.test(carries)
      : seenParticiples.has(carries) || spreadParticiples.has(carries);
  if (end === at + 1 || !fits) return null;
  const text = wordsOf(units, at + 1, end);
  const own = isOwnOutlet(text);
  // "that the minister sent": persons spread letters too.
  if (!own && !isMedium(text) && !((seenParticiples.has(carries) || carries === 'read') && /\p{Lu}/u.test(text)))
    return null;
  let close = verb + 1;
  while (close < units.length && close <= verb + longestTail && !isBoundary(units[close])) {
    if (isFinite(units, close) || (cueForms.has(units[close]!.lower) && units[close]!.pos === 'VERB')) break;
    close += 1;
  }
  const wrapped = afterComma && isBoundary(units[close]);
  if (afterComma && !wrapped) return null;
  return { end: close, kind: 'MEDIUM', named: own ? null : { start: at + 1, end }, wrapped };
}

/** "two officials | who spoke to the Herald on condition of anonymity". */
export function whoSpokeTo(units: readonly Unit[], at: number): Match | null {
  if (at === 0 || units[at]!.lower !== 'who' || !/^(?:spoke|talked|speak|talk)$/.test(units[at + 1]?.lower ?? ''))
    return null;
  if (!/^(?:to|with)$/.test(units[at + 2]?.lower ?? '')) return null;
  const end = mediumEnd(units, at + 3);
  const text = wordsOf(units, at + 3, end);
  const own = isOwnOutlet(text);
  if (end === at + 3 || !(own || isMedium(text))) return null;
  const afterComma = isComma(units[at - 1]);
  let close = end;
  while (close < units.length && close < end + longestCondition && !isBoundary(units[close])) {
    if (cueForms.has(units[close]!.lower) && units[close]!.pos === 'VERB' && /^VB[DZP]$/.test(units[close]!.xpos))
      break;
    close += 1;
  }
  const wrapped = afterComma && isBoundary(units[close]);
  if (afterComma && !wrapped) return null;
  return { end: close, kind: 'MEDIUM', named: own ? null : { start: at + 3, end }, wrapped };
}

/** Units of what is told of the condition, at most: "on condition of anonymity because they are not authorised to". */
const longestCondition = 20;

/** "through an aid worker | who translated from Zaghawa" is an interpreter. */
export const isInterpreting = (units: readonly Unit[], at: number): boolean =>
  units[at]?.lower === 'who' && /^(?:translated|interpreted)$/.test(units[at + 1]?.lower ?? '');

/** "a statement | released by his lawyer", "issued on Friday through her agent", "read aloud by the family's solicitor". */
export function issuedBy(units: readonly Unit[], at: number): Match | null {
  // "which was read by"
  if (
    at === 0 ||
    units[at - 1]!.pos === 'AUX' ||
    !issuedParticiples.has(units[at]!.lower) ||
    !isPaperBefore(units, at) ||
    isMainVerb(units, at)
  )
    return null;
  let link = at + 1;
  while (
    link < at + 5 &&
    (isTime(units[link]) ||
      /^(?:out|aloud|on|late|early)$/.test(units[link]?.lower ?? '') ||
      units[link]?.pos === 'ADV')
  )
    link += 1;
  if (!/^(?:by|through|via)$/.test(units[link]?.lower ?? '')) return null;
  const end = chunkEnd(units, link + 1);
  if (end === link + 1) return null;
  // "his attorney | Dale Rusk", "a spokesman | for the family"
  const name = units[end]?.pos === 'PROPN' ? chunkEnd(units, end) : end;
  const of = /^(?:for|of)$/.test(units[name]?.lower ?? '') ? chunkEnd(units, name + 1) : name;
  const phrase = units.slice(link + 1, end);
  const isMouthpiece = phrase.some(({ lower }, index) => mouthpiece.test(lower) && phrase[index + 1]?.pos !== 'PART');
  const isOwnOffice = possessives.has(phrase[0]!.lower) && isOffice(phrase.at(-1)!);
  // "read by a family friend": whoever reads it out.
  const isReader =
    units[at]!.lower === 'read' &&
    units[link]!.lower === 'by' &&
    /^(?:an?|his|her|their)$/.test(phrase[0]!.lower) &&
    phrase.at(-1)!.xpos === 'NN';
  // "released through the club": whatever body it came through.
  const isChannel =
    /^(?:through|via)$/.test(units[link]!.lower) &&
    /^(?:club|union|church|charity|league|association|federation|school|agency|firm)$/.test(phrase.at(-1)!.lower);
  if (!isMouthpiece && !isOwnOffice && !isReader && !isChannel) return null;
  return { end: of, kind: 'PERSON', named: { start: link + 1, end: of }, wrapped: false };
}

const interpreting = /^(?:translating|interpreting|rendering)$/;

/** "With her granddaughter translating,", ", a court interpreter rendering his words into Greek", "By way of her agent,". */
export function interpreted(units: readonly Unit[], at: number): Match | null {
  const word = units[at]!.lower;
  const isWay = at === 0 && word === 'by' && units[1]?.lower === 'way' && units[2]?.lower === 'of';
  if (isWay) {
    const end = chunkEnd(units, 3);
    return end > 3 && mouthpiece.test(units[end - 1]!.lower) && isComma(units[end])
      ? { end, kind: 'PERSON', named: { start: 3, end }, wrapped: true }
      : null;
  }
  const afterComma = at > 0 && isComma(units[at - 1]);
  if (at > 0 && !afterComma) return null;
  const start = word === 'with' ? at + 1 : at;
  const end = chunkEnd(units, start);
  if (end === start || !interpreting.test(units[end]?.lower ?? '')) return null;
  const close = boundaryFrom(units, end + 1, end + longestTail);
  return isBoundary(units[close]) ? { end: close, kind: 'PERSON', named: { start, end }, wrapped: true } : null;
}
