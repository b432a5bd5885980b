import type { Pruning } from '../learning/pack-weights.js';
import type { Tags, Tree } from '../values.js';
import { type ClusterOf, EncodedSentence } from './encode.js';
import { mirror } from './mirror.js';

/** A sentence of a treebank, its tags as the tagger predicts them. */
export interface TrainingSentence extends Tags, Tree {
  readonly words: readonly { readonly text: string }[];
}

export interface TrainingOptions {
  readonly seed: number;
  /** How often all sentences are read. */
  readonly epochs: number;
  readonly clusterOf: ClusterOf;
  readonly pruning?: Pruning;
}

/** A sentence made ready to be read many times; words are numbered from 1 in the order of reading. */
export interface GoldSentence {
  readonly encoded: EncodedSentence;
  readonly heads: Int32Array;
  readonly relations: readonly string[];
}

/** @param backwards Whether the sentence is to be read from right to left. */
export function prepare(sentence: TrainingSentence, backwards: boolean, clusterOf: ClusterOf): GoldSentence {
  const encoded = new EncodedSentence();
  encoded.read(
    sentence.words.map(({ text }) => text),
    sentence,
    clusterOf,
  );
  const reversed = new EncodedSentence();
  if (backwards) reversed.readReversed(encoded);
  const heads = Int32Array.from([0, ...sentence.heads]);
  return {
    encoded: backwards ? reversed : encoded,
    heads: backwards ? mirror(heads, sentence.heads.length) : heads,
    relations: sentence.relations,
  };
}
