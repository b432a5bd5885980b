import { FeatureList } from '../learning/feature-list.js';
import { bestClass, type Scorer } from '../learning/scorer.js';
import { symbolOf } from '../learning/symbols.js';
import type { EncodedSentence } from './encode.js';
import { relationFeatures } from './relation-features.js';
import { TreeLinks } from './tree-links.js';

/**
 * Names the relations of a tree whose arcs are known: the second stage of R. McDonald, K. Lerman and F. Pereira,
 * "Multilingual dependency analysis with a two-stage discriminative parser", CoNLL 2006. It sees the whole tree, and
 * each arc is scored once. A word's dependents are named before it (that a clause has a subject or a mark tells what
 * the clause is), those of one head from the head outwards.
 */
export class RelationNamer {
  private readonly links = new TreeLinks();
  private readonly features = new FeatureList(64);
  private readonly scores: Float64Array;
  private readonly symbols: Int32Array;
  private sets = { left: new Int32Array(0), right: new Int32Array(0) };

  /** @param scorer Scores `relations`, in their order. */
  constructor(
    private readonly scorer: Scorer,
    relations: readonly string[],
  ) {
    this.scores = new Float64Array(relations.length);
    this.symbols = Int32Array.from(relations, symbolOf);
  }

  /**
   * Names the relation of each word to its head.
   *
   * @param heads By word from 1 its head.
   * @param out By word from 1 its relation, as a place in `relations`.
   * @param onDecision Is told each decision before the next is made: how it learns.
   */
  name(
    sentence: EncodedSentence,
    heads: Int32Array,
    out: Int32Array,
    onDecision?: (word: number, features: FeatureList) => void,
  ): void {
    const { links, scores } = this;
    const sets = this.clearSets(sentence.length + 2);
    links.read(heads, sentence.length);
    for (let word = links.first(); word !== 0; word = links.after(word)) {
      relationFeatures(links, sentence, word, sets, this.features);
      this.scorer.score(this.features, scores);
      out[word] = bestClass(scores, scores.length);
      onDecision?.(word, this.features);
      const set = word < heads[word] ? sets.left : sets.right;
      set[heads[word]] = (set[heads[word]] + this.symbols[out[word]]) | 0;
    }
  }

  private clearSets(size: number): { left: Int32Array; right: Int32Array } {
    if (this.sets.left.length < size) this.sets = { left: new Int32Array(2 * size), right: new Int32Array(2 * size) };
    this.sets.left.fill(0, 0, size);
    this.sets.right.fill(0, 0, size);
    return this.sets;
  }
}
