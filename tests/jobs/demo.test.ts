import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseKinds } from '../support/databases';
import { emptyTables, openJobs, textSubmission, type JobsOnStore } from './support';

jest.setTimeout(120_000);

const demo = join(__dirname, '../../demo');
const [wire] = readFileSync(join(demo, 'articles/fairwater-wire/2025-03-04-liaison-office.jsonl'), 'utf8').split('\n');
const { headline, text, publishedAt } = JSON.parse(wire as string) as Record<string, string>;

describe.each(databaseKinds)('the demo on the %s database', (kind) => {
  let open: JobsOnStore;
  beforeAll(async () => {
    open = await openJobs(kind, new Date('2025-07-01T12:00:00Z'));
  });
  afterAll(() => open.close());
  beforeEach(() => emptyTables(open.store));

  const query = <Row>(sql: string) => open.store.dataSource.query<Row[]>(sql);

  test('what others say of its events stays when it goes, with titles, counts and propositions of its own', async () => {
    const demo = await openJobs(kind, new Date('2025-07-01T12:00:00Z'), 'demo');
    const query = <Row>(sql: string) => demo.store.dataSource.query<Row[]>(sql);
    const submission = textSubmission(text as string, {
      source: 'Orrel Sun',
      headline: `${headline}, again`,
      publishedAt,
    });
    await demo.jobs.accept(submission);
    await demo.jobs.settle();
    const [event] = await query<{ id: string; sources: number }>(
      `SELECT event.id, source_count AS sources FROM event JOIN article ON event_id = event.id
       JOIN source ON source.id = source_id WHERE NOT is_demo`,
    );
    expect(event?.sources).toBeGreaterThan(1);
    await demo.jobs.compare(event!.id, null);

    expect(await demo.jobs.removeDemo()).toEqual({ articles: 32 });
    await demo.jobs.settle();
    expect(await query('SELECT title, article_count, source_count, first_published_at FROM event')).toEqual([
      {
        title: `${headline}, again`,
        article_count: 1,
        source_count: 1,
        first_published_at: new Date(publishedAt as string),
      },
    ]);
    const miscounted = await query(
      `SELECT text FROM proposition, LATERAL (
         SELECT count(*) AS claims, count(DISTINCT source_id) AS sources FROM claim WHERE proposition_id = proposition.id
       ) AS counted WHERE (claim_count, source_count) IS DISTINCT FROM (claims, sources)`,
    );
    expect(miscounted).toEqual([]);
    expect(await query('SELECT id FROM proposition')).not.toEqual([]);
    expect(await query('SELECT digest FROM stored_comparison')).toEqual([]);
    expect(demo.failures).toEqual([]);
    await demo.close();
  });

  test('removed while it is being loaded, it is gone all the same', async () => {
    await Promise.all([open.jobs.loadDemo(), open.jobs.removeDemo()]);
    await open.jobs.settle();
    for (const table of ['source', 'article', 'event', 'claim']) {
      expect(await query(`SELECT 1 FROM ${table}`)).toEqual([]);
    }
    // Only that its claims are gone is left, for whoever follows the log.
    expect(await query(`SELECT kind FROM claim_change WHERE kind <> 'RETRACTED'`)).toEqual([]);
  });
});
