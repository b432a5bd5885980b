import { FeatureList } from '../learning/feature-list.js';
import type { Scorer } from '../learning/scorer.js';
import { canFollow, isOpen, kindNumberOf, nameKinds, namesOf, outside, tagCount, type NameSpan } from './bilou.js';
import { probabilityOf, type Calibration } from './calibration.js';
import { DocumentWords, isAllCapitals } from './document-words.js';
import { collectFeatures, mostFeatures, SentenceSymbols } from './features.js';
import type { NameLexicon, TaggedWords } from './lexicon.js';

/** A name that was found, and how sure that is: between 0 and 1, the part of such names that are right. */
export interface FoundSpan extends NameSpan {
  readonly confidence: number;
}

/** A sentence of a document, read and ready for its decisions. */
export interface ReadSentence {
  readonly sentence: TaggedWords;
  readonly numbers: Int32Array;
  readonly lists: Uint16Array;
  readonly phrases: Uint16Array;
  readonly allCapitals: boolean;
}

/** Reads a document before names are found in it. */
export function readDocument(
  sentences: readonly TaggedWords[],
  lexicon: NameLexicon,
): { document: DocumentWords; read: ReadSentence[] } {
  const document = new DocumentWords(nameKinds.length);
  const read = sentences.map((sentence) => {
    const { words } = sentence;
    const numbers = new Int32Array(words.length);
    for (let index = 0; index < words.length; index += 1)
      numbers[index] = document.numberOf(words[index].toLowerCase());
    const lists = new Uint16Array(words.length);
    lexicon.readLists(words, lists);
    const phrases = new Uint16Array(words.length);
    lexicon.readPhrases(words, phrases);
    const allCapitals = isAllCapitals(words);
    document.read(sentence, numbers, lists, phrases, allCapitals, lexicon);
    return { sentence, numbers, lists, phrases, allCapitals };
  });
  return { document, read };
}

/**
 * Finds names of persons, organisations and places: from left to right a tag for each word, the best that may follow
 * the one before, over features of the word, its neighbours and its whole document (L. Ratinov and D. Roth, CoNLL
 * 2009, who found greedy decoding as good as Viterbi's). Time and memory are linear in the text.
 */
export class NameTagger {
  private readonly features = new FeatureList(mostFeatures);
  private readonly scores = new Float64Array(tagCount);
  private readonly symbols: SentenceSymbols;

  /**
   * @param scorer of `tagCount` classes
   * @param calibration Without it the confidence of a name is its margin: what `calibrate` wants.
   */
  constructor(
    private readonly scorer: Scorer,
    private readonly lexicon: NameLexicon,
    private readonly calibration?: Calibration,
  ) {
    this.symbols = new SentenceSymbols(lexicon);
  }

  /** The names of each sentence of a document, in order. */
  findNames(sentences: readonly TaggedWords[]): FoundSpan[][] {
    const { document, read } = readDocument(sentences, this.lexicon);
    return read.map((one) => this.tag(one, document));
  }

  private tag(read: ReadSentence, document: DocumentWords): FoundSpan[] {
    const { features, scores, symbols } = this;
    const { length } = read.sentence.words;
    symbols.read(read.sentence, read.numbers, read.lists, read.phrases, read.allCapitals, document);
    const tags = new Uint8Array(length);
    const margins = new Float64Array(length);
    let before = outside;
    let twoBefore = outside;
    for (let index = 0; index < length; index += 1) {
      if (symbols.isOutside(index, before)) {
        twoBefore = before;
        before = outside;
        continue;
      }
      collectFeatures(symbols, index, before, twoBefore, document, features);
      this.scorer.score(features, scores);
      let best = -1;
      let second = -Infinity;
      for (let tag = 0; tag < tagCount; tag += 1) {
        if (!canFollow(before, tag, index === length - 1)) continue;
        if (best < 0 || scores[tag] > scores[best]) {
          if (best >= 0) second = scores[best];
          best = tag;
        } else if (scores[tag] > second) second = scores[tag];
      }
      tags[index] = best;
      margins[index] = scores[best] - second;
      const kind = kindNumberOf(best);
      if (kind >= 0 && !isOpen(best)) remember(tags, index, read.numbers, kind, document);
      twoBefore = before;
      before = best;
    }
    return namesOf(tags).map((name) => {
      const margin = marginOf(margins, name);
      return { ...name, confidence: this.calibration ? probabilityOf(this.calibration, margin) : margin };
    });
  }
}

/** Takes note of the words of the name that ends at `last`, for the sentences that follow. */
export function remember(
  tags: Uint8Array,
  last: number,
  numbers: Int32Array,
  kind: number,
  document: DocumentWords,
): void {
  for (let index = last; index >= 0; index -= 1) {
    document.remember(numbers[index], kind);
    if (index === 0 || !isOpen(tags[index - 1])) break;
  }
}

/** Of a name's tags the least distance from the second best. */
function marginOf(margins: Float64Array, { start, end }: NameSpan): number {
  let least = Infinity;
  for (let index = start; index < end; index += 1) least = Math.min(least, margins[index]);
  return least;
}
