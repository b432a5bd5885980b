import type { EntityManager } from 'typeorm';
import type { Store } from '../store.js';
import type { Reprocessing } from '../../../entities/index.js';

export interface ReprocessingProgress extends Reprocessing {
  /** How many articles are still to be computed; 0 when the round is over. */
  readonly waiting: number;
}

/**
 * How far a round has come.
 * @param id null for the latest
 * @returns null when there is none
 */
export async function loadReprocessing(
  manager: EntityManager,
  id: string | null,
): Promise<ReprocessingProgress | null> {
  // In one statement, so that the counts and what is left are of one moment.
  const [row] = await manager.query<ReprocessingProgress[]>(
    `SELECT id, requested_at AS "requestedAt", methods, articles, done, failed, new_versions AS "newVersions", added,
            changed, retracted, failures,
            (SELECT count(*)::integer FROM reprocessing_article WHERE reprocessing_id = r.id) AS waiting
     FROM reprocessing r WHERE $1::uuid IS NULL OR id = $1 ORDER BY requested_at DESC, id LIMIT 1`,
    [id],
  );
  return row ?? null;
}

/** How many articles wait in rounds for these engines? */
export async function countWaiting(store: Store, signature: string): Promise<number> {
  const [{ waiting }] = await store.reader.query<[{ waiting: number }]>(
    `SELECT count(*)::integer AS waiting FROM reprocessing_article i JOIN reprocessing r ON r.id = i.reprocessing_id
     WHERE r.methods = $1`,
    [signature],
  );
  return waiting;
}
