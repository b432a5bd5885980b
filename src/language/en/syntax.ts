import { treebankBrackets } from '../syntax/forms.js';
import type { SentenceWords, SyntaxSentence, Tags, Tree } from '../syntax/values.js';
import { lemmaOf } from './lemmas.js';
import { readWords } from './reader.js';
import { splitSentences } from './splitting/sentences.js';

/** What is said of the words of one sentence, index by index. */
export interface WordSyntax extends Tags, Tree {
  readonly lemmas: readonly string[];
}

/**
 * Tags, lemmas and tree of the words of one English sentence, as Universal Dependencies counts words. Of no words,
 * empty lists. The first call loads the weights. Time is linear in the number of words.
 */
export function tagAndParse(words: readonly string[]): WordSyntax {
  // The network has never seen a sentence of nothing but marks, and would look longest for a tree over equals.
  const read = words.length > 1 && words.every(isMark) ? syntaxOfMarks(words) : readWords(words);
  return { ...read, lemmas: words.map((word, index) => lemmaOf(word, read.upos[index], read.xpos[index])) };
}

/**
 * Reads an English text, clean or partly tokenised: sentences and words with exact offsets, tags, lemmas and trees.
 * All that is no blank is in a word; a sentence has at most `longestSentence` words and a full stop. Linear in the length.
 */
export function readSyntax(text: string): SyntaxSentence[] {
  return splitSentences(text).map((sentence) => ({ ...sentence, ...tagAndParse(formsOf(sentence)) }));
}

const isMark = (word: string): boolean => /^\p{P}+$/u.test(word);

/** Marks on the first of them, as UD has a sentence without a word. */
const syntaxOfMarks = (words: readonly string[]): Tags & Tree => ({
  upos: words.map(() => 'PUNCT'),
  xpos: words.map(tagOfMark),
  heads: words.map((_, index) => (index === 0 ? 0 : 1)),
  relations: words.map((_, index) => (index === 0 ? 'root' : 'punct')),
});

/** Of the Penn Treebank. */
function tagOfMark(mark: string): string {
  if (/^[.?!]+$/.test(mark)) return '.';
  if (mark === ',') return ',';
  if (/^["”’']+$/u.test(mark)) return "''";
  if (/^[“‘`]+$/u.test(mark)) return '``';
  if (/^\p{Ps}$/u.test(mark)) return '-LRB-';
  return /^\p{Pe}$/u.test(mark) ? '-RRB-' : ':';
}

/** How treebanks write brackets and quotation marks, and how texts do. */
const marks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...treebankBrackets,
    '``': '“',
    "''": '”',
  }),
);

/** Blanks that a tokeniser put into a word, and what only tells where a line may break: "n ’ t", "govern\u00adment". */
const inside = /[\s\u00ad\u200b\u2060]/;

/** The words as clean text has them; a word of nothing else stays. */
function formsOf({ words }: SentenceWords): string[] {
  return words.map(({ text }) => {
    const bare = inside.test(text) ? text.replace(/[\s\u00ad\u200b\u2060]/g, '') : text;
    return marks.get(bare) ?? (bare || text);
  });
}
