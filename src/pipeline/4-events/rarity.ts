import { passages } from '../../language/en/document-frequencies.js';
import { pairTerm, type EventFeatures, type Terms } from './features.js';

/**
 * How rare each term is: inverse document frequency, counted in the articles at hand and in general English together, so
 * that three articles in the store are enough to begin with, and later the store's own subjects ("president", every
 * day) lose weight.
 * Source: K. Spärck Jones, "A statistical interpretation of term specificity", 1972.
 */
export class Rarity {
  private readonly counts = new Map<number, number>();
  private articles = 0;

  get size(): number {
    return this.articles;
  }

  add(features: EventFeatures): void {
    this.articles += 1;
    for (const hash of features.terms.hashes) this.counts.set(hash, (this.counts.get(hash) ?? 0) + 1);
  }

  /** The weights of the terms times their rarity, and the length of that vector. */
  vector(terms: Terms): Vector {
    const values = new Float32Array(terms.hashes.length);
    let squares = 0;
    for (let index = 0; index < values.length; index += 1) {
      const value = terms.weights[index]! * this.of(terms.hashes[index]!, terms.background[index]!);
      values[index] = value;
      squares += value * value;
    }
    return { hashes: terms.hashes, values, length: Math.sqrt(squares) || 1 };
  }

  private of(hash: number, background: number): number {
    const here = this.counts.get(hash) ?? 0;
    // A pair of words that no other article has says nothing about likeness; there are hundreds in every article.
    if (background === pairTerm && here <= 1) return 0;
    return Math.log((this.articles + passages + 1) / (here + (background === pairTerm ? 0 : background) + 0.5));
  }
}

/** A weighted vector; ascending by `hashes`. */
export interface Vector {
  readonly hashes: Uint32Array;
  readonly values: Float32Array;
  readonly length: number;
}

/** Cosine of two vectors: 0 to 1. */
export function cosine(first: Vector, second: Vector): number {
  let sum = 0;
  for (let a = 0, b = 0; a < first.hashes.length && b < second.hashes.length;) {
    const left = first.hashes[a]!;
    const right = second.hashes[b]!;
    if (left === right) {
      sum += first.values[a]! * second.values[b]!;
      a += 1;
      b += 1;
    } else if (left < right) a += 1;
    else b += 1;
  }
  return sum / (first.length * second.length);
}
