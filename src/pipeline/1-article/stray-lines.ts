import { isProse, type Block } from './blocks.js';
import { leads, notices, requests } from './set-phrases.js';

/** Weight; a longer line that begins with a set phrase may be a sentence of the article. */
const LONGEST_LEAD = 220;
const LONGEST_REQUEST = 110;
const LONGEST_NOTICE = 160;
/** Characters; a set phrase of several words fills such a line. */
const SHORT_LINE = 60;

/** Phrases by their first character, so that a line is compared with few. */
function index(phrases: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byFirst = new Map<string, string[]>();
  for (const phrase of phrases) {
    const key = phrase.slice(0, 1);
    byFirst.set(key, [...(byFirst.get(key) ?? []), phrase]);
  }
  return byFirst;
}

const indexed = { leads: index(leads), requests: index(requests), notices: index(notices) };

/** Where the phrase ends in the line; -1 when the line does not begin with one. A letter may not follow in scripts with spaces. */
function beginsWith(line: string, phrases: ReadonlyMap<string, readonly string[]>): number {
  let longest = -1;
  for (const phrase of phrases.get(line.slice(0, 1)) ?? []) {
    if (phrase.length <= longest || !line.startsWith(phrase)) continue;
    const next = line.slice(phrase.length, phrase.length + 1);
    const isWord = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;
    if (!(isWord.test(next) && isWord.test(phrase.slice(-1)))) longest = phrase.length;
  }
  return longest;
}

/** Weight; a single linked word is seldom a teaser. */
const SHORTEST_LINK = 8;
const cells = new Set(['td', 'th']);
const listed = new Set(['li', 'dd', 'dt', 'tr']);

/** Marks before a set phrase: bullets, arrows, brackets. */
const before = /^[^\p{L}\p{N}©(【（[<]+/u;

/**
 * Whether a line among the paragraphs of an article is none of it: it leads elsewhere, asks for something, or says who made
 * or owns what. "Lesen Sie auch: Freibad öffnet später", "Sign up for our letter.", "© 2024 The Harbour Post".
 * A phrase that goes on into a sentence is left: "Advertisement spending fell by a third last year."
 * Known failure: a short sentence that begins with such a phrase ("Subscribe to nothing, he says.").
 */
export function isStrayLine(block: Block): boolean {
  if (block.weight > LONGEST_LEAD) return false;
  const line = block.text.toLowerCase().replaceAll('’', "'").replace(before, '');
  if (line === '') return true;
  const hasLink = block.linkWeight > 0;
  const lead = beginsWith(line, indexed.leads);
  if (lead >= 0 && isAddressed(line, lead, hasLink, SHORT_LINE)) return true;
  const request = beginsWith(line, indexed.requests);
  if (request >= 0 && block.weight <= LONGEST_REQUEST && isAddressed(line, request, hasLink, LONGEST_REQUEST))
    return true;
  const notice = beginsWith(line, indexed.notices);
  return notice >= 0 && block.weight <= LONGEST_NOTICE;
}

/** A set phrase alone, before a colon, with a link, or as a whole short line; not the first words of a statement. */
function isAddressed(line: string, end: number, hasLink: boolean, longest: number): boolean {
  const rest = line.slice(end).trim();
  if (rest === '' || hasLink || /^[:：>|»→–—\-.…!]/u.test(rest)) return true;
  const isOneWord = !/[^\p{L}\p{N}]/u.test(line.slice(0, end)) && /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(line);
  return !isOneWord && line.length <= longest;
}

/**
 * Whether a block is nothing but a link to another page. In an article that stands alone on its line it is a teaser; items
 * of lists and rows of tables are judged with their list, by Readability.
 * Known failure: a source given as a link on a line of its own.
 */
export function isLinkLine(block: Block): boolean {
  if (listed.has(block.owner.localName) || cells.has(block.around)) return false;
  if (block.weight < SHORTEST_LINK) return false;
  return !isProse(block) && block.linkWeight * 10 >= block.weight * 7;
}
