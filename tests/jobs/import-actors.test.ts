import { databaseKinds } from '../support/databases';
import { lockClaimLog } from '../../src/store/claim-log';
import { emptyTables, openJobs, textSubmission, type JobsOnStore } from './support';

jest.setTimeout(120_000);

describe.each(databaseKinds)("a user's own table of actors, on the %s database", (kind) => {
  let open: JobsOnStore;
  beforeAll(async () => {
    open = await openJobs(kind);
  });
  afterAll(() => open.close());
  beforeEach(() => emptyTables(open.store));

  const give = async (name: string, wikidataId: string | null = null, aliases: string[] = []) => {
    const { results } = await open.jobs.importActors([
      { name, aliases, kind: 'ORGANIZATION', country: null, wikidataId },
    ]);
    return results[0]!.status;
  };
  const rows = () =>
    open.store.dataSource.query<{ name: string; id: string | null }[]>(
      'SELECT name, wikidata_id AS id FROM listed_actor ORDER BY name',
    );

  test('a row that was renamed by its Wikidata id is not overwritten by another one of its former name', async () => {
    expect(await give('Port Authority')).toBe('ADDED');
    expect(await give('Port Authority', 'Q987654321')).toBe('CHANGED');
    expect(await give('Oldhaven Port Authority', 'Q987654321')).toBe('CHANGED');
    expect(await give('Port Authority')).toBe('ADDED');
    const both = [
      { name: 'Oldhaven Port Authority', id: 'Q987654321' },
      { name: 'Port Authority', id: null },
    ];
    expect(await rows()).toEqual(both);
    expect(await give('Port Authority')).toBe('UNCHANGED');
    expect(await give('Oldhaven Port Authority', 'Q987654321')).toBe('UNCHANGED');
    expect(await rows()).toEqual(both);
  });

  // The embedded database has one session, in which nothing waits for another.
  if (kind === 'embedded') return;
  test('an import and a decision that mark the same articles do not stand in a deadlock', async () => {
    const said = (name: string) => `What was said\n\n5 March 2025\n\nThe Port Authority said ${name} was open.\n`;
    for (const name of ['the pier', 'the dock']) await open.jobs.accept(textSubmission(said(name), { source: name }));
    await open.jobs.settle();
    const versions = await open.store.dataSource.query<{ id: string }[]>('SELECT id FROM article_version');
    expect(versions).toHaveLength(2);
    const mark = 'UPDATE article_version SET analysis_attempts = 0 WHERE id = $1';
    for (const [index, order] of [versions, [...versions].reverse()].entries()) {
      let importing: Promise<unknown> | null = null;
      await open.store.dataSource.transaction(async (manager) => {
        await lockClaimLog(manager);
        await manager.query(mark, [order[0]!.id]);
        importing = give('Port Authority', null, [`PA ${index}`]);
        await new Promise((resolve) => setTimeout(resolve, 300));
        await manager.query(mark, [order[1]!.id]);
      });
      await importing;
    }
    expect(open.failures).toEqual([]);
  });
});
