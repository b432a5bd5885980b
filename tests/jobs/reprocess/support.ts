import type { ReprocessingChoice } from '../../../src/jobs/index';
import { everyStaleArticle } from '../../../src/store/reprocessing/begin';
import type { Content, DatabaseKind } from '../../support/databases';
import { emptyTables, openJobs, textSubmission, type JobsOnStore } from '../support';

export const wire = `Dam at Orrel holds, ministry says

4 March 2025

The dam at Orrel is safe, the water ministry said on Tuesday. "Nobody needs to leave," said Ines Halloran, the ministry's spokeswoman.

Halloran added that inspectors had found two cracks.
`;
export const local = `Cracks found in Orrel dam

5 March 2025

Inspectors found two cracks in the dam at Orrel, Ines Halloran said on Wednesday. The spokeswoman of the water ministry said that nobody needed to leave.
`;
export const ferry = 'Ferry resumes\n\n3 May 2024\n\nThe ferry sails again, its captain said.';

interface LoggedChange {
  readonly kind: string;
  readonly fields: readonly string[];
  readonly text: string;
}

/** What a round tells that found everything as it was. */
export const untouched = { failed: 0, newVersions: 0, added: 0, changed: 0, retracted: 0, failures: [] };

/**
 * The jobs on a database of their own for the tests of a suite, each of which begins with empty tables, or for one on the
 * demo; with what asks and changes there.
 */
export function useReprocessing(kind: DatabaseKind, content: Content = 'empty') {
  let open: JobsOnStore;
  beforeAll(async () => {
    open = await openJobs(kind, new Date('2025-07-01T12:00:00Z'), content);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    if (content === 'empty') await emptyTables(open.store);
    await query('DELETE FROM reprocessing');
    open.failures.splice(0);
  });

  const query = <Row>(sql: string, values: unknown[] = []) => open.store.dataSource.query<Row[]>(sql, values);
  const begin = (choice: Partial<ReprocessingChoice> = {}) =>
    open.jobs.reprocess({ ...everyStaleArticle, ...choice }, false);
  /** Waits until a round is over. */
  const endOf = async (id: string) => {
    for (;;) {
      const progress = (await open.jobs.reprocessing(id))!;
      if (progress.waiting === 0) return progress;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return {
    open: () => open,
    query,
    begin,
    endOf,
    ingest: async (...texts: [text: string, source: string][]) => {
      for (const [text, source] of texts) await open.jobs.accept(textSubmission(text, { source }));
      await open.jobs.settle();
      await query('TRUNCATE claim_change');
    },
    stale: async (choice: Partial<ReprocessingChoice> = {}) =>
      (await open.jobs.reprocess({ ...everyStaleArticle, ...choice }, true)).articles,
    reprocess: async (choice: Partial<ReprocessingChoice> = {}) => {
      const { articles, reprocessing } = await begin(choice);
      if (reprocessing === null) return { articles };
      const { done, failed, newVersions, added, changed, retracted, failures } = await endOf(reprocessing.id);
      return { articles, done, failed, newVersions, added, changed, retracted, failures };
    },
    log: () =>
      query<LoggedChange>(`SELECT l.kind, changed_fields AS fields, c.text FROM claim_change l
        JOIN claim c ON c.id = l.claim_id ORDER BY position`),
    /** As an older engine would have left it. */
    age: (table: string) => query(`UPDATE ${table} SET method_version = method_version::integer - 1`),
    agePlacements: () => query(`UPDATE article SET placement_method = placement_method || '{"version": "0"}'`),
  };
}
