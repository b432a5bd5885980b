/**
 * A complete tree, made to walk and to look at from any word. Words are numbered from 1, the root is 0, and
 * length + 1 stands for a word that is missing. Reused from sentence to sentence.
 */
export class TreeLinks {
  length = 0;
  none = 1;
  heads: Int32Array = new Int32Array(0);
  /** By word, 0 for the root: its dependents that stand nearest to it and outermost on each side, and how many. */
  outerLeft = new Int32Array(0);
  outerRight = new Int32Array(0);
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);
  /** By word: the next dependent of the same head and side, further from the head; and nearer to the head. */
  further = new Int32Array(0);
  nearer = new Int32Array(0);
  innerLeft = new Int32Array(0);
  innerRight = new Int32Array(0);

  /** @param heads By word from 1 its head; a tree. Not copied. */
  read(heads: Int32Array, length: number): void {
    if (this.further.length < length + 2) this.reserve(length + 2 + (length >> 1));
    const { none } = this.clear(heads, length);
    for (let word = length; word >= 1; word--) {
      const head = heads[word];
      if (word > head) continue;
      this.append(word, head, this.innerLeft, this.outerLeft, this.leftCount, none);
    }
    for (let word = 1; word <= length; word++) {
      const head = heads[word];
      if (word > head) this.append(word, head, this.innerRight, this.outerRight, this.rightCount, none);
    }
  }

  /** The first word in the order in which a word's dependents come before it: from the head outwards, the left ones first. */
  first(): number {
    return this.deepest(0);
  }

  /** The word after this one in that order, 0 at the end. */
  after(word: number): number {
    const head = this.heads[word];
    if (this.further[word] !== this.none) return this.deepest(this.further[word]);
    if (word < head && this.innerRight[head] !== this.none) return this.deepest(this.innerRight[head]);
    return head;
  }

  private deepest(word: number): number {
    for (;;) {
      if (this.innerLeft[word] !== this.none) word = this.innerLeft[word];
      else if (this.innerRight[word] !== this.none) word = this.innerRight[word];
      else return word;
    }
  }

  private append(
    word: number,
    head: number,
    inner: Int32Array,
    outer: Int32Array,
    counts: Int32Array,
    none: number,
  ): void {
    if (inner[head] === none) inner[head] = word;
    else this.further[outer[head]] = word;
    this.nearer[word] = outer[head];
    outer[head] = word;
    counts[head]++;
  }

  private clear(heads: Int32Array, length: number): this {
    this.heads = heads;
    this.length = length;
    this.none = length + 1;
    const size = length + 2;
    for (const links of [this.outerLeft, this.outerRight, this.innerLeft, this.innerRight, this.further, this.nearer])
      links.fill(this.none, 0, size);
    this.leftCount.fill(0, 0, size);
    this.rightCount.fill(0, 0, size);
    return this;
  }

  private reserve(size: number): void {
    this.outerLeft = new Int32Array(size);
    this.outerRight = new Int32Array(size);
    this.innerLeft = new Int32Array(size);
    this.innerRight = new Int32Array(size);
    this.leftCount = new Int32Array(size);
    this.rightCount = new Int32Array(size);
    this.further = new Int32Array(size);
    this.nearer = new Int32Array(size);
  }
}
