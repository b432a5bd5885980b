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
/** The id of a merged actor gives the one that it is now. */
export async function actorsById(store: Store, ids: readonly string[]): Promise<(Actor | null)[]> {
  const shape = rowShape(store, Actor);
  const raw = await store.reader.query<(Record<string, unknown> & { asked: string })[]>(
    `SELECT asked.id AS asked, ${shape.columns('row')}
     FROM actor asked JOIN actor row ON row.id = coalesce(asked.merged_into_id, asked.id) WHERE asked.id = ANY($1::uuid[])`,
    [ids],
  );
  const found = new Map(raw.map(({ asked, ...row }) => [asked, shape.read(row)]));
  return ids.map((id) => found.get(id) ?? null);
}
export const eventsById = rowsById(Event);
export const propositionsById = rowsById(Proposition);
