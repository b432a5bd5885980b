/**
 * A seeded generator of random numbers in [0, 1), the same on every machine: training must be repeatable.
 *
 * Source: xoshiro128++ of D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4),
 * 2021; the four words of its state are filled from the seed by splitmix32.
 */
export class RandomNumbers {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: number) {
    let state = seed | 0;
    const fill = () => {
      state = (state + 0x9e3779b9) | 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return mixed ^ (mixed >>> 15);
    };
    this.a = fill();
    this.b = fill();
    this.c = fill();
    this.d = fill();
  }

  /** The next number in [0, 1), with 32 random bits. */
  next(): number {
    const sum = (this.a + this.d) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + this.a) | 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return (result >>> 0) / 0x100000000;
  }

  /** A whole number in [0, bound). */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  /** Puts the values in random order, in place (Fisher and Yates; Durstenfeld 1964). */
  shuffle<Value>(values: Value[]): Value[] {
    for (let last = values.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [values[last], values[other]] = [values[other], values[last]];
    }
    return values;
  }
}
