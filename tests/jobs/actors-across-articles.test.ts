import { databaseKinds } from '../support/databases';
import { emptyTables, openJobs, textSubmission, type JobsOnStore } from './support';

jest.setTimeout(120_000);

interface Row {
  readonly id: string;
  readonly name: string;
  readonly aliases: string[];
  readonly roles: { role: string; firstSeenAt: string; lastSeenAt: string }[];
  readonly country: string | null;
  readonly wikidata_id: string | null;
}

describe.each(databaseKinds)('actors across articles on the %s database', (kind) => {
  let open: JobsOnStore;
  beforeAll(async () => {
    open = await openJobs(kind);
  });
  afterAll(() => open.close());
  beforeEach(() => emptyTables(open.store));

  const query = <Found>(sql: string, values: unknown[] = []) => open.store.dataSource.query<Found[]>(sql, values);
  const ingest = async (source: string, day: string, text: string, id = `${source} ${day}`) => {
    await open.jobs.accept(
      textSubmission(`What was said\n\n${text}\n`, { source, id, publishedAt: `2025-03-${day}T00:00:00Z` }),
    );
    await open.jobs.settle();
    expect(open.failures).toEqual([]);
  };
  const analyseAgain = async () => {
    await query(`UPDATE article_version SET analysis_state = 'PENDING', analysis_input_hash = NULL
      FROM article a WHERE a.id = article_id AND ordinal = a.latest_ordinal`);
    await open.jobs.settle();
  };
  const named = (name: string) => query<Row>('SELECT * FROM actor WHERE name = $1', [name]);
  const dates = ({ roles }: Row) =>
    roles.map(({ role, firstSeenAt, lastSeenAt }) => [role, firstSeenAt.slice(8, 10), lastSeenAt.slice(8, 10)]);

  test('one actor has the roles of all articles, each with the first and the last day', async () => {
    await ingest('A.example', '10', 'French President Colette Varenne said the deal was off.');
    await ingest('B.example', '04', 'French President Colette Varenne said the deal was near.');
    await ingest('C.example', '20', 'Candidate Colette M. Varenne said the deal was bad.');
    const [actor, ...others] = await query<Row>(`SELECT * FROM actor WHERE key LIKE 'person:%'`);
    expect(others).toEqual([]);
    expect(actor).toMatchObject({ name: 'Colette M. Varenne', country: 'FR' });
    expect(actor!.aliases).toContain('Colette Varenne');
    expect(dates(actor!)).toEqual([
      ['French President', '04', '10'],
      ['candidate', '20', '20'],
    ]);
    await analyseAgain();
    expect(await query(`SELECT * FROM actor WHERE key LIKE 'person:%'`)).toEqual([actor]);
  });

  test('what an article no longer says is forgotten, and who is no longer named is gone', async () => {
    await ingest('A.example', '10', 'French President Colette Varenne said the deal was off.');
    await ingest('B.example', '04', 'Mayor Colette Varenne said the deal was near. Mayor Bram Okoye said it was far.');
    expect(dates((await named('Colette Varenne'))[0]!).map(([role]) => role)).toEqual(['mayor', 'French President']);
    expect(await named('Bram Okoye')).toHaveLength(1);
    await ingest('B.example', '04', 'French President Colette Varenne said the deal was near.', 'B.example 04');
    const [actor] = await named('Colette Varenne');
    expect(dates(actor!)).toEqual([['French President', '04', '10']]);
    // His claim is retracted, and still says whose it was.
    expect(await named('Bram Okoye')).toMatchObject([{ roles: [] }]);
    await query('DELETE FROM claim WHERE retracted_at IS NOT NULL');
    await analyseAgain();
    expect(
      await query('SELECT 1 FROM actor_sighting s JOIN actor a ON a.id = found_id WHERE a.name = $1', ['Bram Okoye']),
    ).toEqual([]);
  });

  test('countries and bodies have their Wikidata ids, under one name', async () => {
    await ingest('A.example', '10', 'The WHO said the outbreak was over. Beijing said it was glad.');
    await ingest(
      'B.example',
      '11',
      'The World Health Organization said the outbreak was over. China said it was glad.',
    );
    expect(await named('World Health Organization')).toMatchObject([{ wikidata_id: 'Q7817', aliases: ['WHO'] }]);
    expect(await named('China')).toMatchObject([{ wikidata_id: 'Q148', country: 'CN' }]);
  });

  test('outlets of one name in two cities are two, each one in all its articles', async () => {
    for (const [domain, day] of [
      ['herald.north.example', '10'],
      ['herald.north.example', '11'],
      ['herald.south.example', '12'],
    ] as const) {
      await open.jobs.accept(
        textSubmission(`Fire at pier ${day}\n\nThe fire burned 40 boats on Monday.\n`, {
          source: 'The Herald',
          url: `https://www.${domain.replace('herald.', 'herald-')}/${day}`,
          publishedAt: `2025-03-${day}T00:00:00Z`,
        }),
      );
    }
    await open.jobs.settle();
    const outlets = await query<{ speakers: string }>(
      `SELECT count(DISTINCT c.speaker_id)::integer AS speakers, count(DISTINCT c.article_id)::integer AS articles
       FROM claim c WHERE kind = 'ASSERTION' GROUP BY source_id ORDER BY 2`,
    );
    expect(outlets).toEqual([
      { speakers: 1, articles: 1 },
      { speakers: 1, articles: 2 },
    ]);
    expect(await named('Herald')).toHaveLength(2);
  });

  test('another middle initial is another person, none may be either', async () => {
    await ingest('A.example', '10', 'Judge Ellen R. Voss said the law was clear.');
    await ingest('B.example', '11', 'Professor Ellen T. Voss said the law was bad.');
    await ingest('C.example', '12', 'Judge Ellen Voss said the law was old.');
    const rows = await query<Row & { key: string }>(
      `SELECT key, name FROM actor WHERE key LIKE 'person:%' ORDER BY key`,
    );
    expect(rows).toEqual([
      { key: 'person:ellen t voss', name: 'Ellen T. Voss' },
      { key: 'person:ellen voss', name: 'Ellen R. Voss' },
    ]);
    await analyseAgain();
    expect(await query(`SELECT key, name FROM actor WHERE key LIKE 'person:%' ORDER BY key`)).toEqual(rows);
  });
});
