import type { Reading } from '../sentence-relation/index.js';

// A word that a quarter of an event's claims have is its subject, not what a claim says of it.
const commonShare = 0.25;
const commonLeast = 40;
const fewestShared = 2;

/**
 * Pairs of sentences that may say the same thing, found through the content words they share (an inverted index): at
 * least two that are not common to the whole set, or the only one there is. Nothing else is compared.
 * @returns pairs of positions, first < second, in order
 */
export function candidatePairs(readings: readonly Reading[]): [number, number][] {
  const byStem = new Map<string, number[]>();
  readings.forEach((reading, number) => {
    for (const stem of reading.content) {
      const list = byStem.get(stem);
      if (list) list.push(number);
      else byStem.set(stem, [number]);
    }
  });
  const most = Math.max(commonLeast, readings.length * commonShare);
  const pairs: [number, number][] = [];
  readings.forEach((reading, number) => {
    const shared = new Map<number, number>();
    let keys = 0;
    for (const stem of reading.content) {
      const list = byStem.get(stem)!;
      if (list.length > most) continue;
      keys += 1;
      for (const other of list) if (other > number) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      const smaller = Math.min(reading.content.size, readings[other]!.content.size);
      // Under a third of the smaller sentence, nothing but RELATED can come of it.
      const least = Math.max(Math.min(fewestShared, keys, smaller), smaller / 3);
      if (count >= least) pairs.push([number, other]);
    }
  });
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
