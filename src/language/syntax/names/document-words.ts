import type { NameLexicon, TaggedWords } from './lexicon.js';

/** What is seen of a word anywhere in its document, as bits. */
export const seen = {
  /** In small letters. */
  small: 1,
  /** With a capital inside a sentence, where a capital says something. */
  capital: 2,
  /** After a title, as "Mr". */
  afterTitle: 4,
  /** After a first name. */
  afterFirst: 8,
  /** As a part of a phrase of the gazetteer. */
  inPhrase: 16,
  /** Before another word with a capital. */
  beforeCapital: 32,
  /** After a preposition of place. */
  afterPlace: 64,
} as const;

const placePrepositions = new Set(['in', 'at', 'near', 'from', 'to']);

/** Whether so many words begin with a capital that capitals say nothing: headlines, texts in capitals. */
export function isAllCapitals(words: readonly string[]): boolean {
  let letters = 0;
  let capitals = 0;
  for (const word of words) {
    if (!/^\p{L}{4}/u.test(word)) continue;
    letters += 1;
    if (/^\p{Lu}/u.test(word)) capitals += 1;
  }
  // Of one or two long words nothing can be told: "Mayor Smith".
  return letters > 2 && capitals > 0.8 * letters;
}

/**
 * What a document says of its words elsewhere: a name is told by its clearest mention ("non-local features", L. Ratinov
 * and D. Roth, CoNLL 2009). Words are compared in small letters. One pass over the document before its names are found.
 */
export class DocumentWords {
  private readonly numbers = new Map<string, number>();
  private readonly bits: number[] = [];
  /** For each word, how many names of each kind it was in so far. */
  private readonly kinds: number[] = [];

  /** @param kindCount How many kinds of names there are. */
  constructor(private readonly kindCount: number) {}

  /** The number of a word in this document, a new one if it had none. */
  numberOf(lower: string): number {
    let number = this.numbers.get(lower);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(lower, number);
      this.bits.push(0);
      for (let kind = 0; kind < this.kindCount; kind += 1) this.kinds.push(0);
    }
    return number;
  }

  /** Takes note of a sentence. @param numbers of its words, by `numberOf` */
  read(
    { words }: TaggedWords,
    numbers: Int32Array,
    lists: Uint16Array,
    phrases: Uint16Array,
    allCapitals: boolean,
    lexicon: NameLexicon,
  ): void {
    let mayBegin = true;
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index];
      const code = word.charCodeAt(0);
      const isLetter = word.toLowerCase() !== word.toUpperCase();
      let bits = 0;
      if (isLetter) {
        const isCapital = word[0] !== word[0].toLowerCase();
        if (!isCapital) bits |= seen.small;
        else if (!allCapitals) {
          if (!mayBegin) bits |= seen.capital;
          if (index > 0) {
            if (lists[index - 1] & lexicon.before) bits |= seen.afterTitle;
            if (lists[index - 1] & lexicon.first) bits |= seen.afterFirst;
            if (placePrepositions.has(words[index - 1].toLowerCase())) bits |= seen.afterPlace;
          }
          const next = words[index + 1];
          if (next !== undefined && next[0] !== next[0].toLowerCase()) bits |= seen.beforeCapital;
        }
        mayBegin = false;
      } else if (code === 0x3a || code === 0x22 || code === 0x201c || code === 0x60 || word === '.') mayBegin = true;
      if (phrases[index] !== 0) bits |= seen.inPhrase;
      this.bits[numbers[index]] |= bits;
    }
  }

  /** What is seen of a word, bits of `seen`. */
  seenOf(number: number): number {
    return this.bits[number];
  }

  /** Takes note that the word was in a name of this kind. */
  remember(number: number, kind: number): void {
    this.kinds[number * this.kindCount + kind] += 1;
  }

  /** The kind of name that the word was in most, from 1; 0 where it was in none so far. */
  kindOf(number: number): number {
    let best = 0;
    let most = 0;
    for (let kind = 0; kind < this.kindCount; kind += 1) {
      const count = this.kinds[number * this.kindCount + kind];
      if (count > most) {
        most = count;
        best = kind + 1;
      }
    }
    return best;
  }
}
