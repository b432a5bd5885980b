import { createHash } from 'node:crypto';

/** A sequence of numbers that its name alone decides: the same name gives the same numbers on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True in so many of a hundred cases. */
  percent(cases: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
}

/** @param name what it is for; parts are kept apart, so that ("a", 11) and ("a1", 1) differ */
export function randomOf(...name: readonly (string | number)[]): Random {
  const seed = createHash('sha256').update(JSON.stringify(name)).digest();
  // sfc32 (Chris Doty-Humphrey's "small fast counting" generator, of PractRand): 128 bits of state, seeded by the digest.
  let [a, b, c, counter] = [seed.readInt32LE(0), seed.readInt32LE(4), seed.readInt32LE(8), 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round += 1) next();
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (least, most) => least + below(most - least + 1),
    percent: (cases) => next() * 100 < cases,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
  };
}

/**
 * Draws places 0 … `count` − 1 by Zipf's law: place k as often as 1 / (k + 1). Outlets and speakers are heard like that: a few
 * everywhere, most seldom.
 */
export function zipf(count: number): (random: Random) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let place = 0; place < count; place += 1) sums[place] = sum += 1 / (place + 1);
  return (random) => {
    const wanted = random.next() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] as number) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** The items in an order that `random` decides (Fisher–Yates). */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const result = [...items];
  for (let place = result.length - 1; place > 0; place -= 1) {
    const other = random.below(place + 1);
    [result[place], result[other]] = [result[other] as Item, result[place] as Item];
  }
  return result;
}
