import { FeatureList } from '../../../../src/language/syntax/learning/feature-list.js';
import { packWeights } from '../../../../src/language/syntax/learning/pack-weights.js';
import { AveragedPerceptron } from '../../../../src/language/syntax/learning/perceptron.js';
import { RandomNumbers } from '../../../../src/language/syntax/learning/random.js';
import { decodeWeight, encodeWeight } from '../../../../src/language/syntax/learning/weights.js';
import { readWeights, writeWeights } from '../../../../src/language/syntax/learning/weights-file.js';

/** A perceptron after random updates of features 0 to 499, each as template 0 with one symbol. */
function learned(classes: number): AveragedPerceptron {
  const random = new RandomNumbers(classes);
  const perceptron = new AveragedPerceptron(classes);
  const features = new FeatureList(5);
  for (let step = 0; step < 4_000; step++) {
    features.clear();
    for (let count = 0; count < 5; count++) features.add1(0, Math.floor(500 * random.next() ** 2));
    perceptron.update(features, random.below(classes), random.below(classes), 1 + random.below(3));
    perceptron.advance();
  }
  return perceptron;
}

function averages(perceptron: AveragedPerceptron): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  perceptron.forEachAverage((high, low, weightClass, weight) => {
    const row = rows.get(`${high} ${low}`) ?? new Array<number>(perceptron.classes).fill(0);
    row[weightClass] = weight;
    rows.set(`${high} ${low}`, row);
  });
  return rows;
}

test('a weight comes back from its eight bits within the step between square roots', () => {
  const largest = 37;
  for (let weight = -largest; weight <= largest; weight += 0.37) {
    const encoded = encodeWeight(weight, largest);
    expect(Math.abs(encoded)).toBeLessThanOrEqual(127);
    const root = Math.sqrt(Math.abs(decodeWeight(encoded, largest)) / largest);
    expect(Math.abs(root - Math.sqrt(Math.abs(weight) / largest))).toBeLessThanOrEqual(0.5 / 127 + 1e-9);
  }
  expect(decodeWeight(encodeWeight(-largest, largest), largest)).toBe(-largest);
});

test.each([3, 40])('packed weights of %i classes score as the averages do, also after bytes and back', (classes) => {
  const perceptron = learned(classes);
  const rows = averages(perceptron);
  const packed = packWeights(perceptron);
  const bytes = writeWeights(packed);
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  const { weights: read, end } = readWeights(shifted, 3);
  expect(end).toBe(shifted.length);
  expect(read.parts).toEqual(packed.parts);
  expect(writeWeights(read)).toEqual(bytes);

  const { largest } = packed.parts;
  const features = new FeatureList(1);
  const scores = new Float64Array(classes + 1);
  for (let symbol = 0; symbol < 520; symbol++) {
    features.clear();
    features.add1(0, symbol);
    scores.fill(99);
    read.score(features, scores);
    const row = rows.get(`${features.high[0]} ${features.low[0]}`) ?? new Array<number>(classes).fill(0);
    row.forEach((weight, weightClass) => {
      const step = 0.5 / 127;
      const bound = (2 * Math.sqrt(Math.abs(weight) / largest) + step) * step * largest + 1e-9;
      expect(Math.abs(scores[weightClass] - weight)).toBeLessThanOrEqual(bound);
    });
    expect(scores[classes]).toBe(99);
  }
});

test('pruning keeps the features of the largest weights', () => {
  const perceptron = learned(6);
  const sizes = [...averages(perceptron).values()].map((row) => Math.max(...row.map(Math.abs)));
  const least = sizes.sort((a, b) => b - a)[49];
  const count = (pruning: object) => packWeights(perceptron, pruning).parts.fingerprints.filter((each) => each).length;
  expect(count({})).toBe(sizes.length);
  expect(count({ least })).toBe(50);
  expect(count({ most: 20 })).toBe(20);
});

test('bytes that are no weights, or cut off, are refused', () => {
  const bytes = writeWeights(packWeights(learned(3)));
  expect(() => readWeights(bytes.slice(0, -1))).toThrow(RangeError);
  expect(() => readWeights(bytes.slice(0, 10))).toThrow(RangeError);
  expect(() => readWeights(bytes.slice(1))).toThrow(RangeError);
});
