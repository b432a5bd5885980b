import { AttributionLink } from '../../../entities/index.js';
import type { Store } from '../store.js';
import { groupedBy, rowShape } from './row.js';

/** Through whom do these claims reach their outlets? The hop nearest to the outlet first. */
export async function chainsOfClaims(store: Store, claimIds: readonly string[]): Promise<AttributionLink[][]> {
  const shape = rowShape(store, AttributionLink);
  const raw = await store.dataSource.query<Record<string, unknown>[]>(
    `SELECT ${shape.columns('row')} FROM attribution_link row
     WHERE row.claim_id = ANY($1::uuid[]) ORDER BY row.claim_id, row.depth`,
    [claimIds],
  );
  return groupedBy(claimIds, raw.map(shape.read), (row) => row.claimId);
}
