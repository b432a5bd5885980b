import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { serveHealth } from '../../../src/server/observation/health';
import type { Store } from '../../../src/store/store';
import { databaseKinds, openTestStore } from '../../support/databases';
import { statementsOf } from '../../support/statements';

describe.each(databaseKinds)('health on the %s database', (kind) => {
  let store: Store;
  let app: FastifyInstance;
  /** What it answered when its stop had begun. */
  const stopping: number[] = [];
  beforeAll(async () => {
    store = await openTestStore(kind);
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    app = Fastify({ forceCloseConnections: true });
    serveHealth(app, store);
    app.addHook('preClose', async () => {
      stopping.push(
        (await fetch(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/health/ready`)).status,
      );
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => app.close());
  const status = async (path: string) => (await app.inject(path)).statusCode;

  test('is live and ready', async () => {
    expect([await status('/health'), await status('/health/ready')]).toEqual([200, 200]);
  });

  test('asks the database once a second, however many ask', async () => {
    const asked = await statementsOf(store, async () => {
      expect(new Set(await Promise.all(Array.from({ length: 200 }, () => status('/health/ready'))))).toEqual(
        new Set([200]),
      );
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      expect(await status('/health/ready')).toBe(200);
    });
    expect(asked).toHaveLength(2);
  });

  test('is not ready while it stops', async () => {
    await app.close();
    expect(stopping.at(-1)).toBe(503);
  });

  test('lives while no connection comes free, and is not ready', async () => {
    const { dataSource, reader } = store;
    const held = dataSource.createQueryRunner();
    await held.connect();
    // The embedded database has that one alone; PostgreSQL has others for reading.
    const others = kind === 'embedded' ? [] : Array.from({ length: 10 }, () => reader.query('SELECT pg_sleep(2.5)'));
    expect([await status('/health/ready'), await status('/health')]).toEqual([503, 200]);
    await held.release();
    await Promise.all(others);
    expect(await status('/health/ready')).toBe(200);
  });
});
