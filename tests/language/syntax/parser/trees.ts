import type { RandomNumbers } from '../../../../src/language/syntax/learning/random.js';

/** Every way to give each of `length` words a head, as arrays with word 1 at place 1, that is a tree with one root. */
export function allTrees(length: number): Int32Array[] {
  const trees: Int32Array[] = [];
  const heads = new Int32Array(length + 2);
  const fill = (word: number): void => {
    if (word > length) {
      if (isTree(heads, length)) trees.push(heads.slice());
      return;
    }
    for (let head = 0; head <= length; head++) {
      heads[word] = head;
      fill(word + 1);
    }
  };
  fill(1);
  return trees;
}

/** Whether exactly one word has head 0 and every word comes from it. */
export function isTree(heads: ArrayLike<number>, length: number): boolean {
  let roots = 0;
  for (let word = 1; word <= length; word++) {
    if (heads[word] === 0) roots++;
    let above = word;
    for (let steps = 0; above !== 0; steps++) {
      if (steps > length) return false;
      above = heads[above];
    }
  }
  return roots === 1;
}

/** Whether no two arcs cross, the one from the root among them. */
export function isProjective(heads: ArrayLike<number>, length: number): boolean {
  for (let one = 1; one <= length; one++)
    for (let other = 1; other <= length; other++) {
      const [a, b] = [Math.min(one, heads[one]), Math.max(one, heads[one])];
      const [c, d] = [Math.min(other, heads[other]), Math.max(other, heads[other])];
      if (a < c && c < b && b < d) return false;
    }
  return true;
}

/** A random tree with one root: words are hung, in random order, on words that hang already. */
export function randomTree(random: RandomNumbers, length: number): Int32Array {
  const heads = new Int32Array(length + 2);
  const order = random.shuffle(Array.from({ length }, (_, index) => index + 1));
  order.forEach((word, at) => (heads[word] = at === 0 ? 0 : order[random.below(at)]));
  return heads;
}

/** A random tree without crossing arcs. */
export function randomProjectiveTree(random: RandomNumbers, length: number): Int32Array {
  const heads = new Int32Array(length + 2);
  const hang = (from: number, to: number, head: number): void => {
    if (from > to) return;
    const root = from + random.below(to - from + 1);
    heads[root] = head;
    // Each side is cut into subtrees that hang on this root.
    for (const [start, end] of [
      [from, root - 1],
      [root + 1, to],
    ])
      for (let at = start; at <= end;) {
        const cut = at + random.below(end - at + 1);
        hang(at, cut, root);
        at = cut + 1;
      }
  };
  hang(1, length, 0);
  return heads;
}
