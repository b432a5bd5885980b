/**
 * Numbers the features of a training: 64-bit hash -> row, rows counted from 0 in the order they were added.
 *
 * Open addressing with linear probing over typed arrays (D. Knuth, The Art of Computer Programming 3, 6.4, algorithm
 * L), so that millions of features cost no object. Grows by doubling when two thirds full.
 */
export class FeatureIndex {
  private highs: Int32Array;
  private lows: Int32Array;
  /** Row + 1, so that 0 is an empty slot. */
  private rows: Int32Array;
  private size = 0;

  constructor(capacityBits = 16) {
    const capacity = 1 << capacityBits;
    this.highs = new Int32Array(capacity);
    this.lows = new Int32Array(capacity);
    this.rows = new Int32Array(capacity);
  }

  /** How many features have a row. */
  get count(): number {
    return this.size;
  }

  /** The feature's row, or -1 if it was never added. */
  find(high: number, low: number): number {
    return this.rows[this.slotOf(high | 0, low | 0)] - 1;
  }

  /** The feature's row, a new one if it had none. */
  add(high: number, low: number): number {
    const slot = this.slotOf(high | 0, low | 0);
    if (this.rows[slot] !== 0) return this.rows[slot] - 1;
    const row = this.size++;
    this.highs[slot] = high;
    this.lows[slot] = low;
    this.rows[slot] = row + 1;
    if (this.size * 3 > this.rows.length * 2) this.grow();
    return row;
  }

  /** Calls back with every feature, in no particular order but always the same for the same additions. */
  forEach(visit: (high: number, low: number, row: number) => void): void {
    for (let slot = 0; slot < this.rows.length; slot++)
      if (this.rows[slot] !== 0) visit(this.highs[slot], this.lows[slot], this.rows[slot] - 1);
  }

  /** Where the feature is or would be put. */
  private slotOf(high: number, low: number): number {
    const mask = this.rows.length - 1;
    let slot = low & mask;
    while (this.rows[slot] !== 0 && (this.lows[slot] !== low || this.highs[slot] !== high)) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { highs, lows, rows } = this;
    this.highs = new Int32Array(rows.length * 2);
    this.lows = new Int32Array(rows.length * 2);
    this.rows = new Int32Array(rows.length * 2);
    for (let from = 0; from < rows.length; from++) {
      if (rows[from] === 0) continue;
      const slot = this.slotOf(highs[from], lows[from]);
      this.highs[slot] = highs[from];
      this.lows[slot] = lows[from];
      this.rows[slot] = rows[from];
    }
  }
}
