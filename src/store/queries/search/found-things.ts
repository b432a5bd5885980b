import type { Store } from '../../store.js';
import type { CursorValue } from '../cursor.js';
import { OrderDirection, type Order } from '../order.js';
import type { Bind, OrderColumn, PageRequest } from '../page.js';
import { searched, sought, type SearchQuestion, type SearchType } from './sought.js';

/** So many matches of each type are ranked, the latest; a frequent word has more than anybody reads. */
export const mostRanked = 1_000;

export enum SearchOrderField {
  RELEVANCE = 'RELEVANCE',
  PUBLISHED_AT = 'PUBLISHED_AT',
}

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
  readonly hasPreviousPage: boolean;
  /** How many were taken, at most {@link mostRanked} of each type. */
  readonly counts: ReadonlyMap<SearchType, number>;
}

/** Orders of what is found; among equals the latest first. Columns as a cursor holds them. */
export const searchOrders: Readonly<Record<SearchOrderField, readonly OrderColumn[]>> = {
  RELEVANCE: [
    { property: 'score', type: 'integer' },
    { property: 'publishedAt', type: 'timestamptz' },
    { property: 'type', type: 'text' },
    { property: 'id', type: 'uuid' },
  ],
  PUBLISHED_AT: [
    { property: 'publishedAt', type: 'timestamptz' },
    { property: 'type', type: 'text' },
    { property: 'id', type: 'uuid' },
  ],
};

/**
 * What is found? One statement, however many types and languages: of each type the latest matches, ordered together.
 * Ordered by time, only what is on the page is ranked.
 */
export async function foundThings(
  store: Store,
  { readings, narrowing: narrowed }: SearchQuestion,
  order: Order<SearchOrderField>,
  request: PageRequest,
): Promise<FoundPage> {
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const { rank, conditionsOf } = sought(readings, narrowed, bind);
  const score = `${rank()} AS score`;
  const isRanked = order.field === SearchOrderField.RELEVANCE;
  const found = narrowed.types.map((type) => {
    return `SELECT '${type}' AS type, id, language, published_at AS "publishedAt", ${isRanked ? score : 'words'}
      FROM (SELECT * FROM ${searched[type].table} row WHERE ${conditionsOf(type)}
            ORDER BY row.published_at DESC, row.id DESC LIMIT ${mostRanked}) latest`;
  });
  const columns = searchOrders[order.field];
  const isDescending = order.direction === OrderDirection.DESC;
  const names = columns.map(({ property }) => `"${property}"`);
  const place = (values: readonly CursorValue[]) =>
    columns.map(({ type }, index) => `${bind(values[index])}::${type}`).join(', ');
  const beyond = (values: readonly CursorValue[] | null, isLater: boolean) =>
    values ? [`(${names.join(', ')}) ${isLater === isDescending ? '<' : '>'} (${place(values)})`] : [];
  const placed = [...beyond(request.after, true), ...beyond(request.before, false)].join(' AND ');
  const direction = isDescending === request.isBackward ? 'ASC' : 'DESC';
  const ordered = names.map((name) => `${name} ${direction}`).join(', ');
  const rows = await store.reader.query<(FoundThing & { counts: Record<SearchType, number> | null })[]>(
    `WITH found AS MATERIALIZED (${found.join('\n UNION ALL ')})
     SELECT counted.counts, page.* FROM (
       SELECT jsonb_object_agg(type, things) AS counts FROM (SELECT type, count(*) AS things FROM found GROUP BY type) each
     ) counted LEFT JOIN (
       SELECT type, id, language, "publishedAt", ${isRanked ? 'score' : score} FROM found
       WHERE ${placed || 'true'} ORDER BY ${ordered} LIMIT ${bind(request.limit + 1)}::integer
     ) page ON true
     ORDER BY ${ordered}`,
    parameters,
  );
  const things = rows.filter(({ id }) => id !== null);
  const hasMore = things.length > request.limit;
  if (hasMore) things.pop();
  if (request.isBackward) things.reverse();
  return {
    things,
    hasNextPage: request.isBackward ? request.before !== null : hasMore,
    hasPreviousPage: request.isBackward ? hasMore : request.after !== null,
    counts: new Map(narrowed.types.map((type) => [type, rows[0]?.counts?.[type] ?? 0])),
  };
}
