import { Actor, Article, ArticleVersion, Claim, Event, Proposition, Source } from '../../../entities/index.js';
import type { Store } from '../store.js';
import { inOrderOf, rowShape, type EntityClass } from './row.js';

/** Which rows have these ids? In the order of the ids, null for an id that is not there. */
function rowsById<Row extends { id: string }>(entity: EntityClass<Row>) {
  return async (store: Store, ids: readonly string[]): Promise<(Row | null)[]> => {
    const shape = rowShape(store, entity);
    const raw = await store.reader.query<Record<string, unknown>[]>(
      `SELECT ${shape.columns('row')} FROM ${shape.table} row WHERE row.id = ANY($1::uuid[])`,
      [ids],
    );
    return inOrderOf(ids, raw.map(shape.read), (row) => row.id);
  };
}

export const sourcesById = rowsById(Source);
export const articlesById = rowsById(Article);
export const articleVersionsById = rowsById(ArticleVersion);
export const claimsById = rowsById(Claim);
export const actorsById = rowsById(Actor);
export const eventsById = rowsById(Event);
export const propositionsById = rowsById(Proposition);
