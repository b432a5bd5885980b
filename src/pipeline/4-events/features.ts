import { documentFrequency, passages } from '../../language/en/document-frequencies.js';
import { stopWords } from '../../language/en/stop-words.js';
import { words, type Word } from '../../language/en/words.js';
import { whyNotEnglish } from '../../language/english.js';
import { guessedShare, isTellingAnywhere, neutralWords } from '../../language/neutral-words.js';
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

/** How the words of a language are read. */
interface Reading {
  readonly words: (text: string) => readonly Word[];
  /** Whether a word says what the text is about. */
  readonly isTerm: (word: Word) => boolean;
  /** Fewest characters between two words that are read as a pair: without blanks all words are neighbours, and pairs tell little. */
  readonly leastGap: number;
  /** In how many of `passages` a stem is to be expected. */
  readonly frequency: (stem: string, isName: boolean) => number;
}

const english: Reading = {
  words,
  isTerm: (word) => word.lower.length > 1 && !stopWords.has(word.lower),
  leastGap: 0,
  frequency: documentFrequency,
};

/** Without stop words, stems and counts of the language: by what the words look like. */
const neutral: Reading = {
  words: neutralWords,
  isTerm: isTellingAnywhere,
  leastGap: 1,
  frequency: (stem, isName) => Math.round(passages * guessedShare(stem, isName)),
};

/** How stage 4 reads an article that is not in English; null for one that is. */
export function noteOnLanguage(text: string, language: string | null): string | null {
  return whyNotEnglish(text, language) === null
    ? null
    : 'Its event was found by names, figures and the beginnings of long words, without rules for its language; reports in other languages join it only where names and figures agree.';
}

/**
 * The features of an article.
 * @param article its `publishedAt` must be a date that JavaScript reads (ISO 8601).
 */
export function eventFeatures(article: EventArticle): EventFeatures {
  const reading = whyNotEnglish(article.text, article.language) === null ? english : neutral;
  const body = reading.words(article.text);
  const headline = reading.words(article.headline);
  const counts = new Map<string, number>();
  const add = (term: string, weight: number): void => void counts.set(term, (counts.get(term) ?? 0) + weight);
  countTerms(body, reading, (index) => (index < leadWords ? leadWeight : 1), add);
  countTerms(headline, reading, () => headlineWeight, add);
  const names = nameStems(body);
  const weightOf = (term: string, count: number): number => (1 + Math.log(count)) * (names.has(term) ? nameWeight : 1);
  const frequencyOf = (term: string): number => reading.frequency(term, names.has(term));
  const terms = termsOf(new Map([...counts].map(([term, count]) => [term, weightOf(term, count)])), frequencyOf);
  const inHeadline = new Set(headline.filter(reading.isTerm).map((word) => word.stem));
  return {
    articleId: article.id,
    time: Date.parse(article.publishedAt),
    isRoundup: isRoundup(article.headline),
    terms,
    headline: termsOf(new Map([...inHeadline].map((term) => [term, weightOf(term, 1)])), frequencyOf),
    keys: keysOf(terms),
    shingles: shinglesOf(body.map((word) => word.lower)),
  };
}

/** Words that say what, and pairs of them that stand side by side. */
function countTerms(
  list: readonly Word[],
  { isTerm, leastGap }: Reading,
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
    const gap = before ? word.start - before.end : Infinity;
    if (before && gap >= leastGap && gap <= 1) add(`${before.stem} ${word.stem}`, weight(index));
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

function termsOf(weights: ReadonlyMap<string, number>, frequencyOf: (term: string) => number): Terms {
  const list = [...weights].map(([term, weight]) => ({ term, weight, hash: hashOf(term) }));
  list.sort((a, b) => a.hash - b.hash);
  return {
    hashes: Uint32Array.from(list, (entry) => entry.hash),
    weights: Float32Array.from(list, (entry) => entry.weight),
    background: Uint16Array.from(list, ({ term }) => (term.includes(' ') ? pairTerm : frequencyOf(term))),
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
