import { Client } from 'pg';
import { WebSocket } from 'ws';
import { Scope } from '../../../entities/enumerations';
import { createKey, revokeKey } from '../../../src/store/keys/keys';
import { openStore } from '../../../src/store/store';
import { createPostgresDatabase } from '../../support/databases';
import { socketAddress, startService, type Service } from '../support';
import { wayNames, ways } from './ways';

const query = '{ sources { nodes { name } } }';
const body = JSON.stringify({ query });
const json = { 'content-type': 'application/json' };

let database: Awaited<ReturnType<typeof createPostgresDatabase>>;
let holder: Client;
// What other sessions do is seen anew with each transaction only, and the holder is in one.
let observer: Client;
let patient: Service;
let hasty: Service;
beforeAll(async () => {
  database = await createPostgresDatabase();
  const start = async (changes: Parameters<typeof startService>[1]) =>
    startService(await openStore({ databaseUrl: database.url, dataFolder: '' }), changes);
  // With one place for a caller: whoever does not give it back bars the next.
  patient = await start({ operationsPerCaller: 1 });
  hasty = await start({ requestTimeoutMillis: 500, operationsPerCaller: 1 });
  [holder, observer] = [new Client({ connectionString: database.url }), new Client({ connectionString: database.url })];
  await Promise.all([holder.connect(), observer.connect()]);
});
afterAll(async () => {
  await Promise.all([holder.end(), observer.end()]);
  await patient.close();
  await hasty.close();
  await database.remove();
});
// Whoever reads sources waits for as long as a test runs.
beforeEach(() => holder.query('BEGIN; LOCK TABLE source IN ACCESS EXCLUSIVE MODE'));
// A statement has ended in the database before the service gives its caller's place back.
afterEach(async () => {
  await holder.query('ROLLBACK');
  for (const service of [patient, hasty])
    while ((await service.ask(query)).errors !== undefined) await new Promise((resolve) => setTimeout(resolve, 10));
});

/** Waits until so many statements wait in the database for the table. */
async function untilWaiting(count: number): Promise<number> {
  for (;;) {
    const { rows } = await observer.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND state = 'active'`,
    );
    if (rows[0]?.waiting === count) return count;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a statement is canceled in the database', () => {
  test.each(['/graphql', '/graphql/stream'])('when a request to %s is given up', async (path) => {
    const controller = new AbortController();
    const headers = { ...json, accept: path === '/graphql' ? 'application/json' : 'text/event-stream' };
    const { signal } = controller;
    const response = fetch(patient.server.address + path, { method: 'POST', headers, body, signal });
    const read = response.then((opened) => opened.text());
    await untilWaiting(1);
    controller.abort();
    await expect(read).rejects.toMatchObject({ name: 'AbortError' });
    await untilWaiting(0);
  });

  test('when an operation over WebSocket is completed by its client', async () => {
    const results = patient.client().iterate({ query });
    const next = results.next();
    await untilWaiting(1);
    await results.return?.();
    expect((await next).done).toBe(true);
    await untilWaiting(0);
  });

  test.each(['close', 'terminate'] as const)('when a WebSocket is left by %s', async (how) => {
    const socket = new WebSocket(socketAddress(patient.server), 'graphql-transport-ws');
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.once('message', () => socket.send(`{"id":"1","type":"subscribe","payload":${body}}`));
    await untilWaiting(1);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket[how]();
    await closed;
    expect(await untilWaiting(0)).toBe(0);
  });

  test.each(wayNames)('when its time is up, over %s', async (name) => {
    const answer = ways[name](hasty, body);
    await untilWaiting(1);
    expect((await answer).codes).toEqual(['REQUEST_TIMEOUT']);
    await untilWaiting(0);
  });

  test.each(wayNames)('when the key of its caller is revoked, over %s', async (name) => {
    const { key, secret } = await createKey(patient.store, { name: 'Reader', scopes: [Scope.READ], expiresAt: null });
    const answer = ways[name](patient, body, { authorization: `Bearer ${secret}` });
    await untilWaiting(1);
    await revokeKey(patient.store, key.id);
    const codes = (await answer).codes;
    expect(codes).toContain(name === 'webSocket' ? '4403' : 'UNAUTHENTICATED');
    await untilWaiting(0);
  });
});

test('nothing of it was an error of ours, and whoever comes next is served', async () => {
  await holder.query('ROLLBACK');
  for (const service of [patient, hasty]) {
    expect(service.logged).toEqual([]);
    expect((await service.ask(query)).data).toEqual({ sources: { nodes: [] } });
  }
});

test('who goes away while a document is taken in keeps the place until that is done', async () => {
  const ask = (asked: string, signal?: AbortSignal) =>
    fetch(`${patient.server.address}/graphql`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ query: asked }),
      signal,
    });
  const codeOf = async (asked: string) => {
    const { errors } = (await (await ask(asked)).json()) as { errors?: readonly { extensions: { code: string } }[] };
    return errors?.[0]?.extensions.code ?? null;
  };
  const counted = async () => (await fetch(`${patient.server.address}/metrics`)).text();
  const controller = new AbortController();
  const document = '{ source: "A", headline: "B", text: "C is said to be so." }';
  const left = ask(`mutation { ingest(input: { documents: [${document}] }) { accepted } }`, controller.signal);
  await untilWaiting(1);
  controller.abort();
  await expect(left).rejects.toMatchObject({ name: 'AbortError' });
  while (!/type="mutation".*CLIENT_GONE|CLIENT_GONE.*type="mutation"/.test(await counted())) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  // What was begun is not undone, so it still takes the only place.
  expect(await untilWaiting(1)).toBe(1);
  expect(await codeOf('{ __typename }')).toBe('TOO_MANY_OPERATIONS');
  await holder.query('ROLLBACK');
  while ((await codeOf('{ __typename }')) !== null) await new Promise((resolve) => setTimeout(resolve, 10));
});
