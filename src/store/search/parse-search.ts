import { ParallaxError } from '../../errors.js';
import { wordsOf } from './words.js';

/** Words that must follow each other. */
export interface Term {
  readonly words: readonly string[];
  /** Between quotation marks: these words and not others of the same stem. */
  readonly isExact: boolean;
  /** Written with `*`: the last word is only a beginning. */
  readonly isPrefix: boolean;
}

/** Everything required and nothing excluded is found. */
export interface Alternative {
  readonly required: readonly Term[];
  readonly excluded: readonly Term[];
}

export const longestSearch = 500;
const mostTerms = 32;
const shortestPrefix = 2;

interface Item extends Term {
  readonly isExcluded: boolean;
}

const quotes = '"“”„‟«»＂';
// An item is a phrase to its closing mark, or to the end where it has none, or a run without spaces; `-` before it
// excludes it, `*` behind it makes it a prefix. No two parts can take the same character, so that nothing is tried twice.
const itemPattern = new RegExp(`(-?)(?:[${quotes}]([^${quotes}]*)(?:[${quotes}](\\*?)|$)|([^\\s${quotes}]+))`, 'gu');

/**
 * Reads what somebody typed into a search field: words that must all be there, "phrases", -exclusions, prefixes* and
 * `or`, which binds less than the space between words. Everything else counts as space: there is no wrong syntax.
 * @throws ParallaxError BAD_USER_INPUT when there is nothing to look for or too much
 */
export function parseSearch(text: string): Alternative[] {
  if (text.length > longestSearch) {
    throw refusal(`\`text\` has ${text.length} characters; ${longestSearch} are the most.`);
  }
  const alternatives = splitAtOr(itemsOf(text)).map((items) => ({
    required: items.filter(({ isExcluded }) => !isExcluded),
    excluded: items.filter(({ isExcluded }) => isExcluded),
  }));
  if (alternatives.length === 0) throw refusal('`text` holds no word to look for.');
  if (alternatives.some(({ required }) => required.length === 0)) {
    throw refusal('`text` only says what to leave out: add a word to look for, on each side of `or`.');
  }
  const terms = alternatives.flatMap(({ required, excluded }) => [...required, ...excluded]);
  if (terms.reduce((sum, { words }) => sum + words.length, 0) > mostTerms) {
    throw refusal(`\`text\` holds more than ${mostTerms} words: leave some out.`);
  }
  for (const { words, isPrefix } of terms) {
    const last = words.at(-1) as string;
    if (isPrefix && last.length < shortestPrefix) {
      throw refusal(`\`${last}*\` would find too much: give at least ${shortestPrefix} letters before \`*\`.`);
    }
  }
  return alternatives;
}

const refusal = (sentence: string) => new ParallaxError('BAD_USER_INPUT', sentence);

function* itemsOf(text: string): Generator<Item | 'or'> {
  for (const [, minus, phrase, star, run] of text.matchAll(itemPattern)) {
    if (run !== undefined && minus === '' && run.toLowerCase() === 'or') {
      yield 'or';
      continue;
    }
    const words = wordsOf(phrase ?? (run as string)).map((word) => word.text);
    if (words.length === 0) continue;
    const isPrefix = run === undefined ? star === '*' : /[\p{L}\p{M}\p{N}]\*$/u.test(run);
    yield { words, isExact: run === undefined, isPrefix, isExcluded: minus === '-' };
  }
}

/** An `or` at an end, or beside another, joins nothing. */
function splitAtOr(items: Iterable<Item | 'or'>): Item[][] {
  const sides: Item[][] = [[]];
  for (const item of items) {
    if (item === 'or') sides.push([]);
    else sides.at(-1)?.push(item);
  }
  return sides.filter((side) => side.length > 0);
}
