import { Source } from '../../../entities/index.js';
import type { Store } from '../store.js';
import { groupedBy, rowShape } from './row.js';

/** Which outlets have an article about these events? By name. */
export async function sourcesOfEvents(store: Store, eventIds: readonly string[]): Promise<Source[][]> {
  const shape = rowShape(store, Source);
  const raw = await store.dataSource.query<Record<string, unknown>[]>(
    `SELECT covered.event_id AS parent, ${shape.columns('row')}
     FROM (SELECT DISTINCT event_id, source_id FROM article WHERE event_id = ANY($1::uuid[])) covered
     JOIN source row ON row.id = covered.source_id ORDER BY row.name, row.id`,
    [eventIds],
  );
  return groupedBy(eventIds, raw, (row) => row.parent as string).map((rows) => rows.map(shape.read));
}
