import { RandomNumbers } from '../../../../src/language/syntax/learning/random.js';
import { type Arc, maximumTree } from '../../../../src/language/syntax/parser/maximum-tree.js';
import { reparse } from '../../../../src/language/syntax/parser/reparse.js';
import { allTrees, isTree, randomTree } from './trees.js';

function sumOf(arcs: readonly Arc[], heads: Int32Array): number {
  return arcs.filter(({ head, dependent }) => heads[dependent] === head).reduce((sum, { weight }) => sum + weight, 0);
}

test('of random weights for all arcs the tree with the largest sum is found, as trying all trees shows', () => {
  const random = new RandomNumbers(1);
  for (let round = 0; round < 200; round++) {
    const length = 1 + random.below(5);
    const arcs: Arc[] = [];
    for (let dependent = 1; dependent <= length; dependent++)
      for (let head = 0; head <= length; head++)
        if (head !== dependent) arcs.push({ head, dependent, weight: random.below(20) - 5 });
    const heads = maximumTree(arcs, length);
    expect(isTree(heads, length)).toBe(true);
    expect(sumOf(arcs, heads)).toBe(Math.max(...allTrees(length).map((tree) => sumOf(arcs, tree))));
  }
});

test('arcs that hold no tree are refused', () => {
  const twoRoots = [1, 2].map((dependent) => ({ head: 0, dependent, weight: 1 }));
  const cycle = [
    { head: 1, dependent: 2, weight: 1 },
    { head: 2, dependent: 1, weight: 1 },
  ];
  expect(() => maximumTree(twoRoots, 2)).toThrow(RangeError);
  expect(() => maximumTree(cycle, 2)).toThrow(RangeError);
  expect(() => maximumTree([], 1)).toThrow(RangeError);
});

test('random trees together give a tree with one root, with at least the votes of each of them', () => {
  const random = new RandomNumbers(2);
  for (let round = 0; round < 300; round++) {
    const length = 1 + random.below(25);
    const trees = Array.from({ length: 1 + random.below(4) }, () => randomTree(random, length));
    const votes = trees.map(() => 1 + random.next());
    const heads = reparse(trees, votes, length);
    expect(isTree(heads, length)).toBe(true);
    const votesFor = (tree: Int32Array) => {
      let sum = 0;
      for (let word = 1; word <= length; word++)
        trees.forEach((other, at) => (sum += other[word] === tree[word] ? votes[at] : 0));
      return sum;
    };
    for (const tree of trees) expect(votesFor(heads)).toBeGreaterThanOrEqual(votesFor(tree) - 1e-9);
  }
});

test('two that agree outvote the third, unless its vote counts more', () => {
  const one = Int32Array.from([0, 2, 0, 2]);
  const other = Int32Array.from([0, 0, 1, 1]);
  expect([...reparse([one, other, one], [1, 1, 1], 3).slice(1)]).toEqual([2, 0, 2]);
  expect([...reparse([one, other, one], [1, 3, 1], 3).slice(1)]).toEqual([0, 1, 1]);
});
