import { documentFrequency, passages } from '../../language/en/document-frequencies.js';
import { stopWords } from '../../language/en/stop-words.js';
import { words, type Word } from '../../language/en/words.js';
import type { EventArticle } from '../values.js';
import { hashOf } from './hash.js';
import { isRoundup } from './roundup.js';
import { shinglesOf } from './wire-copy.js';

/** Weighted terms: parallel lists, ascending by `hashes`. */
export interface Terms {
  readonly hashes: Uint32Array;
  /** How often, how early, in the headline, as a name; without rarity. */
  readonly weights: Float32Array;
  /** Passages of general English that have the term; `pairTerm` for a pair of words, of which no table exists. */
  readonly background: Uint16Array;
}

export const pairTerm = 0xffff;

/** What stage 4 needs to know of an article: made once, kept by the caller as long as it likes, never changed. */
export interface EventFeatures {
  readonly articleId: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly isRoundup: boolean;
  /** Words and neighbouring word pairs of headline and body. */
  readonly terms: Terms;
  /** Words of the headline alone. */
  readonly headline: Terms;
  /** Hashes of its heaviest terms: what an index finds it by. */
  readonly keys: Uint32Array;
  /** Hashes of the 5-word runs of the body, ascending. */
  readonly shingles: Uint32Array;
}

// News tells the event first: words of the first paragraphs count more than those of the background further down.
const leadWords = 120;
const leadWeight = 2;
const headlineWeight = 3;
// A word that has a capital where no sentence begins is part of a name, and names tell events apart.
const nameWeight = 1.5;
// Two articles about one thing share several of their heaviest words.
const keyCount = 60;

/**
 * The features of an article.
 * @param article its `publishedAt` must be a date that JavaScript reads (ISO 8601).
 */
export function eventFeatures(article: EventArticle): EventFeatures {
  const body = words(article.text);
  const headline = words(article.headline);
  const counts = new Map<string, number>();
  const add = (term: string, weight: number): void => void counts.set(term, (counts.get(term) ?? 0) + weight);
  countTerms(body, (index) => (index < leadWords ? leadWeight : 1), add);
  countTerms(headline, () => headlineWeight, add);
  const names = nameStems(body);
  const weightOf = (term: string, count: number): number => (1 + Math.log(count)) * (names.has(term) ? nameWeight : 1);
  const terms = termsOf(new Map([...counts].map(([term, count]) => [term, weightOf(term, count)])));
  const inHeadline = new Set(headline.filter(isTerm).map((word) => word.stem));
  return {
    articleId: article.id,
    time: Date.parse(article.publishedAt),
    isRoundup: isRoundup(article.headline),
    terms,
    headline: termsOf(new Map([...inHeadline].map((term) => [term, weightOf(term, 1)]))),
    keys: keysOf(terms),
    shingles: shinglesOf(body.map((word) => word.lower)),
  };
}

/** Words that say what, and pairs of them that stand side by side. */
function countTerms(
  list: readonly Word[],
  weight: (index: number) => number,
  add: (term: string, weight: number) => void,
): void {
  let before: Word | null = null;
  list.forEach((word, index) => {
    if (!isTerm(word)) {
      before = null;
      return;
    }
    add(word.stem, weight(index));
    if (before && word.start - before.end <= 1) add(`${before.stem} ${word.stem}`, weight(index));
    before = word;
  });
}

/** Stems that mostly have a capital where none is due. */
function nameStems(body: readonly Word[]): Set<string> {
  const balance = new Map<string, number>();
  for (const word of body) {
    if (!word.isFirst) balance.set(word.stem, (balance.get(word.stem) ?? 0) + (word.isCapitalised ? 1 : -1));
  }
  return new Set([...balance].filter(([, value]) => value > 0).map(([stem]) => stem));
}

function isTerm(word: Word): boolean {
  return word.lower.length > 1 && !stopWords.has(word.lower);
}

function termsOf(weights: ReadonlyMap<string, number>): Terms {
  const list = [...weights].map(([term, weight]) => ({ term, weight, hash: hashOf(term) }));
  list.sort((a, b) => a.hash - b.hash);
  return {
    hashes: Uint32Array.from(list, (entry) => entry.hash),
    weights: Float32Array.from(list, (entry) => entry.weight),
    background: Uint16Array.from(list, ({ term }) => (term.includes(' ') ? pairTerm : documentFrequency(term))),
  };
}

function keysOf(terms: Terms): Uint32Array {
  const weight = (index: number): number =>
    terms.background[index] === pairTerm
      ? 0
      : terms.weights[index]! * Math.log((passages + 1) / (terms.background[index]! + 0.5));
  const order = [...terms.hashes.keys()].sort((a, b) => weight(b) - weight(a) || a - b);
  return Uint32Array.from(order.slice(0, keyCount), (index) => terms.hashes[index]!);
}
