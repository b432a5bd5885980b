import type { Scorer } from '../learning/scorer.js';
import type { Tags } from '../values.js';
import type { TagDictionary } from './dictionary.js';
import { contextOf, Decide, decideBy, runPass } from './passes.js';
import { FactsCache, Vocabulary } from './word-facts.js';

/** What training leaves of a tagger. */
export interface TaggerModel<Model extends Scorer = Scorer> {
  /** The classes: pairs "UPOS XPOS" that were seen in training, the most frequent first. */
  readonly pairs: readonly string[];
  readonly dictionary: TagDictionary;
  readonly scorer: Model;
}

/**
 * Tags the words of sentences by an averaged perceptron (M. Collins, "Discriminative training methods for hidden
 * Markov models", EMNLP 2002), from left to right. A class is a universal tag together with a Penn tag, so that the two
 * never contradict each other.
 */
export class Tagger<Model extends Scorer = Scorer> {
  private readonly cache: FactsCache;
  private readonly decide: Decide;
  private readonly pairs: readonly (readonly [string, string])[];

  constructor(
    readonly model: TaggerModel<Model>,
    vocabulary: Vocabulary,
  ) {
    this.cache = new FactsCache(model.dictionary, vocabulary);
    this.decide = decideBy(model.scorer);
    this.pairs = model.pairs.map((pair) => splitPair(pair));
  }

  /** The tags of the words of one sentence. */
  tag(words: readonly string[]): Tags {
    const classes = runPass(contextOf(words, this.cache), this.decide);
    return {
      upos: classes.map((tagClass) => this.pairs[tagClass][0]),
      xpos: classes.map((tagClass) => this.pairs[tagClass][1]),
    };
  }
}

function splitPair(pair: string): [string, string] {
  const space = pair.indexOf(' ');
  return [pair.slice(0, space), pair.slice(space + 1)];
}
