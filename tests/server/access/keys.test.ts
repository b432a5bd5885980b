import { pino } from 'pino';
import { Scope } from '../../../entities/index';
import { openKeyring, type Keyring } from '../../../src/server/access/keyring';
import { makeKey } from '../../../src/store/keys/key-text';
import { createKey, listKeys, revokeKey } from '../../../src/store/keys/keys';
import { openStore, type Store } from '../../../src/store/store';
import { createPostgresDatabase, databaseKinds, openTestStore } from '../../support/databases';
import { statementsOf } from '../../support/statements';
import { openEvents } from '../event-source';
import { gauges } from '../gauges';
import { startService, upgradeStatus, type Service } from '../support';

const operatorKey = 'the key of the operator';
const operator = { authorization: `Bearer ${operatorKey}` };
const question = '{ sources { totalCount } }';
const subscription = { query: 'subscription { claimChanges { cursor } }' };
const create = `mutation ($name: String!, $scopes: [Scope!]!, $expiresAt: DateTime) {
  createKey(input: { name: $name, scopes: $scopes, expiresAt: $expiresAt }) { secret key { id scopes expiresAt } } }`;
const revoke = 'mutation ($id: ID!) { revokeKey(input: { id: $id }) { key { id revokedAt } } }';

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const soon = (millis: number) => new Date(Date.now() + millis);
const newKey = (scopes: readonly Scope[], expiresAt: Date | null = null) => ({ name: 'a test', scopes, expiresAt });

/** With what a stream ends that should have gone on. */
const endOf = (next: Promise<unknown>): Promise<unknown> =>
  next.then(
    (value) => ({ value }),
    (end: unknown) => end,
  );
const endedMeanwhile = { code: 4403, reason: expect.stringMatching(/^UNAUTHENTICATED: The key/) as string };

/** Waits until what is asked for has come about; the time limit of the test ends it otherwise. */
async function until(check: () => Promise<boolean>): Promise<void> {
  while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe.each(databaseKinds)('keys on the %s database', (kind) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(kind, { key: operatorKey }, [operatorKey]);
  });
  afterAll(() => service.close());

  test('are made by the operator, and let in as far as their scopes reach', async () => {
    const { data } = await service.ask(create, { name: ' The desk ', scopes: ['INGEST'] }, operator);
    const { secret, key } = data.createKey as unknown as { secret: string; key: { id: string } };
    expect(key).toMatchObject({ scopes: ['INGEST'], expiresAt: null });
    expect(await service.ask(question, {}, bearer(secret))).toMatchObject({ status: 200 });
    const forbidden = await service.ask('mutation { removeDemo { articles } }', {}, bearer(secret));
    expect(forbidden).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(forbidden.errors?.[0]?.message).toContain('CURATE');
    expect((await service.ask('{ keys { id } }', {}, bearer(secret))).status).toBe(403);
    expect(await upgradeStatus(service.server, bearer(secret))).toBe(101);
  });

  test('are kept as hashes, and shown only as they are made', async () => {
    const { secret } = await createKey(service.store, newKey([Scope.READ]));
    await service.ask(question, {}, bearer(secret));
    const rows = await service.store.dataSource.query<object[]>('SELECT * FROM api_key');
    expect(JSON.stringify(rows)).not.toContain(secret.slice(9, -6));
    const { data } = await service.ask(
      '{ keys { id name scopes createdAt lastUsedAt expiresAt revokedAt } }',
      {},
      operator,
    );
    expect(JSON.stringify(data)).not.toContain(secret.slice(9, -6));
    const { errors } = await service.ask(revoke, { id: secret }, operator);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(JSON.stringify(errors)).not.toContain(secret.slice(9, -6));
    expect(JSON.stringify(service.logged)).not.toContain(secret.slice(9, -6));
  });

  test.each([
    { name: '', scopes: ['READ'] },
    { name: 'x'.repeat(101), scopes: ['READ'] },
    { name: 'two\nlines', scopes: ['READ'] },
    { name: 'turned \u202eround', scopes: ['READ'] },
    { name: 'kept \u2066apart', scopes: ['READ'] },
    { name: 'a', scopes: [] },
    { name: 'a', scopes: ['READ'], expiresAt: '2020-01-01T00:00:00Z' },
  ])('are not made of %j', async (input) => {
    const { errors } = await service.ask(create, input, operator);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('when revoked let nobody in any more, and end what is under way', async () => {
    const { key, secret } = await createKey(service.store, newKey([Scope.READ]));
    const stream = service.client(bearer(secret)).iterate(subscription);
    expect((await stream.next()).value).toEqual({ data: { claimChanges: { cursor: expect.any(String) } } });
    const ending = endOf(stream.next());
    const { data } = await service.ask(revoke, { id: key.id }, operator);
    expect(data.revokeKey).toMatchObject({ key: { id: key.id, revokedAt: expect.any(String) as string } });
    expect(await ending).toMatchObject(endedMeanwhile);
    expect((await service.ask(question, {}, bearer(secret))).status).toBe(401);
    await expect(service.client(bearer(secret)).iterate(subscription).next()).rejects.toMatchObject({ code: 4401 });
  });

  test('when revoked end streams of events too, also of those who read nothing', async () => {
    const { key, secret } = await createKey(service.store, newKey([Scope.READ]));
    const { make } = service;
    const query = 'subscription { claimChanges { changes { claim { text } } } }';
    const open = () => openEvents(service, { query }, bearer(secret));
    const [reading, sleeping] = [await open(), await open()];
    await Promise.all([reading.next(), sleeping.next()]);
    const claim = await make.claim(await make.article(await make.source()), { text: 'x'.repeat(20_000) });
    for (let number = 0; number < 10; number += 1) await make.change(Array.from({ length: 100 }, () => claim));
    for (let number = 0; number < 10; number += 1) await reading.next();
    const last = reading.next();
    expect(service.store.claimLog.followers).toBe(2);
    await service.ask(revoke, { id: key.id }, operator);
    expect([await last, await reading.next(), await reading.next()]).toEqual([
      { event: 'next', data: { errors: [expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } })] } },
      { event: 'complete', data: null },
      null,
    ]);
    // Without a byte more having been read.
    await until(async () => service.store.claimLog.followers === 0);
    await until(async () => (await gauges(service, operator)).get('parallax_places_taken{of="connections"}') === 0);
    sleeping.abort();
  });

  test('cannot be revoked twice, nor when there is none', async () => {
    const { key } = await createKey(service.store, newKey([Scope.READ]));
    const { revokedAt } = await revokeKey(service.store, key.id);
    expect((await revokeKey(service.store, key.id)).revokedAt).toEqual(revokedAt);
    await expect(revokeKey(service.store, '00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  test('are looked for no longer when the clock of the machine is set back', async () => {
    await service.ask(question, {}, bearer(makeKey()));
    const now = Date.now;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() - 3_600_000);
    try {
      expect(await service.ask(question, {}, bearer(makeKey()))).toMatchObject({ status: 401 });
    } finally {
      clock.mockRestore();
    }
  });

  test('expire by themselves, and end what is under way', async () => {
    const { secret } = await createKey(service.store, newKey([Scope.READ], soon(700)));
    const stream = service.client(bearer(secret)).iterate(subscription);
    expect((await stream.next()).value).toHaveProperty('data');
    await expect(stream.next()).rejects.toMatchObject({ code: 4403 });
    const answer = await service.ask(question, {}, bearer(secret));
    expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('cost no statement once they are known', async () => {
    const { secret } = await createKey(service.store, newKey([Scope.READ]));
    const ask = () => service.ask('{ __typename }', {}, bearer(secret));
    expect((await ask()).status).toBe(200);
    const statements = await statementsOf(service.store, async () => {
      for (let count = 0; count < 20; count += 1) await ask();
    });
    // Reading all of them again from time to time, and writing down that they were used, happen beside the requests.
    expect(statements.filter((text) => text.includes('api_key')).length).toBeLessThanOrEqual(2);
  });

  test('that are none cost next to nothing, however many are tried', async () => {
    // Of its own: the address that tries them has to wait, and all others here have the same.
    const tried = await startService(kind, { key: operatorKey }, [operatorKey]);
    const { secret } = await createKey(tried.store, newKey([Scope.READ]));
    await tried.ask(question, {}, bearer(makeKey()));
    const began = Date.now();
    const statements = await statementsOf(tried.store, async () => {
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          tried.ask(question, {}, bearer(index % 2 ? makeKey() : `parallax_${'0'.repeat(49)}`)),
        ),
      );
      // From the hundredth on the address has to wait.
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]));
      // A key that is good passes from there all the same, whether it was shown before or not.
      expect((await tried.ask(question, {}, bearer(secret))).status).toBe(200);
      expect((await tried.ask(question, {}, operator)).status).toBe(200);
      for (let count = 0; count < 50; count += 1) {
        expect((await tried.ask(question, {}, bearer(makeKey()))).status).toBe(429);
      }
    });
    // Once a second for all of them, besides the look that is taken from time to time.
    const most = 3 + (Date.now() - began) / 1000;
    expect(statements.filter((text) => text.includes('FROM api_key')).length).toBeLessThanOrEqual(most);
    await tried.close();
  });

  test('are taken from the header alone', async () => {
    const { secret } = await createKey(service.store, newKey([Scope.ADMIN]));
    for (const name of ['key', 'access_token', 'authorization', 'apikey']) {
      const url = `${service.server.address}/graphql?query=%7B__typename%7D&${name}=${secret}`;
      const response = await fetch(url, { headers: { 'apollo-require-preflight': '1', 'x-api-key': secret } });
      expect(response.status).toBe(401);
    }
  });
});

describe('keys that change while they are read', () => {
  const failed = jest.fn();
  let store: Store;
  let keyring: Keyring;
  beforeAll(async () => {
    store = await openTestStore('postgres');
    keyring = openKeyring(store, pino({ level: 'error' }, { write: failed }));
  });
  afterAll(async () => {
    await keyring.close();
    await store.close();
  });

  const ask = <Row>(text: string) => store.dataSource.query<Row[]>(text);
  const waiting = `FROM pg_locks WHERE NOT granted AND relation = 'api_key'::regclass`;
  const untilWaiting = (count: number) => until(async () => (await ask(`SELECT 1 ${waiting}`)).length === count);

  test('are trusted no more when they cannot be read again', async () => {
    const { secret } = await createKey(store, newKey([Scope.READ]));
    expect(await keyring.find(secret, true)).not.toBeNull();
    const [first, second] = [store.dataSource.createQueryRunner(), store.dataSource.createQueryRunner()];
    for (const runner of [first, second]) await runner.startTransaction();
    await first.query('LOCK TABLE api_key');
    store.keySignal.emit('changed');
    await untilWaiting(1);
    const locked = second.query('LOCK TABLE api_key');
    await untilWaiting(2);
    store.keySignal.emit('changed');
    // Lets the first reading through, and the second come only as far as the second lock.
    await first.commitTransaction();
    await locked;
    await untilWaiting(1);
    await second.query('UPDATE api_key SET revoked_at = now()');
    await ask(`SELECT pg_cancel_backend(pid) ${waiting}`);
    await until(async () => failed.mock.calls.length > 0);
    await second.commitTransaction();
    for (const runner of [first, second]) await runner.release();
    expect(await keyring.find(secret, false)).toBeNull();
  });
});

describe('two services on one PostgreSQL', () => {
  let services: readonly [Service, Service];
  let close: () => Promise<void>;
  beforeAll(async () => {
    const { url, remove } = await createPostgresDatabase();
    const start = async () => {
      const store = await openStore({ databaseUrl: url, dataFolder: '' });
      return startService(store, { key: operatorKey }, [operatorKey]);
    };
    services = [await start(), await start()];
    close = async () => {
      for (const service of services) await service.close();
      await remove();
    };
  });
  afterAll(() => close());

  /** As a failing network or a restart of the database would. */
  async function cutListeners(): Promise<number> {
    const rows = await services[0].store.dataSource.query<object[]>(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE query LIKE 'LISTEN%' AND datname = current_database()`,
    );
    return rows.length;
  }

  test('a key that one makes is known to the other, and one that it revokes no longer', async () => {
    const [first, second] = services;
    const { key, secret } = await createKey(first.store, newKey([Scope.READ]));
    expect((await second.ask(question, {}, bearer(secret))).status).toBe(200);
    const stream = second.client(bearer(secret)).iterate(subscription);
    expect((await stream.next()).value).toHaveProperty('data');
    const ending = endOf(stream.next());
    await first.ask(revoke, { id: key.id }, operator);
    expect(await ending).toMatchObject(endedMeanwhile);
    expect((await second.ask(question, {}, bearer(secret))).status).toBe(401);
    const made = await createKey(first.store, newKey([Scope.READ]));
    expect((await second.ask(question, {}, bearer(made.secret))).status).toBe(200);
  });

  test('what was revoked while the connection was lost is known when it stands again', async () => {
    const [first, second] = services;
    const { key, secret } = await createKey(first.store, newKey([Scope.READ]));
    const stream = second.client(bearer(secret)).iterate(subscription);
    expect((await stream.next()).value).toHaveProperty('data');
    const ending = endOf(stream.next());
    // Not by way of a service, and without a notification.
    await first.store.dataSource.query('UPDATE api_key SET revoked_at = now() WHERE id = $1', [key.id]);
    expect(await cutListeners()).toBeGreaterThan(0);
    expect(await ending).toMatchObject(endedMeanwhile);
    await until(async () => (await second.ask(question, {}, bearer(secret))).status === 401);
  });

  test('the last use is written down by the time a service has stopped', async () => {
    const { url, remove } = await createPostgresDatabase();
    const store = await openStore({ databaseUrl: url, dataFolder: '' });
    const service = await startService(store, { key: operatorKey }, [operatorKey]);
    const { secret } = await createKey(store, newKey([Scope.READ]));
    await service.ask(question, {}, bearer(secret));
    await service.close();
    const again = await openStore({ databaseUrl: url, dataFolder: '' });
    try {
      expect(await listKeys(again)).toMatchObject([{ lastUsedAt: expect.any(Date) as Date }]);
    } finally {
      await again.close();
      await remove();
    }
  });
});
