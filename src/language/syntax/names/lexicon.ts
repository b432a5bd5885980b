/** A sentence as the name tagger takes it: words with the tags that a tagger gave them, index by index. */
export interface TaggedWords {
  readonly words: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
}

/**
 * What a language knows of words, for the features of the name tagger; the machinery knows no word itself. Numbers
 * mean what the language likes; the same ones must be given in training and afterwards.
 */
export interface NameLexicon {
  /**
   * Writes for each word of a sentence the lists that it is on, as bits ("first name", "title" …).
   * @param lists As long as the sentence.
   */
  readLists(words: readonly string[], lists: Uint16Array): void;
  /**
   * Writes for each word what phrase of a gazetteer covers it and where in the phrase it stands; 0 where none does.
   * @param phrases As long as the sentence, all 0.
   */
  readPhrases(words: readonly string[], phrases: Uint16Array): void;
  /**
   * The classes of a word by the words around it in a large corpus, coarse and fine; 0 where it has none. The word is
   * given in small letters.
   */
  clustersOf(word: string): { readonly coarse: number; readonly fine: number };
  /** Bits of `lists`: the word tells that a person's name stands after it ("Mr"). */
  readonly before: number;
  /** Bits of `lists`: a person's first name. */
  readonly first: number;
}
