/** A word of a text, as it is searched for, and where it stands: UTF-16 code units, the end exclusive. */
export interface Word {
  /** Lower case, compatibility forms made plain (NFKC), accents kept. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Longer "words" are addresses and encoded data; PostgreSQL drops what is over 2,047 bytes. In code units. */
const longestWord = 100;

// Scripts that put no space between words: each of their characters counts as a word, so that a run of them is found as
// a phrase. Marks belong to the letter before them; soft hyphens and joiners stand inside words.
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const wordPattern = new RegExp(
  `[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}\\u00ad\\u200c\\u200d])+`,
  'gu',
);

/**
 * The words of a text. PostgreSQL's own parser is not asked: it takes "U.S." for a host, "foo-5" for a negative number
 * and `<b>` for markup, sees other letters in another locale, and tells no offsets. What it gets are these words with
 * spaces between them, so that both databases, and whoever looks for the matches in a text, count the same words.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const plain = plainWord(match[0]);
    if (plain !== '') words.push({ text: plain, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

function plainWord(word: string): string {
  if (/^[a-z0-9]+$/i.test(word)) return word.toLowerCase().slice(0, longestWord);
  // NFKC would make "½" "1⁄2" and "m²" "m2".
  const composed = word.normalize(/\p{No}/u.test(word) ? 'NFC' : 'NFKC').replace(/[\u00ad\u200c\u200d]/g, '');
  if (!/[\p{L}\p{N}]/u.test(composed)) return '';
  const cut = composed.toLowerCase().slice(0, longestWord);
  return cut.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** A word without its accents: "é" and "e" are found by each other. As {@link foldedVector} does it in SQL. */
export function fold(word: string): string {
  return word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}
