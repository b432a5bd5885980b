import type { Store } from '../store.js';
import type { CursorValue } from './cursor.js';
import { groupedBy, rowShape, type EntityClass, type RowShape } from './row.js';

/** Which part of a list is wanted: `limit` rows from the front, or from the back, between two places. */
export interface PageRequest {
  readonly limit: number;
  readonly isBackward: boolean;
  /** Values of the order's columns, as the cursor holds them; null for the list's end. */
  readonly after: readonly CursorValue[] | null;
  readonly before: readonly CursorValue[] | null;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** Takes a value into the statement's parameters and gives its placeholder: `$3`. */
export type Bind = (value: unknown) => string;

export interface OrderColumn {
  readonly property: string;
  readonly type: 'timestamptz' | 'text' | 'integer' | 'uuid';
}

/** A list that can be paged: whose rows, in which order, narrowed how. */
export interface Listing<Row extends object, Filter> {
  /** Name of the order; cursors carry it. */
  readonly name: string;
  readonly entity: EntityClass<Row>;
  /** Columns of one index, the last being unique, so that every row has one place also among ties. */
  readonly order: readonly OrderColumn[];
  readonly isDescending: boolean;
  /** What ties a row to the parent it is listed under (`row.article_id = parent.id`); null for a list of everything. */
  readonly link: string | null;
  /** Conditions on `row`. */
  readonly narrow: (filter: Filter, bind: Bind) => readonly string[];
}

/** The cursor values of a row. */
export function placeOf({ order }: { readonly order: readonly OrderColumn[] }, row: object): CursorValue[] {
  return order.map(({ property }) => {
    const value = (row as Record<string, CursorValue | Date>)[property] as CursorValue | Date;
    return value instanceof Date ? value.toISOString() : value;
  });
}

/**
 * Which rows stand on this page of the list, for each parent? One statement for all parents:
 *
 *     SELECT parent.id, page.* FROM unnest($1::uuid[]) parent(id), LATERAL (
 *       SELECT … FROM claim row WHERE row.source_id = parent.id AND … AND (row.published_at, row.id) < ($2, $3)
 *       ORDER BY row.published_at DESC, row.id DESC LIMIT 21) page ORDER BY …
 *
 * One row more than wanted is asked for, which tells whether there is another page (keyset pagination: the cost does not
 * grow with the place of the page, and rows that come in meanwhile shift nothing).
 *
 * @param parents ids; for a list of everything one, which is ignored
 */
export async function readPages<Row extends object, Filter>(
  store: Store,
  listing: Listing<Row, Filter>,
  parents: readonly string[],
  filter: Filter,
  request: PageRequest,
): Promise<Page<Row>[]> {
  const shape = rowShape(store, listing.entity);
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const from = parentsOf(listing.link, parents, bind);
  const columns = listing.order.map(({ property }) => `row.${shape.column(property)}`);
  const isDescending = listing.isDescending !== request.isBackward;
  const direction = isDescending ? 'DESC' : 'ASC';
  const conditions = [...conditionsOf(listing, filter, bind), ...placeConditions(listing, shape, request, bind)];

  const raw = await store.reader.query<Record<string, unknown>[]>(
    `SELECT parent.id AS parent, page.* FROM ${from} CROSS JOIN LATERAL (
       SELECT ${shape.columns('row')} FROM ${shape.table} row
       WHERE ${conditions.join(' AND ') || 'true'}
       ORDER BY ${columns.map((column) => `${column} ${direction}`).join(', ')}
       LIMIT ${bind(request.limit + 1)}::integer) page
     ORDER BY ${listing.order.map(({ property }) => `page."${property}" ${direction}`).join(', ')}`,
    parameters,
  );
  return groupedBy(parents, raw, (row) => row.parent as string).map((rows) => {
    const hasMore = rows.length > request.limit;
    const wanted = rows.slice(0, request.limit).map(shape.read);
    if (request.isBackward) wanted.reverse();
    return {
      rows: wanted,
      hasNextPage: request.isBackward ? request.before !== null : hasMore,
      hasPreviousPage: request.isBackward ? hasMore : request.after !== null,
    };
  });
}

/** The conditions on `row` that keep a page between its cursors. */
export function placeConditions<Row extends object, Filter>(
  listing: Listing<Row, Filter>,
  shape: RowShape<Row>,
  request: PageRequest,
  bind: Bind,
): string[] {
  const columns = listing.order.map(({ property }) => `row.${shape.column(property)}`).join(', ');
  const place = (values: readonly CursorValue[]) =>
    listing.order.map(({ type }, index) => `${bind(values[index])}::${type}`).join(', ');
  const [later, earlier] = listing.isDescending ? ['<', '>'] : ['>', '<'];
  const conditions: string[] = [];
  if (request.after) conditions.push(`(${columns}) ${later} (${place(request.after)})`);
  if (request.before) conditions.push(`(${columns}) ${earlier} (${place(request.before)})`);
  return conditions;
}

/** Lists are counted as far as this: beyond, nobody reads the number as one, and counting would cost as much as the list. */
export const mostCounted = 10_000;

/** A statement's FROM item that counts so far and one row further. */
export const countedRows = (from: string, condition: string) =>
  `(SELECT count(*)::integer AS value FROM (
    SELECT ${from} WHERE ${condition} LIMIT ${mostCounted + 1}) counted)`;

/**
 * How many rows are on the whole list, for each parent? Counts them, so it is asked only when a client wants it.
 * @returns {@link mostCounted} and one where there are more than that
 */
export async function countRows<Row extends object, Filter>(
  store: Store,
  listing: Listing<Row, Filter>,
  parents: readonly string[],
  filter: Filter,
): Promise<number[]> {
  const shape = rowShape(store, listing.entity);
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const from = parentsOf(listing.link, parents, bind);
  const conditions = conditionsOf(listing, filter, bind);
  const raw = await store.reader.query<{ parent: string; total: number }[]>(
    `SELECT parent.id AS parent, page.value AS total
     FROM ${from} CROSS JOIN LATERAL ${countedRows(`FROM ${shape.table} row`, conditions.join(' AND ') || 'true')} page`,
    parameters,
  );
  const totals = new Map(raw.map(({ parent, total }) => [parent, total]));
  return parents.map((parent) => totals.get(parent) ?? 0);
}

function parentsOf(link: string | null, parents: readonly string[], bind: Bind): string {
  return link === null
    ? `(VALUES (${bind(parents[0])}::text)) parent(id)`
    : `unnest(${bind(parents)}::uuid[]) parent(id)`;
}

export function conditionsOf<Row extends object, Filter>(
  listing: Listing<Row, Filter>,
  filter: Filter,
  bind: Bind,
): string[] {
  return [...(listing.link === null ? [] : [listing.link]), ...listing.narrow(filter, bind)];
}
