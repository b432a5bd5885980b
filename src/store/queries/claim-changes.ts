import { ClaimChange } from '../../../entities/index.js';
import type { Store } from '../store.js';
import { rowShape } from './row.js';

/** What comes next in the log of claim changes after this position? In order, at most `limit` entries. */
export async function claimChangesAfter(store: Store, position: string, limit: number): Promise<ClaimChange[]> {
  const shape = rowShape(store, ClaimChange);
  const raw = await store.reader.query<Record<string, unknown>[]>(
    `SELECT ${shape.columns('row')} FROM claim_change row
     WHERE row.position > $1::bigint ORDER BY row.position LIMIT $2::integer`,
    [position, limit],
  );
  return raw.map(shape.read);
}

/** Where does the log of claim changes end? `0` while it is empty. */
export async function claimLogEnd(store: Store): Promise<string> {
  const [{ end }] = await store.reader.query<[{ end: string }]>(
    `SELECT coalesce(max(position), 0)::text AS "end" FROM claim_change`,
  );
  return end;
}

/**
 * What is the highest position that the log ever gave out? `0` when it gave out none. It may lie behind the visible end:
 * entries of the demo are removed with it, and a transaction may not have ended yet.
 */
export async function highestClaimPosition(store: Store): Promise<string> {
  const [{ highest }] = await store.reader.query<[{ highest: string }]>(
    `SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('claim_change', 'position')::regclass), 0)::text
       AS highest`,
  );
  return highest;
}
