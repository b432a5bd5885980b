import { FeatureIndex } from '../../../../src/language/syntax/learning/feature-index.js';
import { FeatureList } from '../../../../src/language/syntax/learning/feature-list.js';
import { RandomNumbers } from '../../../../src/language/syntax/learning/random.js';
import { symbolOf, symbolOfNumber } from '../../../../src/language/syntax/learning/symbols.js';

test('an index that starts small finds all of its features, each under its first row, and no other', () => {
  const random = new RandomNumbers(1);
  const halves = Array.from({ length: 3_000 }, () => [random.below(2 ** 32), random.below(2 ** 32)] as const);
  const index = new FeatureIndex(4);
  const added = halves.slice(0, 2_000);
  added.forEach(([high, low], row) => expect(index.add(high, low)).toBe(row));
  added.forEach(([high, low], row) => expect(index.add(high, low)).toBe(row));
  expect(index.count).toBe(2_000);
  added.forEach(([high, low], row) => expect(index.find(high, low)).toBe(row));
  for (const [high, low] of halves.slice(2_000)) expect(index.find(high, low)).toBe(-1);
});

test('features that share one half of their hash are told apart', () => {
  const index = new FeatureIndex(4);
  expect([index.add(1, 7), index.add(2, 7), index.add(2, 23), index.add(0, 0)]).toEqual([0, 1, 2, 3]);
  expect([index.find(1, 7), index.find(2, 7), index.find(2, 23), index.find(0, 0), index.find(0, 7)]).toEqual([
    0, 1, 2, 3, -1,
  ]);
});

test('the template, each symbol and the order of symbols change both halves of the hash', () => {
  const features = new FeatureList(1_000);
  const [a, b] = [symbolOf('said'), symbolOf('that')];
  features.add1(1, a);
  features.add1(2, a);
  features.add2(1, a, b);
  features.add2(1, b, a);
  features.add3(1, a, b, a);
  features.add3(1, a, a, b);
  features.add4(1, a, b, a, b);
  features.add4(1, a, b, b, a);
  features.add4(1, a, b, b, a, b);
  for (let number = 0; number < 100; number++) features.add1(3, symbolOfNumber(number));
  expect(new Set(features.high.subarray(0, features.count)).size).toBe(109);
  expect(new Set(features.low.subarray(0, features.count)).size).toBe(109);
  features.clear();
  features.add1(1, a);
  expect(features.count).toBe(1);
});

test('a list takes no more features than it has room for', () => {
  const features = new FeatureList(2);
  for (let number = 0; number < 5; number++) features.add1(number, 1);
  expect(features.count).toBe(2);
});
