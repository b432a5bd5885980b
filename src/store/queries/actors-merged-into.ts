import type { Store } from '../store.js';

/** Which actors are those of these that were merged into others? */
export async function actorsMergedInto(store: Store, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await store.reader.query<{ id: string }[]>(
    'SELECT DISTINCT merged_into_id AS id FROM actor WHERE id = ANY($1::uuid[]) AND merged_into_id IS NOT NULL',
    [ids],
  );
  return rows.map(({ id }) => id);
}
