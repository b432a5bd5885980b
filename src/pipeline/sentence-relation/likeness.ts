import type { Reading } from './reading.js';

/** How much two sentences share, figures and negations left aside. All 0 to 1. */
export interface Likeness {
  /** Part of the first sentence's words that the second has, and the other way round. */
  readonly firstInSecond: number;
  readonly secondInFirst: number;
  /** The smaller of the first two, for the words as they are, figures and negations included. */
  readonly plain: number;
  /** The same as the first two, for content words. */
  readonly firstContent: number;
  readonly secondContent: number;
  readonly sharedContent: number;
}

/** Counts shared words and shared content words. */
export function likeness(first: Reading, second: Reading): Likeness {
  const shared = sharedCount(first.masked, second.masked);
  const plain = sharedCount(first.plain, second.plain);
  const sharedContent = sharedOf(first.content, second.content);
  return {
    firstInSecond: part(shared, first.masked.length),
    secondInFirst: part(shared, second.masked.length),
    plain: part(plain, Math.max(first.plain.length, second.plain.length)),
    firstContent: part(sharedContent, first.content.size),
    secondContent: part(sharedContent, second.content.size),
    sharedContent,
  };
}

/** Words that both lists have, as often as both have them. */
function sharedCount(first: readonly string[], second: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of second) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of first) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    shared += 1;
    counts.set(word, left - 1);
  }
  return shared;
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
