import { symbolOf, symbolOfNumber } from '../learning/symbols.js';
import type { Tags } from '../values.js';

/** The cluster of a word learned from raw text, 1 to 1,024, or 0; see `clusterOf` in src/language/en/word-clusters.ts. */
export type ClusterOf = (word: string) => number;

/**
 * The words of one sentence as symbols, for features. Words are numbered from 1; at 0 stands the root, at length + 1
 * the missing word (`State.none`).
 */
export class EncodedSentence {
  length = 0;
  /** Lower-cased forms, digits as 0. */
  forms = new Int32Array(0);
  upos = new Int32Array(0);
  xpos = new Int32Array(0);
  /** Word clusters: 1,024 fine ones, and 64 coarse ones around them. */
  clusters = new Int32Array(0);
  groups = new Int32Array(0);

  /**
   * Reads a sentence. Reused from sentence to sentence.
   *
   * @param clusterOf Tells of words that the treebank lacks.
   */
  read(words: readonly string[], tags: Tags, clusterOf: ClusterOf): void {
    this.start(words.length);
    for (let at = 0; at < words.length; at++) {
      const place = at + 1;
      this.forms[place] = symbolOf(normalForm(words[at]));
      this.upos[place] = symbolOf(tags.upos[at]);
      this.xpos[place] = symbolOf(tags.xpos[at]);
      const cluster = clusterOf(words[at]);
      // Words without a cluster differ by their tags alone.
      this.clusters[place] = cluster === 0 ? this.xpos[place] : symbolOfNumber(cluster);
      this.groups[place] = cluster === 0 ? this.xpos[place] : symbolOfNumber(2_000 + ((cluster - 1) >> 4));
    }
  }

  /** Reads a sentence that was read already, the other way round. */
  readReversed(other: EncodedSentence): void {
    const { length } = other;
    this.start(length);
    for (const [symbols, read] of [
      [this.forms, other.forms],
      [this.upos, other.upos],
      [this.xpos, other.xpos],
      [this.clusters, other.clusters],
      [this.groups, other.groups],
    ])
      for (let word = 1; word <= length; word++) symbols[word] = read[length + 1 - word];
  }

  private start(length: number): void {
    if (this.forms.length < length + 2) this.reserve(length + 2 + (length >> 1));
    this.length = length;
    for (const symbols of [this.forms, this.upos, this.xpos, this.clusters, this.groups]) {
      symbols[0] = rootSymbol;
      symbols[length + 1] = noneSymbol;
    }
  }

  private reserve(size: number): void {
    this.forms = new Int32Array(size);
    this.upos = new Int32Array(size);
    this.xpos = new Int32Array(size);
    this.clusters = new Int32Array(size);
    this.groups = new Int32Array(size);
  }
}

const rootSymbol = symbolOf('<root>');
const noneSymbol = symbolOf('<none>');

/** A form as the parser knows it: capitals and the values of digits say nothing about the tree. */
function normalForm(word: string): string {
  const lower = word.toLowerCase();
  return /\d/.test(lower) ? lower.replace(/\d/g, '0') : lower;
}
