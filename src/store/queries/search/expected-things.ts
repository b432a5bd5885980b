import type { Store } from '../../store.js';
import { searched, sought, type SearchQuestion, type SearchType } from './sought.js';

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: { readonly 'Plan Rows': number } }];
}

/** About how many things of a type are there? What the planner expects from its statistics. */
export async function expectedThings(
  store: Store,
  { readings, narrowing: narrowed }: SearchQuestion,
  type: SearchType,
): Promise<number> {
  const parameters: unknown[] = [];
  const { conditionsOf } = sought(readings, narrowed, (value) => `$${parameters.push(value)}`);
  const [explained] = await store.reader.query<[Explained]>(
    `EXPLAIN (FORMAT JSON) SELECT FROM ${searched[type].table} row WHERE ${conditionsOf(type)}`,
    parameters,
  );
  return Math.round(explained['QUERY PLAN'][0].Plan['Plan Rows']);
}
