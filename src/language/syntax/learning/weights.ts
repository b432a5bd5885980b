import type { FeatureList } from './feature-list.js';
import type { Scorer } from './scorer.js';

/**
 * A table of packed weights: what a trained model is shipped as (see `pack-weights.ts` for how it is made and
 * `weights-file.ts` for its bytes).
 *
 * A feature's slot comes from the low half of its hash, with linear probing; the slot keeps 16 bits of the high half
 * to know the feature by. A feature that was never seen is then taken for another once in some 30,000 times (D. Talbot
 * and T. Brants, "Randomized language models via perfect hash functions", ACL 2008), which no figure shows, and two
 * bytes a slot stay in the processor's cache.
 *
 * Weights are square roots in 8 bits: weight = sign(q) (q / 127)² largest; a slot has only those that aren't 0, each
 * with its class.
 */
export class Weights implements Scorer {
  private readonly mask: number;
  /** The weight that each of the 256 values of a byte stands for. */
  private readonly decoded = new Float64Array(256);

  constructor(readonly parts: WeightsParts) {
    this.mask = parts.fingerprints.length - 1;
    for (let byte = 0; byte < 256; byte++) this.decoded[byte] = decodeWeight((byte << 24) >> 24, parts.largest);
  }

  get classes(): number {
    return this.parts.classes;
  }

  score(features: FeatureList, out: Float64Array): void {
    out.fill(0, 0, this.parts.classes);
    const { fingerprints, values, starts, valueClasses } = this.parts;
    const { decoded, mask } = this;
    const { high, low, count } = features;
    for (let at = 0; at < count; at++) {
      const fingerprint = fingerprintOf(high[at]);
      let slot = low[at] & mask;
      let found = fingerprints[slot];
      while (found !== fingerprint && found !== 0) {
        slot = (slot + 1) & mask;
        found = fingerprints[slot];
      }
      if (found === 0) continue;
      const end = starts[slot + 1];
      for (let value = starts[slot]; value < end; value++) out[valueClasses[value]] += decoded[values[value]];
    }
  }
}

export interface WeightsParts {
  readonly classes: number;
  /** The largest absolute weight, which 127 and -127 stand for. */
  readonly largest: number;
  /** For each slot 16 bits of the feature's hash, 0 if empty; a power of two long, never full. */
  readonly fingerprints: Uint16Array;
  /** Where each slot's values start; one longer than the slots. */
  readonly starts: Uint32Array;
  /** The weights as bytes, and the class of each. */
  readonly values: Uint8Array;
  readonly valueClasses: Uint8Array;
}

/** What a slot keeps of a hash's high half: never 0. */
export function fingerprintOf(high: number): number {
  return (high >>> 16) | 1;
}

/** The square root of a weight in -127..127. */
export function encodeWeight(weight: number, largest: number): number {
  return Math.sign(weight) * Math.round(127 * Math.sqrt(Math.min(1, Math.abs(weight) / largest)));
}

/** The weight that a number of -127..127 stands for. */
export function decodeWeight(encoded: number, largest: number): number {
  return Math.sign(encoded) * (encoded / 127) ** 2 * largest;
}
