import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { encodeId } from '../../../resolvers/relay/global-id';
import { openStore } from '../../../src/store/store';
import { encodeLogCursor } from '../../../src/stream/index';
import { createPostgresDatabase } from '../../support/databases';
import { openEvents } from '../event-source';
import { gauges, untilGauge } from '../gauges';
import { socketAddress, startService, type Service } from '../support';

const query = `subscription ($after: String, $filter: ClaimChangeFilter) { claimChanges(after: $after, filter: $filter) {
  cursor changes { claimId claim { text } } } }`;
const payloadBytes = 2_000_000;
/** Together 30 MB, which is more than the buffers of a connection hold. */
const changes = 1_500;
/** What a payload may add to the megabyte beyond which a client is not read from. */
const mostUnread = 1024 * 1024 + payloadBytes * 1.1;

interface Payload {
  readonly cursor: string;
  readonly changes: readonly { readonly claimId: string }[];
}

const changesIn = (message: unknown) => (message as { data: { claimChanges: Payload } }).data.claimChanges;

describe('a client that reads nothing of what it is sent', () => {
  let database: Awaited<ReturnType<typeof createPostgresDatabase>>;
  /** Gives up whoever reads nothing for a moment. */
  let service: Service;
  /** Waits longer than any test, so that a busy machine takes nobody for asleep. */
  let patient: Service;
  let source: string;
  const wanted: string[] = [];
  beforeAll(async () => {
    database = await createPostgresDatabase();
    const start = async (changed: Parameters<typeof startService>[1]) =>
      startService(await openStore({ databaseUrl: database.url, dataFolder: '' }), changed);
    // Long enough that a busy machine looks at the gauges meanwhile.
    service = await start({ readingTimeoutMillis: 2_000 });
    patient = await start({});
    const about = await service.make.article(await service.make.source());
    source = encodeId('Source', about.sourceId);
    // A hundred of them, as many as a payload holds, have 2 MB.
    const claims = [];
    for (let number = 0; number < 100; number += 1) {
      claims.push(await service.make.claim(about, { text: 'x'.repeat(payloadBytes / 100) }));
    }
    for (let number = 0; number < changes / claims.length; number += 1) await service.make.change(claims);
    while (wanted.length < changes) wanted.push(...claims.map(({ id }) => encodeId('Claim', id)));
  });
  afterAll(async () => {
    await service.close();
    await patient.close();
    await database.remove();
  });
  const payload = (after: string) => ({ query, variables: { after, filter: { sources: [source] } } });
  const open = (transport: string) => `parallax_subscriptions_open{transport="${transport}"}`;
  /** The most that was held for clients while a subscription was open. */
  const mostHeld = async (transport: string) => {
    let most = 0;
    for (;;) {
      const all = await gauges(service);
      most = Math.max(most, all.get(`parallax_unread_bytes{transport="${transport}"}`) ?? 0);
      if (all.get(open(transport)) === 0) return most;
      await sleep(20);
    }
  };
  const start = encodeLogCursor('0');
  // Left open by a check that fails, a connection would be told of in place of the check.
  const opened: WebSocket[] = [];
  afterEach(() => opened.splice(0).forEach((socket) => socket.terminate()));

  test('over a WebSocket is closed with a code, and goes on from its last cursor without missing a change', async () => {
    const seen: string[] = [];
    let cursor = start;
    const connect = async ({ server }: Service) => {
      const socket = new WebSocket(socketAddress(server), 'graphql-transport-ws');
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'connection_init' }));
      await once(socket, 'message');
      socket.on('message', (data) => {
        const message = JSON.parse(String(data)) as { type: string; payload: unknown };
        if (message.type !== 'next') return;
        const { changes: found, cursor: end } = changesIn(message.payload);
        seen.push(...found.map(({ claimId }) => claimId));
        cursor = end;
      });
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: payload(cursor) }));
      return socket;
    };
    const sleeping = await connect(service);
    opened.push(sleeping);
    await once(sleeping, 'message');
    sleeping.pause();
    const held = await mostHeld('websocket');
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(mostUnread);
    const closed = once(sleeping, 'close');
    sleeping.resume();
    const [code, reason] = (await closed) as [number, Buffer];
    expect([code, String(reason)]).toEqual([1013, expect.stringMatching(/^READER_TOO_SLOW: .*last cursor/)]);
    expect(seen.length).toBeLessThan(changes);
    const reading = await connect(patient);
    while (seen.length < changes) await once(reading, 'message');
    reading.terminate();
    expect(seen).toEqual(wanted);
  });

  test('over SSE is cut off, and goes on from its last cursor without missing a change', async () => {
    const seen: string[] = [];
    let cursor = start;
    const read = async (events: Awaited<ReturnType<typeof openEvents>>) => {
      const event = await events.next();
      if (event === null) throw new Error('The stream ended.');
      const { changes: found, cursor: end } = changesIn(event.data);
      seen.push(...found.map(({ claimId }) => claimId));
      cursor = end;
    };
    const sleeping = await openEvents(service, payload(cursor));
    await read(sleeping);
    const held = await mostHeld('sse');
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(mostUnread);
    const readRest = async () => {
      while (seen.length < changes) await read(sleeping);
    };
    await expect(readRest()).rejects.toMatchObject({ code: 'ECONNRESET' });
    const reading = await openEvents(patient, payload(cursor));
    while (seen.length < changes) await read(reading);
    reading.abort();
    expect(seen).toEqual(wanted);
  });

  test('over a WebSocket is not read from either, however much it asks for', async () => {
    const socket = new WebSocket(socketAddress(service.server), 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await once(socket, 'message');
    socket.pause();
    // A hundred times a megabyte, which is sent back.
    const ping = JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(1_000_000) } });
    for (let count = 0; count < 100; count += 1) socket.send(ping);
    const unread = 'parallax_unread_bytes{transport="websocket"}';
    // Until it no longer grows.
    let held = await untilGauge(service, unread, (bytes) => bytes > 0);
    for (let before = 0; before < held;) {
      await sleep(200);
      before = held;
      held = (await gauges(service)).get(unread) ?? 0;
    }
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(3_000_000);
    expect(socket.bufferedAmount).toBeGreaterThan(50_000_000);
    socket.terminate();
    await untilGauge(service, 'parallax_websocket_connections', (count) => count === 0);
  });

  test('of an answer over HTTP is cut off', async () => {
    const text = `{ claims(first: 100) { nodes { ${'abcdefghij'
      .split('')
      .map((name) => `${name}: text`)
      .join(' ')} } } }`;
    const answered = 'parallax_http_responses_total{method="POST",status="200"}';
    const before = (await gauges(service)).get(answered) ?? 0;
    const sent = request(`${service.server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      agent: false,
    });
    sent.on('error', () => undefined);
    sent.end(JSON.stringify({ query: text }));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    // Its answer is over, without having been read.
    await untilGauge(service, answered, (count) => count > before);
    response.resume();
    await expect(once(response, 'end')).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});
