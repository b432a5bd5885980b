import { ParallaxError } from '../../src/errors';
import { runPrepared } from '../../src/store/selection/prepared';
import { openStore, storeOfRequest, type Store } from '../../src/store/store';
import { createPostgresDatabase, databaseKinds, openTestStore } from '../support/databases';

const gone = new ParallaxError('CLIENT_GONE', 'gone');

describe.each(databaseKinds)('reading from the %s database', (kind) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(kind);
  });
  afterAll(() => store.close());

  test('counts the statements of each request by itself', async () => {
    const [one, other] = [1, 2].map(() => storeOfRequest(store, new AbortController().signal)) as [Store, Store];
    await Promise.all([one.reader.query('SELECT 1'), one.reader.query('SELECT 2'), other.reader.query('SELECT 3')]);
    expect([one.reader.statements, other.reader.statements]).toEqual([2, 1]);
  });

  test('asks nothing for a client that is gone', async () => {
    const { reader } = storeOfRequest(store, AbortSignal.abort(gone));
    await expect(reader.query('SELECT 1')).rejects.toBe(gone);
    expect(reader.statements).toBe(0);
  });

  test('goes on after a statement that failed', async () => {
    await expect(store.reader.query('SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' });
    expect(await store.reader.queryArrays('SELECT $1::integer', [7])).toEqual([[7]]);
  });
});

test('what is asked again gets a name also after many others did, and connections do not hold all of them', async () => {
  const store = await openTestStore('postgres');
  const held = async (text: string) => {
    const [counts] = await store.reader.queryArrays(
      'SELECT count(*)::integer, (count(*) FILTER (WHERE statement = $1))::integer FROM pg_prepared_statements',
      [text],
    );
    return counts as [number, number];
  };
  for (let number = 0; number < 1_200; number += 1) {
    for (let time = 0; time < 2; time += 1) await runPrepared(store, `SELECT ${number} AS other`, []);
  }
  for (let time = 0; time < 2; time += 1) await runPrepared(store, 'SELECT 1 AS newest', []);
  const [all, newest] = await held('SELECT 1 AS newest');
  expect(newest).toBe(1);
  expect(all).toBeLessThan(1_000);
  await store.close();
});

describe('on PostgreSQL', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore('postgres');
  });
  afterAll(() => store.close());

  const sleepers = async () =>
    (
      await store.dataSource.query<[{ count: number }]>(
        `SELECT count(*)::integer AS count FROM pg_stat_activity
         WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep(%'`,
      )
    )[0].count;
  const until = async (isDone: () => Promise<boolean>) => {
    while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  test('a statement ends in the database when its client goes, and the next are not hit', async () => {
    const clients = Array.from({ length: 8 }, () => new AbortController());
    const asked = clients.map(({ signal }) => storeOfRequest(store, signal).reader.query('SELECT pg_sleep(600)'));
    const answers = Promise.allSettled(asked);
    await until(async () => (await sleepers()) === clients.length);
    for (const client of clients) client.abort(gone);
    expect(await answers).toEqual(clients.map(() => ({ status: 'rejected', reason: gone })));
    await until(async () => (await sleepers()) === 0);
    const next = await Promise.all(Array.from({ length: 40 }, (_, n) => store.reader.queryArrays('SELECT $1', [n])));
    expect(next).toHaveLength(40);
  });

  test('a connection that is lost is the trouble of the database, and the next statement gets another', async () => {
    const asked = store.reader.query('SELECT pg_sleep(600)');
    const end = asked.catch((error: unknown) => error);
    await until(async () => (await sleepers()) === 1);
    await store.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep(%'`,
    );
    expect(await end).toMatchObject({ code: 'DATABASE_UNAVAILABLE', cause: { code: '57P01' } });
    expect(await store.reader.queryArrays('SELECT 1', [])).toEqual([[1]]);
  });

  test('whoever waits for a connection can go too', async () => {
    const busy = new AbortController();
    const held = Array.from({ length: 10 }, () =>
      storeOfRequest(store, busy.signal).reader.query('SELECT pg_sleep(600)'),
    );
    const ends = Promise.allSettled(held);
    await until(async () => (await sleepers()) === 10);
    const waiting = new AbortController();
    const { reader } = storeOfRequest(store, waiting.signal);
    const asked = reader.query('SELECT 1');
    waiting.abort(gone);
    busy.abort(gone);
    await expect(asked).rejects.toBe(gone);
    await ends;
  });
});

test('the database gives up by itself what takes too long', async () => {
  const { url, remove } = await createPostgresDatabase();
  const store = await openStore({ databaseUrl: url, dataFolder: '', requestTimeoutMillis: -900 });
  try {
    await expect(store.reader.query('SELECT pg_sleep(600)')).rejects.toMatchObject({ code: 'REQUEST_TIMEOUT' });
    // The timeout is the readers' own: what writes may take longer.
    await store.dataSource.query('SELECT pg_sleep(0.2)');
  } finally {
    await store.close();
    await remove();
  }
});
