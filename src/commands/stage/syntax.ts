import { ParallaxError } from '../../errors.js';
import { findNames } from '../../language/en/names/index.js';
import { readSyntax, tagAndParse } from '../../language/en/syntax.js';
import type { SyntaxSentence } from '../../language/syntax/values.js';
import { eachRow, requiredString, type Filter, type Row } from './filter.js';

/** More words than this are no sentence. */
const mostTokens = 1_000;

/**
 * The `syntax` filter, for English. `{id, tokens}`, the words of one sentence as Universal Dependencies counts them, to
 * `{id, upos, xpos, lemmas, heads, relations}`, a value for each word, heads counted from 1 and 0 for the root.
 * `{id, text}` to `{id, sentences: [{start, end, tokens: [{text, start, end, upos, xpos, lemma, head, relation}]}],
 * names: [{start, end, text, kind, confidence, wikidata, iso}]}`; offsets count in the text as given, in UTF-16 code units.
 */
export const filter: Filter = eachRow((row) => {
  const tokens = optionalTokens(row);
  if (tokens) return { ...tagAndParse(tokens) };
  const text = requiredString(row, 'text');
  const sentences = readSyntax(text);
  return { sentences: sentences.map(sentenceOf), names: namesOf(text, sentences) };
});

/**
 * The words of a sentence, where they are given.
 * @throws ParallaxError BAD_USER_INPUT when they are no words
 */
function optionalTokens(row: Row): string[] | null {
  const { tokens } = row;
  if (tokens === undefined || tokens === null) {
    if (row.text === undefined || row.text === null) {
      throw new ParallaxError('BAD_USER_INPUT', 'Give "tokens" or "text".');
    }
    return null;
  }
  const isWord = (token: unknown): token is string => typeof token === 'string' && token.trim() !== '';
  if (!Array.isArray(tokens) || !tokens.every(isWord)) {
    throw new ParallaxError('BAD_USER_INPUT', 'The field "tokens" must be a list of words that are not blank.');
  }
  if (tokens.length > mostTokens) {
    throw new ParallaxError(
      'BAD_USER_INPUT',
      `The field "tokens" has ${tokens.length} words; give one sentence, of at most ${mostTokens}, or "text".`,
    );
  }
  return tokens;
}

function sentenceOf({ start, end, words, upos, xpos, lemmas, heads, relations }: SyntaxSentence): Row {
  const tokens = words.map((word, index) => ({
    ...word,
    upos: upos[index],
    xpos: xpos[index],
    lemma: lemmas[index],
    head: heads[index],
    relation: relations[index],
  }));
  return { start, end, tokens };
}

/** The names of a document, with offsets in its text. */
function namesOf(text: string, sentences: readonly SyntaxSentence[]): Row[] {
  const found = findNames(
    sentences.map(({ words, upos, xpos }) => ({ words: words.map((word) => word.text), upos, xpos })),
  );
  return found.flatMap((names, number) =>
    names.map((name) => {
      const { words } = sentences[number];
      const [start, end] = [words[name.start].start, words[name.end - 1].end];
      const { kind, confidence, gazetteer } = name;
      return {
        start,
        end,
        text: text.slice(start, end),
        kind,
        confidence,
        wikidata: gazetteer?.wikidata ?? null,
        iso: gazetteer?.iso ?? null,
      };
    }),
  );
}
