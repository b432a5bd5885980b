import type { EntityManager } from 'typeorm';

/** No article speaks of the actor any more, and no claim names it, not even one that is no longer found. */
const isUnused = `
  NOT EXISTS (SELECT FROM actor_sighting s WHERE s.found_id = actor.id)
  AND NOT EXISTS (SELECT FROM actor_sighting s WHERE s.actor_id = actor.id)
  AND NOT EXISTS (SELECT FROM claim WHERE claim.speaker_id = actor.id)
  AND NOT EXISTS (SELECT FROM attribution_link l WHERE l.actor_id = actor.id)`;

/** Which of these actors nothing speaks of any more. */
export async function loadUnused(manager: EntityManager, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM actor WHERE id = ANY($1::uuid[]) AND ${isUnused}`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** Deletes those of these actors that nothing speaks of any more and nobody decided anything about. */
export async function deleteNobodys(manager: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await manager.query(
    `DELETE FROM actor WHERE id = ANY($1::uuid[]) AND ${isUnused}
       AND NOT EXISTS (SELECT FROM actor_decision d WHERE actor.id = ANY(d.actor_ids))`,
    [ids],
  );
}
