import { RandomNumbers } from '../../../../src/language/syntax/learning/random.js';
import { type Arc, maximumTree } from '../../../../src/language/syntax/network/maximum-tree.js';
import { allTrees, isTree } from './trees.js';

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
