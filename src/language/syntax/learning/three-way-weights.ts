import type { FeatureList } from './feature-list.js';
import type { Scorer } from './scorer.js';
import { decodeWeight, fingerprintOf } from './weights.js';

/**
 * Packed weights of a decision between three classes, the transitions of a parser. Only differences of scores decide,
 * so class 0 always scores 0 and a feature has two weights. With 16 bits to know it by they fit in one number of 32
 * bits: a feature costs one look into memory. Otherwise as `Weights`.
 */
export class ThreeWayWeights implements Scorer {
  readonly classes = 3;
  private readonly decoded = new Float64Array(256);

  /**
   * @param slots For each slot the fingerprint in the upper half, the weights of classes 1 and 2 in the two lower
   *   bytes, 0 if empty; a power of two long, never full.
   * @param largest The largest absolute weight.
   */
  constructor(
    readonly slots: Int32Array,
    readonly largest: number,
  ) {
    for (let byte = 0; byte < 256; byte++) this.decoded[byte] = decodeWeight((byte << 24) >> 24, largest);
  }

  score(features: FeatureList, out: Float64Array): void {
    const { slots, decoded } = this;
    const { high, low, count } = features;
    const mask = slots.length - 1;
    let first = 0;
    let second = 0;
    for (let at = 0; at < count; at++) {
      const fingerprint = fingerprintOf(high[at]);
      let slot = low[at] & mask;
      let found = slots[slot];
      while (found !== 0 && found >>> 16 !== fingerprint) {
        slot = (slot + 1) & mask;
        found = slots[slot];
      }
      first += decoded[(found >> 8) & 255];
      second += decoded[found & 255];
    }
    out[0] = 0;
    out[1] = first;
    out[2] = second;
  }
}
