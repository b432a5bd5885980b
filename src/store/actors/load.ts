import type { EntityManager } from 'typeorm';

/** Keys of actors, by id. */
export async function loadKeys(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await manager.query<{ id: string; key: string }[]>(
    'SELECT id, key FROM actor WHERE id = ANY($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, key }) => [id, key]));
}

/** The names under which actors were found in other articles than this one. */
export async function loadNamesSeen(
  manager: EntityManager,
  foundIds: readonly string[],
  exceptArticleId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return manager.query(
    `SELECT DISTINCT found_id AS id, name FROM actor_sighting WHERE found_id = ANY($1::uuid[]) AND article_id <> $2`,
    [foundIds, exceptArticleId],
  );
}
