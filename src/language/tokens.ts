import { correctTag } from './tag-corrections.js';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

/** A word or a punctuation mark. Offsets count in the normalised text. */
export interface Token {
  readonly text: string;
  /** In small letters, unless these would make another word of it: "WHO" stays. */
  readonly lower: string;
  /** Universal part of speech (UD): NOUN, VERB, AUX, PROPN, … */
  readonly pos: string;
  readonly start: number;
  readonly end: number;
}

// Only the tagger: wink's own sentence boundaries and entities are not used.
const nlp = winkNLP(model, ['pos']);

/** Words that the tokenizer takes for abbreviations where they end a sentence: "He was ill." */
const wordsWithStop = new Set(['ill.', 'in.', 'no.', 'sat.', 'sun.', 'miss.', 'mass.', 'wash.', 'ark.']);

/** Characters without a space that are read as they are; the tokenizer's patterns for addresses take cubic time or worse. */
const longestRun = 120;
const pieceOfRun = 30;
const longRuns = new RegExp(`\\S{${longestRun + 1},}`, 'g');
const pieces = new RegExp(`[^]{1,${pieceOfRun}}`, 'gu');

/** Endless runs ("http://a/http://a/…", a line of dashes) with spaces between their pieces; other texts as they are. */
const withBreaks = (text: string): string => text.replace(longRuns, (run) => run.match(pieces)!.join(' '));

/** Where a token stands behind `from`; -1 where it does not within reach, since the tokenizer rewrote it. */
function placeOf(word: string, text: string, from: number): number {
  if (text.startsWith(word, from)) return from;
  const at = text.slice(from, from + reach + word.length).indexOf(word);
  return at < 0 ? -1 : from + at;
}

const reach = 1000;

/**
 * Splits English text into tagged tokens (wink-nlp with wink-eng-lite-web-model; linear in the length).
 * @param text normalised text
 */
export function tokenize(text: string): Token[] {
  const items = nlp.readDoc(withBreaks(text)).tokens();
  const words = items.out() as string[];
  const tags = items.out(nlp.its.pos) as unknown as string[];
  const tokens: Token[] = [];
  let capitals = 0;
  for (const word of words) if (/^\p{Lu}/u.test(word)) capitals += 1;
  // In running text a capital after a name goes on with the name ("Colorado Springs"); in titles every word has one.
  const isTitle = capitals * 2 > words.length;
  const hasSmallLetters = /\p{Ll}/u.test(text);
  let cursor = 0;
  for (const [index, word] of words.entries()) {
    const start = placeOf(word, text, cursor);
    // A token that wink rewrote stands nowhere in the text; it can bear no offsets and is passed over.
    if (word === '' || start < 0) continue;
    cursor = start + word.length;
    // A line break inside a sentence.
    if (/^\s+$/.test(word)) continue;
    if (word === 'WHO' && hasSmallLetters) {
      // The World Health Organization: the tagger takes it for the pronoun, and so would rules that look at small letters.
      tokens.push({ text: word, lower: word, pos: 'PROPN', start, end: cursor });
      continue;
    }
    const lower = word.toLowerCase();
    const pos = correctTag(
      { text: word, lower, pos: tags[index] ?? 'X', start, end: cursor },
      { before: tokens, next: tags[index + 1], isTitle },
    );
    const next = words[index + 1];
    if (wordsWithStop.has(word) && (next === undefined || /^(?:\p{Lu}|\p{P}|\s)/u.test(next))) {
      const bare = word.slice(0, -1);
      tokens.push({ text: bare, lower: bare, pos: 'ADJ', start, end: cursor - 1 });
      tokens.push({ text: '.', lower: '.', pos: 'PUNCT', start: cursor - 1, end: cursor });
    } else tokens.push({ text: word, lower, pos, start, end: cursor });
  }
  return tokens;
}
