import { RandomNumbers } from '../../../../src/language/syntax/learning/random.js';
import { TreeLinks } from '../../../../src/language/syntax/parser/tree-links.js';
import { randomTree } from './trees.js';

test('the walk meets every word once, after its dependents, the left ones from the head outwards, then the right ones', () => {
  const random = new RandomNumbers(1);
  const links = new TreeLinks();
  for (let round = 0; round < 200; round++) {
    const length = 1 + random.below(20);
    const heads = randomTree(random, length);
    links.read(heads, length);
    const met: number[] = [];
    for (let word = links.first(); word !== 0; word = links.after(word)) met.push(word);
    const expected: number[] = [];
    const visit = (head: number): void => {
      const dependents = Array.from({ length }, (_, at) => at + 1).filter((word) => heads[word] === head);
      const outwards = [...dependents.filter((word) => word < head).reverse(), ...dependents.filter((w) => w > head)];
      for (const word of outwards) {
        visit(word);
        expected.push(word);
      }
    };
    visit(0);
    expect(met).toEqual(expected);
  }
});

test('a word knows its outermost dependents, and each dependent the one nearer to the head and the one further', () => {
  const links = new TreeLinks();
  //           1  2  3  4  5  6
  links.read(Int32Array.from([0, 3, 3, 0, 3, 6, 3]), 6);
  const none = 7;
  expect([links.outerLeft[3], links.outerRight[3], links.outerLeft[6], links.outerRight[6]]).toEqual([1, 6, 5, none]);
  expect([links.nearer[1], links.nearer[2], links.nearer[6], links.nearer[4]]).toEqual([2, none, 4, none]);
  expect([links.further[2], links.further[1], links.further[4], links.further[6]]).toEqual([1, none, 6, none]);
  expect([links.leftCount[3], links.rightCount[3], links.rightCount[0]]).toEqual([2, 2, 1]);
});
