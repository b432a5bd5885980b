import { undetermined } from '../../search/languages.js';
import { queryOf, rankedQueriesOf, type Reading } from '../../search/readings.js';
import { narrowing, type Range } from '../narrowing.js';
import type { Bind } from '../page.js';

/** What can be searched for. */
export enum SearchType {
  ARTICLE = 'ARTICLE',
  CLAIM = 'CLAIM',
  ACTOR = 'ACTOR',
  EVENT = 'EVENT',
}

interface Searched {
  readonly table: string;
  /** The rows that tell of which outlets and events a thing is: a FROM item `held`, and its column with the thing's id. */
  readonly held: string;
  readonly key: string;
}

const spoken = '(SELECT * FROM claim WHERE retracted_at IS NULL) held';

/** Where each type is searched. */
export const searched: Readonly<Record<SearchType, Searched>> = {
  ARTICLE: { table: 'article_search', held: 'article held', key: 'id' },
  CLAIM: { table: 'claim_search', held: 'claim held', key: 'id' },
  ACTOR: { table: 'actor_search', held: spoken, key: 'speaker_id' },
  EVENT: { table: 'event_search', held: 'article held', key: 'event_id' },
};

/** What narrows a search; null or absent narrows nothing. */
export interface SearchNarrowing {
  readonly types: readonly SearchType[];
  /** Only what is written in one of these, and names, which have none. */
  readonly languages?: readonly string[] | null;
  /** Only what is by, in or about articles of these outlets; the same with events. Of an actor: where it speaks. */
  readonly sources?: readonly string[] | null;
  readonly events?: readonly string[] | null;
  readonly publishedAt?: Range<Date> | null;
}

export interface SearchQuestion {
  readonly readings: readonly Reading[];
  readonly narrowing: SearchNarrowing;
}

/**
 * A search in SQL: its rank, given `language` and `words`, and what must hold for `row` of a type.
 *
 * The rank is PostgreSQL's `ts_rank` over weights A to D (1, 0.4, 0.2, 0.1), divided by 1 + the logarithm of the number of
 * words; half of it for each word by itself, half for how near they stand: how much of a thing is what was looked for, and
 * where it stands. It means the same for every type, so that they can stand in one list: names first, then titles and
 * headlines, claims, and texts that only mention it.
 */
export function sought(readings: readonly Reading[], narrowed: SearchNarrowing, bind: Bind) {
  const bound = boundReadings(readings, bind);
  const rankBy = ({ languages, near, each }: (typeof bound)[number]) =>
    `WHEN language = ANY(${languages}) THEN (ts_rank(words, ${near()}, 1) + ts_rank(words, ${each()}, 1)) / 2`;
  const matches = bound
    .map(({ languages, query }) => `(row.language = ANY(${languages}) AND row.words @@ ${query})`)
    .join(' OR ');
  return {
    rank: () => `round((CASE ${bound.map(rankBy).join(' ')} END)::numeric * 1000000)::integer`,
    conditionsOf: (type: SearchType) => [`(${matches})`, ...narrowedBy(type, narrowed, bind)].join(' AND '),
  };
}

function narrowedBy(type: SearchType, narrowed: SearchNarrowing, bind: Bind): readonly string[] {
  const { held, key } = searched[type];
  const ofArticles = narrowing(bind)
    .byAny(narrowed.sources, 'uuid', (is) => `held.source_id ${is}`)
    .byAny(narrowed.events, 'uuid', (is) => `held.event_id ${is}`).conditions;
  const { conditions } = narrowing(bind)
    .byAny(type === SearchType.ACTOR ? null : narrowed.languages, 'text', (is) => `row.language ${is}`)
    .byRange(narrowed.publishedAt, 'timestamptz', 'row.published_at');
  if (ofArticles.length === 0) return conditions;
  return [...conditions, `EXISTS (SELECT FROM ${held} WHERE held.${key} = row.id AND ${ofArticles.join(' AND ')})`];
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
    // A statement may take no value that it does not use.
    near: () => `${bind(near)}::tsquery`,
    each: () => `${bind(each)}::tsquery`,
  }));
}

/** The readings that matter when only some languages are asked for. */
export function narrowReadings(readings: readonly Reading[], languages: readonly string[] | null): readonly Reading[] {
  return languages === null
    ? readings
    : readings.filter(({ language }) => languages.includes(language) || language === undetermined);
}
