/** A text in one typography, with the way back to the text it was made from. */
export interface NormalisedText {
  readonly original: string;
  readonly text: string;
  /** Where something of the original is missing in `text` that was no part of its prose; ascending. */
  readonly cuts: readonly number[];
  /** Turns a span of `text` into the span of `original` it was made from (UTF-16 code units, end exclusive). */
  toOriginal(start: number, end: number): { start: number; end: number };
}

/**
 * What is rewritten. Quotation marks keep their direction where it is known (“ and ”, else "); treebank tokenisation
 * (`` and '', -LRB-, " ,", "do n't", "the mayor ’ s", "doesn ’ t", "O ’ Hara", "the residents ’ boats") is undone.
 * Every alternative is of bounded length, so the whole is linear.
 */
const rewritten = new RegExp(
  [
    "(?<=\\S)'''|``|''|’’|‘‘|[“”„‟«»＂]|[’‘‛`´]|-[LR][RS]B-|[\\u00a0\\u2009\\u202f]",
    // A hyphen between spaces is a dash.
    '(?<=\\S )-(?= )',
    // The space before a mark.
    '(?<=[^\\s]) (?=[,;:.!?%)](?:\\s|$))',
    // The spaces before and after the apostrophe of "'s", "n't", "'re".
    "(?<=[\\p{L}\\p{N}]) (?=(?:n ?['’] ?t|['’] ?(?:s|t|re|ve|ll|d|m))(?![\\p{L}\\p{N}-]))",
    "(?<=[\\p{L}\\p{N}](?: |n ?| n)['’]) (?=(?:s|t|re|ve|ll|d|m)(?![\\p{L}\\p{N}-]))",
    // Those of "O'Hara" and "D'Souza".
    "(?<=(?<![\\p{L}\\p{N}])[OD]) (?=['’] \\p{Lu}\\p{Ll})",
    "(?<=(?<![\\p{L}\\p{N}])[OD] ['’]) (?=\\p{Lu}\\p{Ll})",
    // The one before the apostrophe of a plural possessive; only the typographic one, which opens no quotation.
    '(?<=\\p{Ll}s) (?=’ \\p{L})',
  ].join('|'),
  'gu',
);

const replacements: Readonly<Record<string, string>> = {
  '``': '“',
  "''": '"',
  // A quotation inside a quotation, both ending.
  "'''": '\'"',
  '’’': '”',
  '‘‘': '“',
  '“': '“',
  '„': '“',
  '«': '“',
  '”': '”',
  '‟': '”',
  '»': '”',
  '＂': '"',
  '’': "'",
  '‛': "'",
  '´': "'",
  '`': '‘',
  '‘': '‘',
  '-LRB-': '(',
  '-RRB-': ')',
  '-LSB-': '[',
  '-RSB-': ']',
  ' ': '',
  '-': '–',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
};

/**
 * Reads clean and partly tokenised text alike.
 * @param original any text
 * @returns the normalised text and its offset map; a deleted space belongs to no span
 */
export function normalise(original: string): NormalisedText {
  const parts: string[] = [];
  // starts[i], ends[i]: the stretch of the original that character i of the normalised text stands for.
  const starts: number[] = [];
  const ends: number[] = [];
  const keep = (from: number, to: number): void => {
    parts.push(original.slice(from, to));
    for (let i = from; i < to; i += 1) {
      starts.push(i);
      ends.push(i + 1);
    }
  };
  let last = 0;
  for (const match of original.matchAll(rewritten)) {
    keep(last, match.index);
    const replacement = replacements[match[0]] ?? match[0];
    last = match.index + match[0].length;
    parts.push(replacement);
    for (let i = 0; i < replacement.length; i += 1) {
      starts.push(match.index);
      ends.push(last);
    }
  }
  keep(last, original.length);
  return {
    original,
    text: parts.join(''),
    cuts: [],
    toOriginal(start, end) {
      if (start >= end) {
        const at = starts[start] ?? original.length;
        return { start: at, end: at };
      }
      return { start: starts[start] ?? original.length, end: ends[end - 1] ?? original.length };
    },
  };
}
