import { RandomNumbers } from '../learning/random.js';
import { normalForms } from '../forms.js';
import { recased } from '../recasing.js';
import type { Tags, Tree } from '../values.js';
import { Adam } from './adam.js';
import { Arithmetic } from './arithmetic.js';
import type { WordVectors } from './embeddings.js';
import { Network, type Gold } from './network.js';
import { countParameters, countStates, type NetworkShape } from './shape.js';
import { mostTogether, type NetworkFile, type NetworkLists } from './network-file.js';
import { codesOf, type WordCodes, type WordRows } from './word-codes.js';

/** A sentence to learn from. */
export interface TrainingSentence extends Tags, Tree {
  readonly words: readonly string[];
}

export interface NetworkTraining {
  readonly shape: Omit<NetworkShape, 'wordRows' | 'tags' | 'relations'>;
  readonly epochs: number;
  /** Words of a batch, about. */
  readonly batch: number;
  readonly rate: number;
  /** Shares that are left out at random. */
  readonly dropInput: number;
  readonly dropStates: number;
  readonly dropVector: number;
  readonly dropWord: number;
  /** Share of the sentences that are read in capitals, in small letters, as a title. */
  readonly recased: number;
  readonly leastOccurrences: number;
  readonly seed: number;
  /** Is told after each epoch, counted from 0, the mean loss of a word in nats: of tags, heads and relations. */
  readonly report?: (epoch: number, losses: readonly number[]) => void;
}

/** Trains a network; the same sentences and options give the same numbers. */
export function trainNetwork(
  sentences: readonly TrainingSentence[],
  vectors: WordVectors,
  vectorOf: (word: string) => number,
  options: NetworkTraining,
): NetworkFile {
  const random = new RandomNumbers(options.seed);
  const lists = listsOf(sentences, options.leastOccurrences);
  const wordRows = new Map(lists.words.map((word, at) => [word, at + 1]));
  const rows: WordRows = {
    vectorOf,
    wordOf: (word) => wordRows.get(word) ?? 0,
    affixRows: options.shape.affixRows,
  };
  const shape = {
    ...options.shape,
    wordRows: lists.words.length + 1,
    tags: lists.tags.length,
    relations: lists.relations.length,
  };
  const longest = sentences.reduce((most, sentence) => Math.max(most, sentence.words.length), mostTogether);
  const arithmetic = new Arithmetic(
    2 * countParameters(shape, vectors.columns) + 2 * countStates(shape, vectors.columns, longest),
  );
  const network = new Network(arithmetic, shape, vectors, true);
  initialise(network, random);
  const examples = sentences.map((sentence) => ({
    sentence,
    codes: codesOf(sentence.words, rows),
    gold: goldOf(sentence, lists),
  }));
  const adam = new Adam(network.parameters.all());
  const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const total = words * options.epochs;
  let seen = 0;
  let inBatch = 0;
  const step = (): void => {
    const warm = Math.min(1, seen / (words / 2));
    adam.step(options.rate * warm * Math.max(0.01, 1 - seen / total), 1 / inBatch);
    inBatch = 0;
  };
  const mask = (columns: number, share: number): Float32Array =>
    Float32Array.from({ length: columns }, () => (random.next() < share ? 0 : 1 / (1 - share)));
  const drop = { mask, input: options.dropInput, states: options.dropStates };
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const losses = [0, 0, 0];
    for (const example of random.shuffle([...examples])) {
      const { gold } = example;
      const otherwise = recased(example.sentence.words, options.recased, random);
      const codes = otherwise ? codesOf(otherwise, rows) : example.codes;
      network.learn(thinned(codes, options, random), gold, drop).forEach((loss, which) => (losses[which] += loss));
      inBatch += codes.length;
      seen += codes.length;
      if (inBatch >= options.batch) step();
    }
    if (inBatch > 0) step();
    options.report?.(
      epoch,
      losses.map((loss) => loss / words),
    );
  }
  return { network, lists };
}

function listsOf(sentences: readonly TrainingSentence[], leastOccurrences: number): NetworkLists {
  const words = new Map<string, number>();
  const tags = new Map<string, number>();
  const relations = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  for (const sentence of sentences)
    normalForms(sentence.words).forEach((form, at) => {
      count(words, form.toLowerCase());
      count(tags, `${sentence.upos[at]} ${sentence.xpos[at]}`);
      count(relations, sentence.relations[at]);
    });
  const known = [...words].filter(([, times]) => times >= leastOccurrences).map(([word]) => word);
  return {
    words: known.sort(),
    tags: [...tags]
      .filter(([, times]) => times >= 3)
      .map(([tag]) => tag)
      .sort(),
    relations: [...relations.keys()].sort(),
  };
}

function goldOf(sentence: TrainingSentence, lists: NetworkLists): Gold {
  return {
    tags: Int32Array.from(sentence.upos, (upos, at) => lists.tags.indexOf(`${upos} ${sentence.xpos[at]}`)),
    heads: Int32Array.from(sentence.heads),
    relations: Int32Array.from(sentence.relations, (relation) => lists.relations.indexOf(relation)),
  };
}

/** The codes with some vectors and words left out, as words are that no table knows. */
function thinned(codes: WordCodes, options: NetworkTraining, random: RandomNumbers): WordCodes {
  return {
    ...codes,
    vectors: codes.vectors.map((row) => (random.next() < options.dropVector ? 0 : row)),
    words: codes.words.map((row) => (random.next() < options.dropWord ? 0 : row)),
  };
}

/** X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010. */
function initialise(network: Network, random: RandomNumbers): void {
  for (const { name, value } of network.parameters.all()) {
    const { rows, columns, values } = value;
    if (name.endsWith('.bias')) {
      // A forget gate that is open at first (R. Jozefowicz, W. Zaremba and I. Sutskever, ICML 2015).
      if (/(first|second)/.test(name)) values.fill(1, columns / 4, columns / 2);
      continue;
    }
    const table = name === 'words' || name === 'affixes';
    const fan = /\.(input|state)$/.test(name) ? rows + columns / 4 : rows + columns;
    const spread = table ? 0.1 : Math.sqrt(6 / fan);
    for (let at = 0; at < values.length; at++) values[at] = (2 * random.next() - 1) * spread;
  }
}
