import { casingOf, normalForms } from '../forms.js';
import { symbolOf } from '../learning/symbols.js';

/** What the network sees of the words of a sentence: places in its tables of numbers. */
export interface WordCodes {
  readonly length: number;
  /** Of each word its row in the table of word vectors; 0 for a word that has none. */
  readonly vectors: Int32Array;
  /** Of each word its row in the table of learned words; 0 for a word that has none. */
  readonly words: Int32Array;
  /** Of each word `affixesOfWord` rows in the table of affixes. */
  readonly affixes: Int32Array;
}

export interface WordRows {
  /** The row of a word, in lower case, among word vectors; 0 where it has none. */
  vectorOf(word: string): number;
  /** The same among learned words. */
  wordOf(word: string): number;
  /** How many rows the table of affixes has: a power of 2. */
  readonly affixRows: number;
}

export const affixesOfWord = 10;

/** The codes of a sentence's words: beginnings, endings and shape stand for words that no table knows. */
export function codesOf(words: readonly string[], rows: WordRows): WordCodes {
  const length = words.length;
  const codes = {
    length,
    vectors: new Int32Array(length),
    words: new Int32Array(length),
    affixes: new Int32Array(length * affixesOfWord),
  };
  const casing = casingOf(words);
  const mask = rows.affixRows - 1;
  normalForms(words).forEach((form, at) => {
    const lower = form.toLowerCase();
    codes.vectors[at] = rows.vectorOf(words[at].toLowerCase());
    codes.words[at] = rows.wordOf(lower);
    let next = at * affixesOfWord;
    const add = (affix: string): void => void (codes.affixes[next++] = symbolOf(affix) & mask);
    for (let size = 1; size <= 3; size++) add(`<${lower.slice(0, size)}`);
    for (let size = 1; size <= 4; size++) add(`>${lower.slice(-size)}`);
    add(`=${lower}`);
    add(`#${shapeOf(form)}`);
    add(`@${casing} ${at === 0} ${capitalOf(form)}`);
  });
  return codes;
}

function capitalOf(form: string): string {
  const first = form.charAt(0);
  if (first.toLowerCase() === first.toUpperCase()) return 'none';
  if (first === first.toLowerCase()) return 'small';
  return form.length > 1 && form === form.toUpperCase() ? 'capitals' : 'capital';
}

/** "McDonald's" -> "XxXx'x", "U.S." -> "X.X.", "1,200" -> "d,d". */
function shapeOf(form: string): string {
  return form
    .slice(0, 30)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{L}/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\d/g, 'd')
    .replace(/(.)\1+/g, '$1');
}
