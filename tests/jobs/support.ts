import type { DeclaredFields } from '../../src/pipeline/values';
import { startJobs, type Jobs } from '../../src/jobs/index';
import type { Store } from '../../src/store/store';
import { openTestStore, type Content, type DatabaseKind } from '../support/databases';

export interface JobsOnStore {
  readonly store: Store;
  readonly jobs: Jobs;
  /** What failed on our side, in order. */
  readonly failures: unknown[];
  /** Lets so many milliseconds pass on the jobs' clock. */
  pass(milliseconds: number): void;
  close(): Promise<void>;
}

/** The jobs on a database of their own, with a clock that stands still. */
export async function openJobs(
  kind: DatabaseKind,
  start = new Date('2025-06-01T12:00:00Z'),
  content: Content = 'empty',
): Promise<JobsOnStore> {
  let now = start;
  const store = await openTestStore(kind, content);
  const failures: unknown[] = [];
  const jobs = startJobs(
    store,
    { maximumDocumentBytes: 1024 * 1024 },
    { now: () => now, log: (error) => failures.push(error) },
  );
  return {
    store,
    jobs,
    failures,
    pass: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
    close: async () => {
      await jobs.stop();
      await store.close();
    },
  };
}

/** A plain text as a caller hands it in. */
export function textSubmission(text: string, declared: DeclaredFields = { source: 'The Ninefold Post' }) {
  return { bytes: Buffer.from(text), mediaType: 'text/plain; charset=utf-8', name: 'a.txt', declared };
}

/**
 * Takes out all that was taken in. Row by row: TRUNCATE locks whole tables in an order of its own, and the queue, which looks
 * for work meanwhile, would now and then stand in a deadlock with it.
 */
export async function emptyTables(store: Store): Promise<void> {
  for (const table of ['source', 'event', 'actor', 'actor_decision', 'listed_actor', 'claim_change'])
    await store.dataSource.query(`DELETE FROM ${table}`);
}

/** How many rows each table holds, and a digest of what is in them. */
export async function tableState(store: Store): Promise<Record<string, string>> {
  const state: Record<string, string> = {};
  for (const { tableName } of store.dataSource.entityMetadatas) {
    const [row] = await store.dataSource.query<[{ rows: string; content: string }]>(
      `SELECT count(*) AS rows, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS content FROM "${tableName}" t`,
    );
    state[tableName] = `${row.rows} ${row.content}`;
  }
  return state;
}
