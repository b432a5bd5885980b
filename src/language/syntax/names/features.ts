import type { FeatureList } from '../learning/feature-list.js';
import { symbolOf, symbolOfNumber } from '../learning/symbols.js';
import { isOpen } from './bilou.js';
import type { DocumentWords } from './document-words.js';
import type { NameLexicon, TaggedWords } from './lexicon.js';

/** How many features a decision has at most. */
export const mostFeatures = 64;

/** A word's letters as their kinds, each run once: "McDonald's" is "XxXx'x", "U.S." is "X.X.", "1,500" is "0,0". */
export function shapeOf(word: string): string {
  let shape = '';
  const length = Math.min(word.length, 24);
  for (let index = 0; index < length; index += 1) {
    const code = word.charCodeAt(index);
    let kind: string;
    if (code >= 97 && code <= 122) kind = 'x';
    else if (code >= 65 && code <= 90) kind = 'X';
    else if (code >= 48 && code <= 57) kind = '0';
    else if (code < 128) kind = word[index];
    else if (/\p{Lu}/u.test(word[index])) kind = 'X';
    else if (/\p{L}/u.test(word[index])) kind = 'x';
    else kind = '?';
    if (shape[shape.length - 1] !== kind) shape += kind;
  }
  return shape;
}

/** What is known of words alone, kept for words that come again: hashing costs more than looking up. */
interface Known {
  readonly word: number;
  readonly lower: number;
  readonly shape: number;
  readonly start: number;
  readonly end: number;
  readonly coarse: number;
  readonly fine: number;
  /** Without a capital letter. */
  readonly isPlain: boolean;
}

/** Symbols of the words of one sentence, index by index with two places of padding at both ends. */
export class SentenceSymbols {
  private size = 0;
  lower = new Int32Array(0);
  shape = new Int32Array(0);
  start = new Int32Array(0);
  end = new Int32Array(0);
  coarse = new Int32Array(0);
  fine = new Int32Array(0);
  upos = new Int32Array(0);
  xpos = new Int32Array(0);
  lists = new Int32Array(0);
  phrases = new Int32Array(0);
  seen = new Int32Array(0);
  numbers = new Int32Array(0);
  /** 1 for a word without a capital that no gazetteer knows: it begins no name, so nothing need be decided. */
  plain = new Int32Array(0);
  /** Of the run of proper nouns that a word stands in: its first and last place; the word itself outside of one. */
  runStart = new Int32Array(0);
  runEnd = new Int32Array(0);
  allCapitals = 0;
  private readonly known = new Map<string, Known>();

  constructor(private readonly lexicon: NameLexicon) {}

  /** @param numbers of the words in their document */
  read(
    sentence: TaggedWords,
    numbers: Int32Array,
    lists: Uint16Array,
    phrases: Uint16Array,
    allCapitals: boolean,
    document: DocumentWords,
  ): void {
    const { words, upos, xpos } = sentence;
    this.grow(words.length + 4);
    this.allCapitals = symbolOfNumber(allCapitals ? 1 : 0);
    for (let at = 0; at < words.length + 4; at += 1) {
      const index = at - 2;
      const isInside = index >= 0 && index < words.length;
      const known = isInside ? this.knowledgeOf(words[index]) : edge;
      this.lower[at] = known.lower;
      this.shape[at] = known.shape;
      this.start[at] = known.start;
      this.end[at] = known.end;
      this.coarse[at] = known.coarse;
      this.fine[at] = known.fine;
      this.upos[at] = isInside ? this.tagSymbol(upos[index]) : 0;
      this.xpos[at] = isInside ? this.tagSymbol(xpos[index]) : 0;
      this.lists[at] = isInside ? symbolOfNumber(lists[index]) : 0;
      this.phrases[at] = isInside ? symbolOfNumber(phrases[index]) : 0;
      this.seen[at] = isInside ? symbolOfNumber(document.seenOf(numbers[index])) : 0;
      this.numbers[at] = isInside ? numbers[index] : -1;
      this.plain[at] = known.isPlain && isInside && phrases[index] === 0 ? 1 : 0;
    }
    this.findRuns(sentence);
  }

  /** Proper nouns in a row, hyphens between them or not: the last of them mostly says what the name is of. */
  private findRuns({ words, upos }: TaggedWords): void {
    const isProper = (index: number): boolean => index < words.length && upos[index] === 'PROPN';
    for (let at = 0; at < words.length + 4; at += 1) {
      this.runStart[at] = at;
      this.runEnd[at] = at;
    }
    let index = 0;
    while (index < words.length) {
      let end = index + 1;
      if (isProper(index)) {
        for (;;) {
          if (isProper(end)) end += 1;
          else if (words[end] === '-' && isProper(end + 1)) end += 2;
          else break;
        }
      }
      this.runStart.fill(index + 2, index + 2, end + 2);
      this.runEnd.fill(end + 1, index + 2, end + 2);
      index = end;
    }
  }

  /**
   * Whether a word is outside of names, whatever the model says: it would have to begin one without a capital. Four of
   * five words are; leaving them out makes the tagger three times as fast.
   */
  isOutside(index: number, before: number): boolean {
    return this.plain[index + 2] === 1 && !isOpen(before);
  }

  private readonly tags = new Map<string, number>();

  private tagSymbol(tag: string): number {
    let symbol = this.tags.get(tag);
    if (symbol === undefined) this.tags.set(tag, (symbol = symbolOf(tag)));
    return symbol;
  }

  private knowledgeOf(word: string): Known {
    let known = this.known.get(word);
    if (known) return known;
    const lower = word.toLowerCase();
    const { coarse, fine } = this.lexicon.clustersOf(lower);
    known = {
      word: symbolOf(word),
      lower: symbolOf(lower),
      shape: symbolOf(shapeOf(word)),
      start: symbolOf(lower.slice(0, 3)),
      end: symbolOf(lower.slice(-3)),
      coarse: symbolOfNumber(coarse),
      fine: symbolOfNumber(fine),
      isPlain: lower === word,
    };
    // A long stream of words nobody wrote before must not fill the memory.
    if (this.known.size >= 20_000) this.known.clear();
    this.known.set(word, known);
    return known;
  }

  private grow(length: number): void {
    if (length <= this.size) return;
    this.size = length * 2;
    for (const name of [
      'lower',
      'shape',
      'start',
      'end',
      'coarse',
      'fine',
      'upos',
      'xpos',
      'lists',
      'phrases',
      'seen',
      'numbers',
      'plain',
      'runStart',
      'runEnd',
    ] as const) {
      this[name] = new Int32Array(this.size);
    }
  }
}

const edge: Known = { word: 1, lower: 1, shape: 1, start: 1, end: 1, coarse: 1, fine: 1, isPlain: true };

/**
 * The features of the word at `index`: itself and two neighbours on each side by word, shape, affixes, tags, clusters,
 * lists and gazetteer; what its document shows of it elsewhere; the two tags before (Ratinov & Roth 2009, tables 2 to 6).
 */
export function collectFeatures(
  symbols: SentenceSymbols,
  index: number,
  before: number,
  twoBefore: number,
  document: DocumentWords,
  features: FeatureList,
): void {
  const {
    lower,
    shape,
    start,
    end,
    coarse,
    fine,
    upos,
    xpos,
    lists,
    phrases,
    seen,
    numbers,
    runStart,
    runEnd,
    allCapitals,
  } = symbols;
  const at = index + 2;
  const last = symbolOfNumber(before);
  const earlier = symbolOfNumber(twoBefore);
  features.clear();
  features.add1(1, last);
  features.add2(2, last, earlier);
  features.add1(3, lower[at]);
  features.add2(4, lower[at], last);
  features.add2(5, shape[at], allCapitals);
  features.add3(6, shape[at], xpos[at], last);
  features.add1(7, start[at]);
  features.add1(8, end[at]);
  features.add2(9, end[at], shape[at]);
  features.add1(10, xpos[at]);
  features.add3(11, xpos[at - 1], xpos[at], xpos[at + 1]);
  features.add2(12, upos[at], last);
  features.add2(13, xpos[at + 1], xpos[at + 2]);
  features.add2(14, xpos[at - 1], xpos[at - 2]);
  features.add1(15, lower[at - 1]);
  features.add1(16, lower[at + 1]);
  features.add1(17, lower[at - 2]);
  features.add1(18, lower[at + 2]);
  features.add2(19, lower[at - 1], lower[at]);
  features.add2(20, lower[at], lower[at + 1]);
  features.add2(21, lower[at - 1], lower[at + 1]);
  features.add2(22, shape[at - 1], shape[at]);
  features.add2(23, shape[at], shape[at + 1]);
  features.add3(24, shape[at - 1], shape[at], shape[at + 1]);
  features.add1(25, fine[at]);
  features.add1(26, coarse[at]);
  features.add1(27, fine[at - 1]);
  features.add1(28, fine[at + 1]);
  features.add2(29, coarse[at - 1], coarse[at + 1]);
  features.add1(30, lists[at]);
  features.add2(31, lists[at], last);
  features.add1(32, lists[at - 1]);
  features.add1(33, lists[at + 1]);
  features.add2(34, lists[at], lists[at + 1]);
  features.add2(35, lists[at - 1], lists[at]);
  features.add1(36, phrases[at]);
  features.add2(37, phrases[at], last);
  features.add2(38, phrases[at], xpos[at]);
  features.add2(39, phrases[at], shape[at + 1]);
  features.add2(40, phrases[at - 1], shape[at]);
  features.add2(41, phrases[at + 1], shape[at]);
  features.add2(42, seen[at], shape[at]);
  features.add2(43, seen[at], upos[at]);
  const kind = symbolOfNumber(document.kindOf(numbers[at]));
  features.add2(44, kind, last);
  features.add2(45, kind, shape[at]);
  if (numbers[at + 1] >= 0) features.add2(46, symbolOfNumber(document.kindOf(numbers[at + 1])), shape[at]);
  features.add2(47, end[at + 1], shape[at]);
  features.add2(48, lists[at + 2], shape[at]);
  const first = runStart[at];
  const final = runEnd[at];
  features.add2(50, lists[final], shape[at]);
  features.add2(51, lower[final], upos[at]);
  features.add3(52, lists[first], lists[final], upos[at]);
  features.add3(53, symbolOfNumber(Math.min(at - first, 3)), symbolOfNumber(Math.min(final - at, 3)), upos[at]);
  features.add3(54, lower[final + 1], upos[at], symbolOfNumber(Math.min(final - at, 2)));
  features.add3(55, lower[first - 1], upos[at], symbolOfNumber(Math.min(at - first, 2)));
  features.add3(56, lists[first - 1], lists[final], upos[at]);
  features.add2(57, end[final], upos[at]);
  features.add3(49, upos[at - 1], upos[at], lists[at + 1]);
}
