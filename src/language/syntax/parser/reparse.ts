import { type Arc, maximumTree } from './maximum-tree.js';

/**
 * The tree that several parsers agree on most: K. Sagae and A. Lavie, "Parser combination by reparsing", NAACL 2006.
 * Each tree gives its arcs its vote, and of all trees with exactly one root over the voted arcs that with the most
 * votes is taken.
 *
 * @param trees By tree, by word from 1, its head; exactly one word of each has head 0.
 * @param votes By tree, what its vote counts; more than 0.
 */
export function reparse(trees: readonly Int32Array[], votes: readonly number[], length: number): Int32Array {
  return agreed(trees, votes, length) ?? maximumTree(votedArcs(trees, votes, length), length);
}

/** For each word the head with the most votes, where that is the head in one and the same tree throughout. */
function agreed(trees: readonly Int32Array[], votes: readonly number[], length: number): Int32Array | null {
  const fits = trees.map(() => true);
  for (let word = 1; word <= length; word++) {
    let most = 0;
    const sums = trees.map((tree) => {
      const sum = trees.reduce((total, other, at) => total + (other[word] === tree[word] ? votes[at] : 0), 0);
      most = Math.max(most, sum);
      return sum;
    });
    sums.forEach((sum, at) => (fits[at] &&= sum === most));
  }
  const at = fits.indexOf(true);
  return at < 0 ? null : trees[at];
}

function votedArcs(trees: readonly Int32Array[], votes: readonly number[], length: number): Arc[] {
  const arcs: Arc[] = [];
  for (let dependent = 1; dependent <= length; dependent++) {
    const heads = new Set(trees.map((tree) => tree[dependent]));
    for (const head of heads) {
      const weight = trees.reduce((sum, tree, at) => sum + (tree[dependent] === head ? votes[at] : 0), 0);
      arcs.push({ head, dependent, weight });
    }
  }
  return arcs;
}
