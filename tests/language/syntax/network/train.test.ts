import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConllu } from '../../../../src/language/syntax/conllu.js';
import { evaluate, type Figures } from '../../../../src/language/syntax/evaluate.js';
import { mostTogether, readNetwork, writeNetwork } from '../../../../src/language/syntax/network/network-file.js';
import { NetworkReader } from '../../../../src/language/syntax/network/reader.js';
import { trainNetwork, type NetworkTraining } from '../../../../src/language/syntax/network/train.js';
import { isTree } from './trees.js';

const own = [...readConllu(readFileSync(join(__dirname, '../own.conllu'), 'utf8'))].map((sentence) => ({
  ...sentence,
  words: sentence.words.map(({ text }) => text),
}));

/** No word has a vector. */
const vectors = { columns: 4, scale: 1, values: new Int8Array(4) };
const vectorOf = (): number => 0;

const tiny: NetworkTraining = {
  shape: {
    wordColumns: 16,
    affixRows: 1024,
    affixColumns: 16,
    units: 24,
    hintColumns: 8,
    arcColumns: 24,
    relationColumns: 24,
  },
  epochs: 25,
  batch: 40,
  rate: 0.01,
  dropInput: 0,
  dropStates: 0,
  dropVector: 0,
  dropWord: 0.05,
  recased: 0.02,
  leastOccurrences: 1,
  seed: 1,
};

function scoreOf(reader: NetworkReader): Figures {
  return evaluate(
    own,
    own.map(({ words }) => reader.read(words)),
  );
}

test('a tiny network learns the sentences it is shown, and forgets little as bytes', () => {
  const file = trainNetwork(own, vectors, vectorOf, tiny);
  const figures = scoreOf(new NetworkReader(file, vectorOf));
  for (const layer of ['upos', 'xpos', 'uas', 'las'] as const)
    expect([layer, figures[layer] > 0.95]).toEqual([layer, true]);
  const again = scoreOf(new NetworkReader(readNetwork(writeNetwork(file), vectors), vectorOf));
  for (const layer of ['upos', 'uas', 'las'] as const)
    expect([layer, again[layer] > figures[layer] - 0.02]).toEqual([layer, true]);
});

describe('a network of one epoch', () => {
  const train = (seed: number): Uint8Array =>
    writeNetwork(trainNetwork(own, vectors, vectorOf, { ...tiny, epochs: 1, seed }));

  it('is the same again from the same seed, another from another', () => {
    const bytes = train(1);
    expect(train(1)).toEqual(bytes);
    expect(train(2)).not.toEqual(bytes);
  });

  it('reads sentences of any length as trees with one root', () => {
    const reader = new NetworkReader(readNetwork(train(1), vectors), vectorOf);
    for (const length of [0, 1, 2, 200, 201, 1_000]) {
      const read = reader.read(Array.from({ length }, (_, at) => own[at % own.length].words[0]));
      expect([read.upos, read.xpos, read.relations].map((list) => list.length)).toEqual([length, length, length]);
      expect([length, length === 0 || isTree([0, ...read.heads], length)]).toEqual([length, true]);
    }
  });

  it('learns from a last batch that is not full', () => {
    const bytes = writeNetwork(trainNetwork(own, vectors, vectorOf, { ...tiny, epochs: 1, batch: 100_000 }));
    expect(bytes).not.toEqual(writeNetwork(trainNetwork(own, vectors, vectorOf, { ...tiny, epochs: 0 })));
  });

  it('can read sentences that are longer than those it learned from', () => {
    const short = own.filter(({ words }) => words.length < 12);
    const reader = new NetworkReader(trainNetwork(short, vectors, vectorOf, { ...tiny, epochs: 0 }), vectorOf);
    expect(reader.read(Array<string>(mostTogether).fill('so')).heads).toHaveLength(mostTogether);
  });

  it('reads on after a sentence that it could not read', () => {
    const file = readNetwork(train(1), vectors);
    let broken = true;
    const reader = new NetworkReader(file, () => {
      if (broken) throw new Error('no vector');
      return 0;
    });
    const { mark } = file.network.arithmetic;
    expect(() => reader.read(['so'])).toThrow('no vector');
    broken = false;
    expect(file.network.arithmetic.mark).toBe(mark);
    expect(reader.read(['so']).heads).toEqual([0]);
  });

  it('is refused when it is cut off, longer, something else or of other vectors', () => {
    const bytes = train(1);
    for (const length of [20, 200, bytes.length - 10])
      expect(() => readNetwork(bytes.subarray(0, length), vectors)).toThrow(RangeError);
    expect(() => readNetwork(Buffer.concat([bytes, bytes]), vectors)).toThrow(RangeError);
    expect(() => readNetwork(bytes, { ...vectors, columns: 8, values: new Int8Array(8) })).toThrow(RangeError);
    expect(() => readNetwork(new Uint8Array(3), vectors)).toThrow(RangeError);
    expect(() => readNetwork(new Uint8Array(100), vectors)).toThrow(RangeError);
  });
});
