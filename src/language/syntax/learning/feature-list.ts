// Looked up once: in jest's contexts a look-up of a global costs a hundred times the multiplication.
const { imul } = Math;

/**
 * The features of one decision as 64-bit hashes, each held in two 32-bit numbers. A feature is a template number with
 * up to five symbols; no string is built for it.
 *
 * The hash is multilinear (D. Lemire and O. Kaser, "Strongly universal string hashing is fast", The Computer Journal
 * 57(11), 2014): one multiplication by the place's own constant for each symbol and half, and a last mixing. It asks
 * of symbols that they are spread over 32 bits already, as `symbolOf` and `symbolOfNumber` make them.
 *
 * A list is reused for all decisions: `clear`, add, then give it to a scorer.
 */
export class FeatureList {
  /** The halves of the hashes; only the first `count` are meant. */
  readonly high: Int32Array;
  readonly low: Int32Array;
  count = 0;

  /** @param most How many features a decision has at most; more are dropped. */
  constructor(most: number) {
    this.high = new Int32Array(most);
    this.low = new Int32Array(most);
  }

  clear(): void {
    this.count = 0;
  }

  add1(template: number, a: number): void {
    this.push(
      (imul(template, 0x2c1b3c6d) + imul(a, 0x9e3779b1)) | 0,
      (imul(template, 0x297a2d39) + imul(a, 0x85ebca77)) | 0,
    );
  }

  add2(template: number, a: number, b: number): void {
    this.push(
      (imul(template, 0x2c1b3c6d) + imul(a, 0x9e3779b1) + imul(b, 0xc2b2ae3d)) | 0,
      (imul(template, 0x297a2d39) + imul(a, 0x85ebca77) + imul(b, 0x27d4eb2f)) | 0,
    );
  }

  add3(template: number, a: number, b: number, c: number): void {
    this.push(
      (imul(template, 0x2c1b3c6d) + imul(a, 0x9e3779b1) + imul(b, 0xc2b2ae3d) + imul(c, 0x165667b1)) | 0,
      (imul(template, 0x297a2d39) + imul(a, 0x85ebca77) + imul(b, 0x27d4eb2f) + imul(c, 0xcc9e2d51)) | 0,
    );
  }

  /** Four or five symbols. */
  add4(template: number, a: number, b: number, c: number, d: number, e = 0): void {
    const left = (imul(template, 0x2c1b3c6d) + imul(a, 0x9e3779b1) + imul(b, 0xc2b2ae3d)) | 0;
    const right = (imul(template, 0x297a2d39) + imul(a, 0x85ebca77) + imul(b, 0x27d4eb2f)) | 0;
    this.push(
      (left + imul(c, 0x165667b1) + imul(d, 0x1b873593) + imul(e, 0xe6546b65)) | 0,
      (right + imul(c, 0xcc9e2d51) + imul(d, 0x38495ab5) + imul(e, 0x4cf5ad43)) | 0,
    );
  }

  private push(high: number, low: number): void {
    const count = this.count;
    // A typed array ignores what is written past its end; the count must not go there either.
    if (count === this.high.length) return;
    this.high[count] = imul(high ^ (high >>> 15), 0x7feb352d);
    this.low[count] = imul(low ^ (low >>> 16), 0x846ca68b) ^ (high >>> 17);
    this.count = count + 1;
  }
}
