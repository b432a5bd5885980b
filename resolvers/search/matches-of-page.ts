import type { Context, Question } from '../../src/server/context.js';
import type { FoundThing } from '../../src/store/queries/search/found-things.js';
import { SearchField, searchedFields, type SearchedField } from '../../src/store/queries/search/searched-fields.js';
import { SearchType } from '../../src/store/queries/search/sought.js';
import { stemsOfWords } from '../../src/store/queries/search/stems.js';
import { actorsById, articlesById, claimsById, eventsById } from '../../src/store/queries/rows-by-id.js';
import { bestSnippet, type Snippet } from '../../src/store/search/matches.js';
import { soughtSequences, stemCandidate, type Reading } from '../../src/store/search/readings.js';
import { wordsOf, type Word } from '../../src/store/search/words.js';
import type { SearchMatch } from './types.js';

const questions: { readonly [Type in SearchType]: Question<void, object | null> } = {
  ARTICLE: articlesById,
  CLAIM: claimsById,
  ACTOR: actorsById,
  EVENT: eventsById,
};

/** What was found, as the row that it is. */
export function loadThing({ type, id }: FoundThing, { loaders }: Context): Promise<object | null> {
  return loaders.load(questions[type], id);
}

interface ReadField extends SearchedField {
  readonly words: readonly Word[];
}

/**
 * Where the words of everything on a page stand. PostgreSQL's `ts_headline` tells no offsets and would cut every text
 * again, so words are told apart here, as they were for the index; the database is asked for the texts, and for the stems of
 * those words on the page that begin like a sought one.
 * @returns a list for each thing, in the order of the things
 */
export async function matchesOfPage(
  things: readonly FoundThing[],
  readings: readonly Reading[],
  store: Context['store'],
): Promise<SearchMatch[][]> {
  const fields = (await searchedFields(store, things)).map((own): ReadField[] =>
    own.map((field) => ({ ...field, words: wordsOf(field.text) })),
  );
  const byLanguage = new Map(readings.map((reading) => [reading.language, reading]));
  const sought = new Map<string, { language: string; word: string }>();
  things.forEach(({ language }, index) => {
    const reading = byLanguage.get(language);
    const isCandidate = reading && stemCandidate(reading);
    for (const { text } of fields[index]!.flatMap(({ words }) => words)) {
      const name = `${language} ${text}`;
      if (!sought.has(name) && isCandidate?.(text)) sought.set(name, { language, word: text });
    }
  });
  const stems = await stemsOfWords(store, [...sought.values()]);
  return things.map(({ language }, index) => {
    const reading = byLanguage.get(language);
    const sequences = reading ? soughtSequences(reading) : [];
    const snippets = fields[index]!.flatMap((field) => {
      const snippet = bestSnippet(field.text, field.words, sequences, stems.get(language) ?? new Map());
      return snippet === null ? [] : [{ ...field, ...snippet }];
    });
    return withoutIdleAliases(snippets).map(({ field, index: place, text, start, end, highlights }) => ({
      field,
      index: place,
      snippet: text.slice(start, end),
      start,
      end,
      highlights: [...highlights],
    }));
  });
}

/** Other names of an actor are often its name in other dress: only the one that matches best, and better than the name. */
function withoutIdleAliases<Found extends SearchedField & Snippet>(found: readonly Found[]): readonly Found[] {
  const [aliases, others] = [
    found.filter(({ field }) => field === SearchField.ALIAS),
    found.filter(({ field }) => field !== SearchField.ALIAS),
  ];
  const best = aliases.reduce<Found | undefined>((a, b) => (a === undefined || b.terms > a.terms ? b : a), undefined);
  return best !== undefined && best.terms > (others[0]?.terms ?? 0) ? [...others, best] : others;
}
