import type { Store } from '../../store.js';
import { configurationOf, undetermined } from '../../search/languages.js';
import type { Stems } from '../../search/readings.js';
import { foldedVector } from '../../search/save-search-rows.js';

/** Of a word, or of several at once: the stems PostgreSQL's configuration gives them, without accents; none for a stop word. */
const lexemesOf = (configuration: string, word: string) =>
  `tsvector_to_array(${foldedVector(`to_tsvector(${configuration}::regconfig, ${word})::text`)})`;

/**
 * How do these words read in each language that is held? By language, `und` always among them. The languages are found
 * by going from one to the next in their index.
 */
export async function stemsInLanguagesHeld(store: Store, words: readonly string[]): Promise<Map<string, Stems>> {
  const held = await languagesHeld(store);
  const pairs = held.flatMap((language) => words.map((word) => ({ language, word })));
  const stems = await stemsOfWords(store, pairs);
  return new Map(held.map((language) => [language, stems.get(language) ?? new Map<string, string[]>()]));
}

async function languagesHeld(store: Store): Promise<string[]> {
  const rows = await store.reader.query<{ language: string }[]>(
    `WITH RECURSIVE held AS (
       SELECT min(language) AS language FROM article_search
       UNION ALL
       SELECT (SELECT min(language) FROM article_search WHERE language > held.language) FROM held
       WHERE held.language IS NOT NULL)
     SELECT language FROM held WHERE language IS NOT NULL`,
  );
  return [...new Set([...rows.map(({ language }) => language), undetermined])];
}

/** Which stems do these words have, each in a language? By language and word. */
export async function stemsOfWords(
  store: Store,
  pairs: readonly { readonly language: string; readonly word: string }[],
): Promise<Map<string, Map<string, string[]>>> {
  const stems = new Map<string, Map<string, string[]>>();
  if (pairs.length === 0) return stems;
  const rows = await store.reader.query<{ language: string; word: string; lexemes: string[] }[]>(
    `SELECT language, word, ${lexemesOf('configuration', 'word')} AS lexemes
     FROM unnest($1::text[], $2::text[], $3::text[]) AS asked(language, configuration, word)`,
    [
      pairs.map(({ language }) => language),
      pairs.map(({ language }) => configurationOf(language)),
      pairs.map(({ word }) => word),
    ],
  );
  for (const { language, word, lexemes } of rows) {
    const ofLanguage = stems.get(language) ?? new Map<string, string[]>();
    stems.set(language, ofLanguage.set(word, lexemes));
  }
  return stems;
}
