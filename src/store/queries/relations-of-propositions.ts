import { PropositionRelation } from '../../../entities/index.js';
import type { Store } from '../store.js';
import { groupedBy, rowShape } from './row.js';

/** How do these propositions relate to others, whichever of the two they are? The surest relation first. */
export async function relationsOfPropositions(
  store: Store,
  propositionIds: readonly string[],
): Promise<PropositionRelation[][]> {
  const shape = rowShape(store, PropositionRelation);
  const raw = await store.dataSource.query<Record<string, unknown>[]>(
    `SELECT parent.id AS parent, found.* FROM unnest($1::uuid[]) parent(id) CROSS JOIN LATERAL (
       SELECT ${shape.columns('row')} FROM proposition_relation row WHERE row.first_id = parent.id
       UNION ALL
       SELECT ${shape.columns('row')} FROM proposition_relation row WHERE row.second_id = parent.id) found
     ORDER BY found.score DESC, found."firstId", found."secondId"`,
    [propositionIds],
  );
  return groupedBy(propositionIds, raw, (row) => row.parent as string).map((rows) => rows.map(shape.read));
}
