/** How treebanks write brackets, and how texts do. */
export const treebankBrackets = {
  '-LRB-': '(',
  '-RRB-': ')',
  '-LSB-': '[',
  '-RSB-': ']',
  '-LCB-': '{',
  '-RCB-': '}',
} as const;

const alike = new Map<string, string>(
  Object.entries({
    '“': '``',
    '„': '``',
    '«': '``',
    '”': "''",
    '»': "''",
    '‘': '`',
    '’': "'",
    '–': '-',
    '—': '-',
    '--': '-',
    '―': '-',
    '…': '...',
    ...treebankBrackets,
  }),
);

/**
 * The forms that features are made of, in which partly tokenised text (`` '' -LRB-) and typographic text act alike:
 * one way of writing quotation marks, apostrophes, dashes and brackets, and 0 for every digit. A straight quotation
 * mark opens and closes in turn.
 */
export function normalForms(words: readonly string[]): string[] {
  let open = false;
  return words.map((word) => {
    if (word === '"') {
      open = !open;
      return open ? '``' : "''";
    }
    const same = alike.get(word);
    if (same !== undefined) return same;
    return /[\d’ʼ]/.test(word) ? word.replace(/\d/g, '0').replace(/[’ʼ]/g, "'") : word;
  });
}

/** How the letters of a sentence are cased, which decides what a capital tells. */
export type Casing = 'sentence' | 'capitals' | 'title' | 'lower';

/**
 * CAPITALS only, Almost Every Long Word of a Title, lower only, or as in sentences. A sentence of one word with
 * letters is none of the first two.
 */
export function casingOf(words: readonly string[]): Casing {
  let letters = 0;
  let upper = 0;
  let long = 0;
  let longUpper = 0;
  let capitals = 0;
  for (const word of words) {
    const first = word.charAt(0);
    if (first.toLowerCase() === first.toUpperCase()) continue;
    letters += 1;
    const isUpper = first !== first.toLowerCase();
    if (isUpper) upper += 1;
    if (isUpper && word === word.toUpperCase()) capitals += 1;
    if (word.length > 3) {
      long += 1;
      if (isUpper) longUpper += 1;
    }
  }
  if (letters < 2) return 'sentence';
  if (capitals === letters) return 'capitals';
  if (upper === 0) return 'lower';
  return long >= 3 && longUpper >= 0.8 * long ? 'title' : 'sentence';
}
