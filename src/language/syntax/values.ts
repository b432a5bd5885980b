/** A word or a punctuation mark as Universal Dependencies counts them: "don't" is "do" and "n't". */
export interface Word {
  /** The word as it stands in the text, `text.slice(start, end)`. */
  readonly text: string;
  /** Offsets in the text as it was given, in UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The words of one sentence, in order; never empty. */
export interface SentenceWords {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
}

/** What a tagger says of the words of one sentence: arrays as long as the sentence. */
export interface Tags {
  /** Universal part of speech (https://universaldependencies.org/u/pos/). */
  readonly upos: readonly string[];
  /** Part of speech of the Penn Treebank. */
  readonly xpos: readonly string[];
}

/** A dependency tree over the words of one sentence: arrays as long as the sentence. */
export interface Tree {
  /** For each word the place of its head, counted from 1; 0 for the root. Exactly one word is the root. */
  readonly heads: readonly number[];
  /** Universal relation to the head, subtype included ("nsubj:pass"). */
  readonly relations: readonly string[];
}

/** A sentence as read: words, tags, lemmas and tree, index by index. */
export interface SyntaxSentence extends SentenceWords, Tags, Tree {
  readonly lemmas: readonly string[];
}
