import { ClaimChange } from '../../../entities/index.js';
import type { Store } from '../store.js';
import { rowShape } from './row.js';

/** What comes next in the log of claim changes after this position? In order, at most `limit` entries. */
export async function claimChangesAfter(store: Store, position: string, limit: number): Promise<ClaimChange[]> {
  const shape = rowShape(store, ClaimChange);
  const raw = await store.dataSource.query<Record<string, unknown>[]>(
    `SELECT ${shape.columns('row')} FROM claim_change row
     WHERE row.position > $1::bigint ORDER BY row.position LIMIT $2::integer`,
    [position, limit],
  );
  return raw.map(shape.read);
}

/** Where does the log of claim changes end? `0` while it is empty. */
export async function claimLogEnd(store: Store): Promise<string> {
  const [{ end }] = await store.dataSource.query<[{ end: string }]>(
    `SELECT coalesce(max(position), 0)::text AS "end" FROM claim_change`,
  );
  return end;
}
