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
