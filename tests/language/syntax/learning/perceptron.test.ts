import { FeatureList } from '../../../../src/language/syntax/learning/feature-list.js';
import { packWeights } from '../../../../src/language/syntax/learning/pack-weights.js';
import { AveragedPerceptron } from '../../../../src/language/syntax/learning/perceptron.js';
import { RandomNumbers } from '../../../../src/language/syntax/learning/random.js';
import { bestClass } from '../../../../src/language/syntax/learning/scorer.js';

test('the lazy average equals the mean of the weights after every decision', () => {
  const random = new RandomNumbers(3);
  const classes = 5;
  const perceptron = new AveragedPerceptron(classes);
  const features = new FeatureList(4);
  const weights = new Map<string, number>();
  const sums = new Map<string, number>();
  const decisions = 400;
  const key = (at: number, weightClass: number) => `${features.high[at]} ${features.low[at]} ${weightClass}`;
  const add = (to: Map<string, number>, name: string, amount: number) => to.set(name, (to.get(name) ?? 0) + amount);

  for (let decision = 0; decision < decisions; decision++) {
    features.clear();
    for (let template = 0; template < 4; template++) features.add1(template, random.below(6));
    const right = random.below(classes);
    const wrong = random.below(classes);
    perceptron.update(features, right, wrong);
    perceptron.advance();
    for (let at = 0; right !== wrong && at < features.count; at++) {
      add(weights, key(at, right), 1);
      add(weights, key(at, wrong), -1);
    }
    for (const [name, weight] of weights) add(sums, name, weight);
  }
  const averages = new Map<string, number>();
  perceptron.forEachAverage((high, low, weightClass, weight) =>
    averages.set(`${high} ${low} ${weightClass}`, weight * (decisions + 1)),
  );
  expect(averages.size).toBeGreaterThan(50);
  // The naive mean also counts the moment before the first decision, when all weights were 0.
  for (const [name, sum] of sums) expect(averages.get(name) ?? 0).toBeCloseTo(sum, 6);
});

test('it learns what depends on two symbols together, and its packed weights decide alike', () => {
  const random = new RandomNumbers(5);
  const features = new FeatureList(3);
  const perceptron = new AveragedPerceptron(3);
  const scores = new Float64Array(3);
  const read = (a: number, b: number) => {
    features.clear();
    features.add1(0, a);
    features.add1(1, b);
    features.add2(2, a, b);
    return (a + b) % 3;
  };
  for (let step = 0; step < 20_000; step++) {
    const right = read(random.below(10), random.below(10));
    perceptron.score(features, scores);
    perceptron.update(features, right, bestClass(scores, 3));
    perceptron.advance();
  }
  const packed = packWeights(perceptron);
  let rightWhenPacked = 0;
  for (let a = 0; a < 10; a++)
    for (let b = 0; b < 10; b++) {
      const right = read(a, b);
      perceptron.score(features, scores);
      expect(bestClass(scores, 3)).toBe(right);
      packed.score(features, scores);
      if (bestClass(scores, 3) === right) rightWhenPacked++;
    }
  // A pair that was right from the start by a tie has no weights of its own in the average.
  expect(rightWhenPacked).toBeGreaterThanOrEqual(98);
});

test('random numbers repeat by seed, are spread evenly, and shuffling keeps every value', () => {
  const draw = (seed: number) => {
    const random = new RandomNumbers(seed);
    return Array.from({ length: 10_000 }, () => random.below(10));
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  for (let value = 0; value < 10; value++) {
    const count = draw(7).filter((drawn) => drawn === value).length;
    expect(count).toBeGreaterThan(850);
    expect(count).toBeLessThan(1_150);
  }
  const values = Array.from({ length: 50 }, (_, index) => index);
  const shuffled = new RandomNumbers(2).shuffle([...values]);
  expect(shuffled).not.toEqual(values);
  expect(shuffled.sort((a, b) => a - b)).toEqual(values);
});
