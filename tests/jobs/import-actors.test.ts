import { databaseKinds } from '../support/databases';
import { emptyTables, openJobs, type JobsOnStore } from './support';

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
});
