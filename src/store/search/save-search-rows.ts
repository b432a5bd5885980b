import type { EntityManager } from 'typeorm';
import { ActorScope } from '../../pipeline/values.js';
import { configurationOf, primaryLanguage } from './languages.js';
import { wordsOf } from './words.js';

/**
 * How much of a text is searched, in code units: about 16,000 words. PostgreSQL counts no place in a text beyond 16,383,
 * and an index entry must stay under a megabyte.
 */
export const searchedLength = 100_000;

type Weight = 'A' | 'B' | 'C' | 'D';

interface SearchFields {
  readonly id: string;
  /** BCP 47; null when it is not known or there is none, as for names. */
  readonly language: string | null;
  readonly publishedAt: Date;
  /** What is searched; a match counts more the earlier the weight's letter. */
  readonly main: Field;
  readonly other?: Field;
}

interface Field {
  readonly texts: readonly string[];
  readonly weight: Weight;
}

/** A `tsvector` without accents. In SQL, because stemmers need them. As `fold` does it with one word. */
export function foldedVector(vector: string): string {
  return `regexp_replace(normalize(${vector}, NFD), '[\\u0300-\\u036f]', '', 'g')::tsvector`;
}

/** Keeps what is searched of an article: its latest version. To be called in the transaction that adds the version. */
export async function saveArticleSearch(
  manager: EntityManager,
  articleId: string,
  version: { readonly headline: string; readonly text: string },
): Promise<void> {
  const [article] = await manager.query<[{ language: string | null; publishedAt: Date }]>(
    'SELECT language, published_at AS "publishedAt" FROM article WHERE id = $1',
    [articleId],
  );
  await saveSearchRows(manager, 'article_search', [
    {
      ...article,
      id: articleId,
      main: { texts: [version.headline], weight: 'A' },
      other: { texts: [version.text], weight: 'D' },
    },
  ]);
}

/** Keeps what is searched of an article's claims; a retracted one is not found. */
export async function saveClaimSearch(
  manager: EntityManager,
  article: { readonly language: string | null; readonly publishedAt: Date },
  claims: readonly { readonly id: string; readonly text: string }[],
  retractedIds: readonly string[],
): Promise<void> {
  if (retractedIds.length > 0) {
    await manager.query('DELETE FROM claim_search WHERE id = ANY($1::uuid[])', [retractedIds]);
  }
  const { language, publishedAt } = article;
  await saveSearchRows(
    manager,
    'claim_search',
    claims.map(({ id, text }) => ({ id, language, publishedAt, main: { texts: [text], weight: 'B' } })),
  );
}

/** What is searched of an actor. */
export interface SearchedActor {
  readonly id: string;
  readonly name: string;
  readonly aliases: string[];
  readonly scope: string;
}

/** Keeps what is searched of actors. Those that only one article knows ("two officials") count less than named ones. */
export async function saveActorSearch(
  manager: EntityManager,
  actors: readonly SearchedActor[],
  publishedAt: Date,
): Promise<void> {
  await saveSearchRows(
    manager,
    'actor_search',
    actors.map(({ id, name, aliases, scope }) => ({
      id,
      language: null,
      publishedAt,
      main: { texts: [name], weight: scope === ActorScope.ARTICLE ? 'C' : 'A' },
      other: { texts: aliases, weight: scope === ActorScope.ARTICLE ? 'D' : 'B' },
    })),
  );
}

/** Keeps what is searched of an event. Its title is the headline of one of its articles, and has the language of that. */
export async function saveEventSearch(manager: EntityManager, eventId: string): Promise<void> {
  const [event] = await manager.query<[{ title: string; language: string | null; publishedAt: Date }]>(
    `SELECT title, last_published_at AS "publishedAt", (
       SELECT language FROM article WHERE event_id = event.id AND headline = event.title
       ORDER BY language LIMIT 1) AS language
     FROM event WHERE id = $1`,
    [eventId],
  );
  const { title, ...rest } = event;
  await saveSearchRows(manager, 'event_search', [{ id: eventId, ...rest, main: { texts: [title], weight: 'A' } }]);
}

// Two of the things that are searched stand ten places apart, so that no phrase reaches from one into the next: in one
// vector ten such words, which are deleted when they have done their work, and between two a lexeme that no text holds.
const breakWord = '0'.repeat(20);
const fieldBreak = ` ${`${breakWord} `.repeat(10)}`;

const searchedWords = ({ texts, weight }: Field) => ({
  words: texts
    .map((text) =>
      wordsOf(text.slice(0, searchedLength))
        .map((word) => word.text)
        .join(' '),
    )
    .join(fieldBreak),
  weight,
});

/** The vector of a field: stems and whole words at the same places. */
const vectorOf = (field: string) =>
  `setweight(${foldedVector(
    `(to_tsvector((row->>'configuration')::regconfig, row->'${field}'->>'words')::text
      || ' ' || to_tsvector('simple', row->'${field}'->>'words')::text)`,
  )}, (row->'${field}'->>'weight')::"char")`;

/** Adds rows, or changes those whose words changed; the others are not written again. */
async function saveSearchRows(
  manager: EntityManager,
  table: 'article_search' | 'claim_search' | 'actor_search' | 'event_search',
  rows: readonly SearchFields[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ id, language, publishedAt, main, other }) => ({
    id,
    language: primaryLanguage(language),
    configuration: configurationOf(primaryLanguage(language)),
    publishedAt: publishedAt.toISOString(),
    main: searchedWords(main),
    other: searchedWords(other ?? { texts: [], weight: 'D' }),
  }));
  // An actor keeps its time while its names stay: each article that it speaks in would write it again.
  const watched = table === 'actor_search' ? ['words'] : ['words', 'language', 'published_at'];
  const columns = (alias: string) => watched.map((column) => `${alias}.${column}`).join(', ');
  await manager.query(
    `INSERT INTO ${table} (id, language, published_at, words)
     SELECT (row->>'id')::uuid, row->>'language', (row->>'publishedAt')::timestamptz,
            ts_delete(${vectorOf('main')} || $$' ':10$$::tsvector || ${vectorOf('other')}, ARRAY[' ', '${breakWord}'])
     FROM jsonb_array_elements($1::jsonb) AS rows(row)
     ON CONFLICT (id) DO UPDATE SET language = excluded.language, words = excluded.words,
       published_at = excluded.published_at
     WHERE (${columns(table)}) IS DISTINCT FROM (${columns('excluded')})`,
    [JSON.stringify(values)],
  );
}
