/** How a phrase must stand in a text to be found; the freer writing is the smaller number. */
export const writing = {
  /** In any case: "the united kingdom". */
  any: 0,
  /** Its first word with a capital: "Turkey", not "turkey". */
  capitalised: 1,
  /** Without a small letter, or with dots: "WHO" and "u.s.", not "who" and "us". */
  capitals: 2,
} as const;

export type Writing = (typeof writing)[keyof typeof writing];

interface Step {
  readonly next: Map<number, number>;
  /** Of the phrase that ends here; 0 where none does. */
  phrase: number;
}

/** Marks that a phrase may be written with or without: "Guinea-Bissau", "Guinea - Bissau". */
const joint = /[-–/'’]/;
/** Possessive "'s" counts for nothing: "Japan's" is Japan. */
const possessive = /['’]s?$/i;

/** The pieces that words are compared by: small letters without accents, dots and joints. */
function piecesOf(text: string): string[] {
  let plain = text.toLowerCase();
  // The rest is for words that have more than letters of ASCII.
  if (/^[a-z0-9]+$/.test(plain)) return [plain];
  plain = plain.normalize('NFD').replace(/\p{M}/gu, '').replace(possessive, '').replaceAll('.', '');
  return plain.split(joint).filter((piece) => piece !== '');
}

/** The words of a phrase as a tokeniser sets them apart, as far as `Phrases` minds: at blanks and commas. */
export const wordsOf = (phrase: string): string[] => phrase.replaceAll(',', ' , ').trim().split(/\s+/);

/**
 * Finds the longest phrase of a list that begins at a word: a trie over pieces of words, walked from each place, so
 * that the time is linear in the text. Phrases are found whether or not a tokeniser takes hyphens and possessives
 * apart.
 */
export class Phrases {
  private readonly pieces = new Map<string, number>();
  private readonly steps: Step[] = [{ next: new Map(), phrase: 0 }];
  private readonly writings: Writing[] = [writing.any];

  /**
   * Adds a phrase.
   * @returns its number, from 1: the same one for what reads alike, the freer of the two writings then holding.
   */
  add(phrase: string, written: Writing): number {
    let at = 0;
    for (const word of wordsOf(phrase)) {
      for (const text of piecesOf(word)) {
        let piece = this.pieces.get(text);
        if (piece === undefined) this.pieces.set(text, (piece = this.pieces.size));
        let next = this.steps[at].next.get(piece);
        if (next === undefined) {
          next = this.steps.push({ next: new Map(), phrase: 0 }) - 1;
          this.steps[at].next.set(piece, next);
        }
        at = next;
      }
    }
    const step = this.steps[at];
    if (step.phrase === 0) step.phrase = this.writings.push(written) - 1;
    else if (written < this.writings[step.phrase]) this.writings[step.phrase] = written;
    return step.phrase;
  }

  /**
   * The longest phrase that begins with the word at `index`.
   * @returns its number and how many words it takes as one number, see `phraseOf` and `lengthOf`; 0 where none begins
   * there. A number and no object, since it is asked for every word of a text.
   */
  lookUp(words: readonly string[], index: number): number {
    let at = 0;
    let found = 0;
    for (let place = index; place < words.length; place += 1) {
      const lower = words[place].toLowerCase();
      const piece = this.pieces.get(lower);
      if (piece !== undefined) {
        const next = this.steps[at].next.get(piece);
        if (next === undefined) break;
        at = next;
      } else {
        // A word of plain letters that is no piece ends the walk; others are taken apart first.
        if (/^[a-z0-9]+$/.test(lower)) break;
        const from = at;
        at = this.follow(from, lower);
        if (at < 0) break;
        if (at === from) {
          if (from === 0) break;
          continue;
        }
      }
      const { phrase } = this.steps[at];
      if (phrase !== 0 && this.isWritten(phrase, words[index])) found = phrase * 64 + (place - index + 1);
      if (place - index === 62) break;
    }
    return found;
  }

  /** From a step by all pieces of a word; -1 where there is no way. */
  private follow(from: number, word: string): number {
    let at = from;
    for (const text of piecesOf(word)) {
      const piece = this.pieces.get(text);
      const next = piece === undefined ? undefined : this.steps[at].next.get(piece);
      if (next === undefined) return -1;
      at = next;
    }
    return at;
  }

  private isWritten(phrase: number, first: string): boolean {
    const written = this.writings[phrase];
    if (written === writing.any) return true;
    if (written === writing.capitalised) return /^\P{Ll}/u.test(first);
    return !/\p{Ll}/u.test(first.replace(possessive, '')) || first.includes('.');
  }
}

/** The phrase of what `lookUp` found. */
export const phraseOf = (found: number): number => Math.floor(found / 64);
/** How many words it takes. */
export const lengthOf = (found: number): number => found % 64;
