import { Evidence } from '../../../entities/index.js';
import type { Store } from '../store.js';
import { groupedBy, rowShape } from './row.js';

/** Where do these claims stand, in each version that holds them? The latest version first. */
export async function evidenceOfClaims(store: Store, claimIds: readonly string[]): Promise<Evidence[][]> {
  const shape = rowShape(store, Evidence);
  const raw = await store.dataSource.query<Record<string, unknown>[]>(
    `SELECT ${shape.columns('row')} FROM evidence row
     JOIN article_version version ON version.id = row.article_version_id
     WHERE row.claim_id = ANY($1::uuid[]) ORDER BY row.claim_id, version.ordinal DESC`,
    [claimIds],
  );
  return groupedBy(claimIds, raw.map(shape.read), (row) => row.claimId);
}
