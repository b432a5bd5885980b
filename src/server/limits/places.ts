import { ParallaxError, type ErrorCode } from '../../errors.js';

/** So many places for each caller or address, each taken until it is given back. */
export class Places {
  readonly #taken = new Map<string, number>();

  /**
   * @param code of the error for those who find no place
   * @param what has a place, in the plural and as its holder calls it
   */
  constructor(
    private readonly most: number,
    private readonly code: ErrorCode,
    private readonly what: string,
  ) {}

  /**
   * @returns gives the place back; more than once does no harm
   * @throws ParallaxError of the code, when all are taken
   */
  take(holder: string): () => void {
    const taken = this.#taken.get(holder) ?? 0;
    if (taken >= this.most) {
      throw new ParallaxError(this.code, `There are ${taken} ${this.what}, which is the most: end one first.`);
    }
    this.#taken.set(holder, taken + 1);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      const left = (this.#taken.get(holder) ?? 1) - 1;
      if (left === 0) this.#taken.delete(holder);
      else this.#taken.set(holder, left);
    };
  }

  /** How many are taken, by whomever. */
  get taken(): number {
    return [...this.#taken.values()].reduce((sum, taken) => sum + taken, 0);
  }
}
