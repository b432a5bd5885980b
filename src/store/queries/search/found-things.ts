import type { Store } from '../../store.js';
import type { CursorValue } from '../cursor.js';
import { queryOf, rankedQueriesOf, type Reading } from '../../search/readings.js';
import { undetermined } from '../../search/languages.js';
import type { Bind } from '../page.js';

/** What can be searched for. */
export enum SearchType {
  ARTICLE = 'ARTICLE',
  CLAIM = 'CLAIM',
  ACTOR = 'ACTOR',
  EVENT = 'EVENT',
}

const tables: Readonly<Record<SearchType, string>> = {
  ARTICLE: 'article_search',
  CLAIM: 'claim_search',
  ACTOR: 'actor_search',
  EVENT: 'event_search',
};

/** So many matches of each type are ranked, the latest; a frequent word has more than anybody reads. */
export const mostRanked = 1_000;

export interface FoundThing {
  readonly type: SearchType;
  readonly id: string;
  readonly language: string;
  readonly publishedAt: Date;
  /** Rank in millionths: a whole number, so that a cursor holds it exactly. */
  readonly score: number;
}

export interface FoundPage {
  readonly things: readonly FoundThing[];
  readonly hasNextPage: boolean;
  /** How many were ranked, at most {@link mostRanked} of each type. */
  readonly counts: ReadonlyMap<SearchType, number>;
}

export interface SearchRequest {
  readonly readings: readonly Reading[];
  readonly types: readonly SearchType[];
  /** Only what is written in this language, and names, which have none. */
  readonly language: string | null;
  readonly limit: number;
  /** Values as {@link placeInSearch} gives them; null for the front. */
  readonly after: readonly CursorValue[] | null;
}

/** The order of what is found: the best first, among equals the latest. Columns as a cursor holds them. */
export const searchOrder = [
  { property: 'score', type: 'integer' },
  { property: 'publishedAt', type: 'timestamptz' },
  { property: 'type', type: 'text' },
  { property: 'id', type: 'uuid' },
] as const;

export function placeInSearch({ score, publishedAt, type, id }: FoundThing): CursorValue[] {
  return [score, publishedAt.toISOString(), type, id];
}

/**
 * What is found? One statement, however many types and languages: of each type the latest matches, ranked together.
 *
 * The rank is PostgreSQL's `ts_rank` over weights A to D (1, 0.4, 0.2, 0.1), divided by 1 + the logarithm of the number of
 * words; half of it for each word by itself, half for how near they stand: how much of a thing is what was looked for, and where it stands. It means the same for every type, so that they
 * can stand in one list: names first, then titles and headlines, claims, and texts that only mention it.
 */
export async function foundThings(store: Store, request: SearchRequest): Promise<FoundPage> {
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const readings = boundReadings(request.readings, bind);
  const rank = readings
    .map(
      ({ languages, near, each }) =>
        `WHEN language = ANY(${languages}) THEN (ts_rank(words, ${near}, 1) + ts_rank(words, ${each}, 1)) / 2`,
    )
    .join(' ');
  const matches = readings
    .map(({ languages, query }) => `(row.language = ANY(${languages}) AND row.words @@ ${query})`)
    .join(' OR ');
  const language = request.language === null ? null : bind([request.language]);
  const found = request.types.map((type) => {
    const isNarrowed = language !== null && type !== SearchType.ACTOR;
    return `SELECT '${type}' AS type, id, language, published_at,
        round((CASE ${rank} END)::numeric * 1000000)::integer AS score
      FROM (SELECT * FROM ${tables[type]} row
            WHERE (${matches}) ${isNarrowed ? `AND row.language = ANY(${language}::text[])` : ''}
            ORDER BY row.published_at DESC, row.id DESC LIMIT ${mostRanked}) latest`;
  });
  const after = request.after?.map((value, index) => `${bind(value)}::${searchOrder[index]?.type}`).join(', ');
  const rows = await store.reader.query<(FoundThing & { counts: Record<SearchType, number> | null })[]>(
    `WITH found AS MATERIALIZED (${found.join('\n UNION ALL ')})
     SELECT counted.counts, page.* FROM (
       SELECT jsonb_object_agg(type, things) AS counts FROM (SELECT type, count(*) AS things FROM found GROUP BY type) each
     ) counted LEFT JOIN (
       SELECT type, id, language, published_at AS "publishedAt", score FROM found
       ${after === undefined ? '' : `WHERE (score, published_at, type, id) < (${after})`}
       ORDER BY score DESC, published_at DESC, type DESC, id DESC LIMIT ${bind(request.limit + 1)}::integer
     ) page ON true
     ORDER BY score DESC, "publishedAt" DESC, type DESC, id DESC`,
    parameters,
  );
  const things = rows.filter(({ id }) => id !== null);
  return {
    things: things.slice(0, request.limit),
    hasNextPage: things.length > request.limit,
    counts: new Map(request.types.map((type) => [type, rows[0]?.counts?.[type] ?? 0])),
  };
}

/** Languages in which the search reads the same share one query. */
function boundReadings(readings: readonly Reading[], bind: Bind) {
  const byQuery = new Map<string, ReturnType<typeof rankedQueriesOf> & { readonly languages: string[] }>();
  for (const reading of readings) {
    const query = queryOf(reading);
    const shared = byQuery.get(query) ?? { ...rankedQueriesOf(reading), languages: [] };
    shared.languages.push(reading.language);
    byQuery.set(query, shared);
  }
  return [...byQuery].map(([query, { near, each, languages }]) => ({
    languages: `${bind(languages)}::text[]`,
    query: `${bind(query)}::tsquery`,
    near: `${bind(near)}::tsquery`,
    each: `${bind(each)}::tsquery`,
  }));
}

/** The readings that matter when only one language is asked for. */
export function narrowReadings(readings: readonly Reading[], language: string | null): readonly Reading[] {
  return language === null
    ? readings
    : readings.filter((reading) => reading.language === language || reading.language === undetermined);
}
