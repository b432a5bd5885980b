import { RandomNumbers } from '../../../../src/language/syntax/learning/random.js';
import { Arithmetic } from '../../../../src/language/syntax/network/arithmetic.js';
import { bestTree } from '../../../../src/language/syntax/network/best-tree.js';
import { allTrees, isTree } from './trees.js';

const random = new RandomNumbers(8);

function randomScores(length: number): ReturnType<Arithmetic['take']> {
  const scores = new Arithmetic(length * (length + 4) + 64).take(length, (length + 4) & ~3);
  for (let at = 0; at < scores.values.length; at++) scores.values[at] = random.below(100) / 10 - 5;
  return scores;
}

/** As `isTree` counts: word 1 at place 1. */
const shifted = (heads: Int32Array): number[] => [0, ...heads];

test('of random scores the tree with the greatest sum is found, as trying all trees shows', () => {
  for (let round = 0; round < 200; round++) {
    const length = 1 + random.below(5);
    const scores = randomScores(length);
    const sumOf = (heads: ArrayLike<number>): number => {
      let sum = 0;
      for (let word = 0; word < length; word++) sum += scores.values[word * scores.step + heads[word + 1]];
      return sum;
    };
    const found = shifted(bestTree(scores));
    expect(isTree(found, length)).toBe(true);
    expect(sumOf(found)).toBeCloseTo(Math.max(...allTrees(length).map(sumOf)), 4);
  }
});

test('of groups of words that all prefer words of their own group there is a tree with one root', () => {
  for (const [groups, size] of [
    [2, 8],
    [2, 10],
    [5, 20],
  ]) {
    const scores = randomScores(groups * size);
    for (let word = 0; word < scores.rows; word++)
      for (let head = 0; head <= scores.rows; head++)
        if (head > 0 && Math.floor((head - 1) / size) === Math.floor(word / size))
          scores.values[word * scores.step + head] += 20;
        else scores.values[word * scores.step + head] -= 20;
    expect(isTree(shifted(bestTree(scores)), scores.rows)).toBe(true);
  }
});

test('of many words there is a tree with one root', () => {
  for (const length of [30, 100, 200]) expect(isTree(shifted(bestTree(randomScores(length))), length)).toBe(true);
});
