import { RandomNumbers } from '../../../../src/language/syntax/learning/random.js';
import { Arithmetic } from '../../../../src/language/syntax/network/arithmetic.js';
import { Network, type Gold } from '../../../../src/language/syntax/network/network.js';
import { countParameters, countStates } from '../../../../src/language/syntax/network/shape.js';
import { codesOf } from '../../../../src/language/syntax/network/word-codes.js';

const shape = {
  wordRows: 10,
  wordColumns: 8,
  affixRows: 64,
  affixColumns: 8,
  units: 8,
  hintColumns: 8,
  arcColumns: 8,
  relationColumns: 16,
  tags: 5,
  relations: 6,
};

function makeNetwork(capacity = 2 * countParameters(shape, 8) + 2 * countStates(shape, 8, 5)): Network {
  const random = new RandomNumbers(5);
  const vectors = { columns: 8, scale: 0.1, values: Int8Array.from({ length: 80 }, () => random.below(50) - 25) };
  const network = new Network(new Arithmetic(capacity), shape, vectors, true);
  for (const { value } of network.parameters.all())
    for (let at = 0; at < value.values.length; at++) value.values[at] = (random.next() - 0.5) * 0.8;
  return network;
}

const words = ['The', 'minister', 'said', 'so', 'loudly'];
const codes = codesOf(words, { vectorOf: (word) => word.length, wordOf: (word) => word.length - 1, affixRows: 64 });
const gold: Gold = {
  // The third has a tag that is not in the list.
  tags: Int32Array.of(0, 1, -1, 3, 4),
  heads: Int32Array.of(2, 3, 0, 3, 4),
  relations: Int32Array.of(0, 1, 2, 3, 5),
};
const drop = { mask: (columns: number) => new Float32Array(columns).fill(1), input: 0, states: 0 };

test('the gradient of every parameter is the slope of the loss', () => {
  const network = makeNetwork();
  const random = new RandomNumbers(6);
  const loss = (): number => network.learn(codes, gold, drop).reduce((sum, part) => sum + part, 0);
  loss();
  const gradients = network.parameters.all().map(({ gradient }) => gradient!.values.slice());
  network.parameters.all().forEach(({ name, value: { values } }, number) => {
    for (let round = 0; round < 8; round++) {
      const at = random.below(values.length);
      const kept = values[at];
      const step = 4e-3;
      values[at] = kept + step;
      const above = loss();
      values[at] = kept - step;
      const slope = (above - loss()) / (2 * step);
      values[at] = kept;
      const difference = Math.abs(slope - gradients[number][at]);
      expect([name, difference < 0.002 + 0.01 * Math.abs(slope)]).toEqual([name, true]);
    }
  });
});

test('as many parameters are counted as there are, or a few more', () => {
  const network = makeNetwork();
  const there = network.parameters.all().reduce((sum, { value }) => sum + value.values.length, 0);
  const counted = countParameters(shape, 8);
  expect(counted).toBeGreaterThanOrEqual(there);
  expect(counted).toBeLessThan(1.1 * there);
});

test('a sentence takes no more than is counted, and learning from it at most twice as much', () => {
  for (const length of [1, 5, 60]) {
    const capacity = 2 * countParameters(shape, 8) + 2 * countStates(shape, 8, length);
    const network = makeNetwork(capacity);
    const { arithmetic } = network;
    const long = codesOf(Array<string>(length).fill('word'), { vectorOf: () => 1, wordOf: () => 1, affixRows: 64 });
    const { mark } = arithmetic;
    const { states } = network.run(long);
    network.nameRelations(states, new Int32Array(length).fill(1));
    expect(arithmetic.mark - mark).toBeLessThanOrEqual(countStates(shape, 8, length));
    arithmetic.release(mark);
    let most = 0;
    const take = arithmetic.take.bind(arithmetic);
    jest.spyOn(arithmetic, 'take').mockImplementation((rows, columns) => {
      const matrix = take(rows, columns);
      most = Math.max(most, arithmetic.mark - mark);
      return matrix;
    });
    const zeros = new Int32Array(length);
    network.learn(long, { tags: zeros, heads: zeros, relations: zeros }, drop);
    expect(most).toBeLessThanOrEqual(2 * countStates(shape, 8, length));
    expect(arithmetic.mark).toBe(mark);
  }
});

test('shapes that the arithmetic cannot do are refused', () => {
  const vectors = { columns: 8, scale: 1, values: new Int8Array(8) };
  const make = (changed: Partial<typeof shape>): Network =>
    new Network(new Arithmetic(1_000_000), { ...shape, ...changed }, vectors, false);
  expect(() => make({})).not.toThrow();
  for (const changed of [
    { units: 6 },
    { units: 132 },
    { relationColumns: 12 },
    { affixRows: 100 },
    { tags: 0 },
    { wordColumns: 0 },
  ])
    expect(() => make(changed)).toThrow(RangeError);
});

test('what a word is like does not depend on words that were read before', () => {
  const network = makeNetwork();
  const read = (): Float32Array => {
    const mark = network.arithmetic.mark;
    const scores = network.run(codes).arcs.values.slice();
    network.arithmetic.release(mark);
    return scores;
  };
  const first = read();
  network.run(codesOf(['Other'], { vectorOf: () => 3, wordOf: () => 2, affixRows: 64 }));
  expect(read()).toEqual(first);
});
