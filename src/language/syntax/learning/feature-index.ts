/**
 * Numbers the features of a training: 64-bit hash -> row, rows counted from 0 in the order they were added.
 *
 * Open addressing with linear probing (D. Knuth, The Art of Computer Programming 3, 6.4, algorithm L) over one typed
 * array, so that millions of features cost no object and a look-up mostly touches one line of the cache. Grows by
 * doubling when two thirds full.
 */
export class FeatureIndex {
  /** Four numbers a slot: high half, low half, row + 1 (0 is an empty slot), nothing. */
  private slots: Int32Array;
  private mask: number;
  private size = 0;

  constructor(capacityBits = 16) {
    this.slots = new Int32Array(4 << capacityBits);
    this.mask = (1 << capacityBits) - 1;
  }

  /** How many features have a row. */
  get count(): number {
    return this.size;
  }

  /** The feature's row, or -1 if it was never added. */
  find(high: number, low: number): number {
    return this.slots[this.placeOf(high | 0, low | 0) + 2] - 1;
  }

  /** The feature's row, a new one if it had none. */
  add(high: number, low: number): number {
    const place = this.placeOf(high | 0, low | 0);
    if (this.slots[place + 2] !== 0) return this.slots[place + 2] - 1;
    const row = this.size++;
    this.slots[place] = high;
    this.slots[place + 1] = low;
    this.slots[place + 2] = row + 1;
    if (this.size * 3 > this.mask * 2) this.grow();
    return row;
  }

  /** Calls back with every feature, in no particular order but always the same for the same additions. */
  forEach(visit: (high: number, low: number, row: number) => void): void {
    for (let place = 0; place < this.slots.length; place += 4)
      if (this.slots[place + 2] !== 0) visit(this.slots[place], this.slots[place + 1], this.slots[place + 2] - 1);
  }

  /** Where in `slots` the feature is or would be put. */
  private placeOf(high: number, low: number): number {
    const { slots, mask } = this;
    let place = (low & mask) << 2;
    while (slots[place + 2] !== 0 && (slots[place + 1] !== low || slots[place] !== high))
      place = (place + 4) & (mask << 2);
    return place;
  }

  private grow(): void {
    const { slots } = this;
    this.slots = new Int32Array(slots.length * 2);
    this.mask = this.mask * 2 + 1;
    for (let from = 0; from < slots.length; from += 4) {
      if (slots[from + 2] === 0) continue;
      const place = this.placeOf(slots[from], slots[from + 1]);
      this.slots[place] = slots[from];
      this.slots[place + 1] = slots[from + 1];
      this.slots[place + 2] = slots[from + 2];
    }
  }
}
