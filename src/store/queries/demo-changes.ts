import type { Store } from '../store.js';

export interface DemoChangeCounts {
  readonly added: number;
  readonly changed: number;
  readonly retracted: number;
}

/** How many entries of the log behind this position tell of claims of the demo's outlets, by kind? */
export async function countDemoChanges(store: Store, position: string): Promise<DemoChangeCounts> {
  const [counts] = await store.reader.query<[DemoChangeCounts]>(
    `SELECT count(*) FILTER (WHERE change.kind = 'ADDED')::integer AS added,
            count(*) FILTER (WHERE change.kind = 'CHANGED')::integer AS changed,
            count(*) FILTER (WHERE change.kind = 'RETRACTED')::integer AS retracted
     FROM claim_change change JOIN source ON source.id = change.source_id
     WHERE source.is_demo AND change.position > $1::bigint`,
    [position],
  );
  return counts;
}

/** What are the headlines of these articles now? */
export function articlesOfReceipts(store: Store, ids: readonly string[]): Promise<{ id: string; headline: string }[]> {
  return store.reader.query('SELECT id, headline FROM article WHERE id = ANY($1::uuid[])', [ids]);
}
