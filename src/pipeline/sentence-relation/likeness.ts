import type { Reading } from './reading.js';

/** How much two sentences share, figures and negations left aside. All 0 to 1. */
export interface Likeness {
  /** Part of the first sentence's words that the second has, and the other way round. */
  readonly firstInSecond: number;
  readonly secondInFirst: number;
  /** Dice coefficient of neighbouring pairs of words. */
  readonly pairs: number;
  /** The same as the first two, for content words. */
  readonly firstContent: number;
  readonly secondContent: number;
  readonly sharedContent: number;
}

/** Counts shared words, shared content words and shared neighbours. */
export function likeness(first: Reading, second: Reading): Likeness {
  const counts = new Map<string, number>();
  for (const word of second.masked) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of first.masked) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    shared += 1;
    counts.set(word, left - 1);
  }
  const sharedContent = sharedOf(first.content, second.content);
  const pairs = sharedOf(first.pairs, second.pairs);
  return {
    firstInSecond: part(shared, first.masked.length),
    secondInFirst: part(shared, second.masked.length),
    pairs: part(2 * pairs, first.pairs.size + second.pairs.size),
    firstContent: part(sharedContent, first.content.size),
    secondContent: part(sharedContent, second.content.size),
    sharedContent,
  };
}

function sharedOf(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared;
}

function part(shared: number, all: number): number {
  return all === 0 ? 0 : shared / all;
}
