/**
 * The arc-hybrid transition system: M. Kuhlmann, C. Gómez-Rodríguez and G. Satta, "Dynamic programming algorithms for
 * transition-based dependency parsers", ACL 2011; after J. Nivre, "Algorithms for deterministic incremental dependency
 * parsing", Computational Linguistics 34(4), 2008.
 *
 * Words are numbered from 1 in the order they are read; 0 is the root, which lies at the bottom of the stack. The next
 * word of the buffer is b, the top of the stack s, the one below it t:
 *
 * - shift: b goes onto the stack;
 * - left: b becomes the head of s, which leaves the stack;
 * - right: t becomes the head of s, which leaves the stack.
 *
 * The root takes a dependent only when the buffer is empty, so that it has exactly one. A sentence of n words takes 2n
 * transitions, and every sequence of allowed ones ends in a projective tree.
 */
export type Transition = 0 | 1 | 2;
export const shift: Transition = 0;
export const left: Transition = 1;
export const right: Transition = 2;
export const transitions: readonly Transition[] = [shift, left, right];

/** What is built so far of one sentence's tree. Reused from sentence to sentence, so that parsing allocates nothing. */
export class State {
  /** How many words the sentence has. */
  length = 0;
  /** What stands where there is no word: length + 1, so that it can be looked up in the arrays as words are. */
  none = 1;
  /** The next word of the buffer; length + 1 when it is empty. */
  next = 1;
  stackSize = 1;
  stack = new Int32Array(0);
  /** By word: its head so far, -1 if none. */
  heads = new Int32Array(0);
  /** By word, 0 for the root: its outermost dependent to each side and the one before, `none` if there is none. */
  outerLeft = new Int32Array(0);
  secondLeft = new Int32Array(0);
  outerRight = new Int32Array(0);
  secondRight = new Int32Array(0);
  /** By word: how many dependents it has to each side. */
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);

  /** Starts a sentence of so many words: all in the buffer. */
  start(length: number): void {
    if (this.stack.length < length + 2) this.reserve(length + 2 + (length >> 1));
    this.length = length;
    this.none = length + 1;
    this.next = 1;
    this.stackSize = 1;
    this.stack[0] = 0;
    const size = length + 2;
    this.heads.fill(-1, 0, size);
    for (const links of [this.outerLeft, this.secondLeft, this.outerRight, this.secondRight])
      links.fill(this.none, 0, size);
    this.leftCount.fill(0, 0, size);
    this.rightCount.fill(0, 0, size);
  }

  /** Whether the tree is complete. */
  get finished(): boolean {
    return this.next > this.length && this.stackSize === 1;
  }

  /** The word on the stack so many places below its top; `none` if there is none. */
  onStack(below: number): number {
    return below < this.stackSize ? this.stack[this.stackSize - 1 - below] : this.none;
  }

  /** The word so many places after the next one; `none` behind the sentence's end. */
  inBuffer(after: number): number {
    return this.next + after <= this.length ? this.next + after : this.none;
  }

  /** Whether the transition can be made now. */
  allows(transition: Transition): boolean {
    if (transition === shift) return this.next <= this.length;
    if (transition === left) return this.stackSize > 1 && this.next <= this.length;
    return this.stackSize > 2 || (this.stackSize === 2 && this.next > this.length);
  }

  /** Makes an allowed transition. */
  apply(transition: Transition): void {
    if (transition === shift) {
      this.stack[this.stackSize++] = this.next++;
      return;
    }
    const dependent = this.stack[--this.stackSize];
    if (transition === left) {
      this.heads[dependent] = this.next;
      this.secondLeft[this.next] = this.outerLeft[this.next];
      this.outerLeft[this.next] = dependent;
      this.leftCount[this.next]++;
    } else {
      const head = this.stack[this.stackSize - 1];
      this.heads[dependent] = head;
      this.secondRight[head] = this.outerRight[head];
      this.outerRight[head] = dependent;
      this.rightCount[head]++;
    }
  }

  private reserve(size: number): void {
    this.stack = new Int32Array(size);
    this.heads = new Int32Array(size);
    this.outerLeft = new Int32Array(size);
    this.secondLeft = new Int32Array(size);
    this.outerRight = new Int32Array(size);
    this.secondRight = new Int32Array(size);
    this.leftCount = new Int32Array(size);
    this.rightCount = new Int32Array(size);
  }
}
