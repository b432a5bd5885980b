import type { Store } from '../store.js';
import { conditionsOf, countRows, mostCounted, type Bind, type Listing } from './page.js';
import { rowShape } from './row.js';

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: { readonly 'Plan Rows': number } }];
}

/**
 * About how many rows are on the whole list, for each parent? Counted as far as {@link mostCounted}; where there are more,
 * the planner is asked how many rows it expects, which reads nothing but its statistics.
 */
export async function estimateRows<Row extends object, Filter>(
  store: Store,
  listing: Listing<Row, Filter>,
  parents: readonly string[],
  filter: Filter,
): Promise<number[]> {
  const counted = await countRows(store, listing, parents, filter);
  const estimates: number[] = [];
  for (const [index, count] of counted.entries()) {
    estimates.push(
      count > mostCounted ? Math.max(count, await expected(store, listing, parents[index] as string, filter)) : count,
    );
  }
  return estimates;
}

async function expected<Row extends object, Filter>(
  store: Store,
  listing: Listing<Row, Filter>,
  parent: string,
  filter: Filter,
): Promise<number> {
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const from = listing.link === null ? '' : `(VALUES (${bind(parent)}::uuid)) parent(id) CROSS JOIN`;
  const conditions = conditionsOf(listing, filter, bind).join(' AND ') || 'true';
  const [explained] = await store.reader.query<[Explained]>(
    `EXPLAIN (FORMAT JSON) SELECT FROM ${from} ${rowShape(store, listing.entity).table} row WHERE ${conditions}`,
    parameters,
  );
  return Math.round(explained['QUERY PLAN'][0].Plan['Plan Rows']);
}
