import { getEventListeners, once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { neverEnded } from '../../../src/server/access/caller';
import { openEvents } from '../event-source';
import { gauges, untilGauge } from '../gauges';
import { socketAddress, startService, type Service } from '../support';

const subscription = { query: 'subscription ($after: String) { claimChanges(after: $after) { cursor } }' };
const most = 300;

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: readonly { readonly extensions: { readonly code: string } }[];
}

/** A client by hand, which keeps no rule that it is not told to keep. */
class Connection {
  readonly #got: Message[] = [];
  #wake = () => {};

  constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      this.#got.push(JSON.parse(String(data)) as Message);
      this.#wake();
    });
    socket.on('error', () => undefined);
  }

  static async open({ server }: Service): Promise<Connection> {
    const connection = new Connection(new WebSocket(socketAddress(server), 'graphql-transport-ws'));
    await once(connection.socket, 'open');
    connection.send({ type: 'connection_init' });
    await connection.find((message) => message.type === 'connection_ack');
    return connection;
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  subscribe(id: number, payload: object = subscription): void {
    this.send({ type: 'subscribe', id: String(id), payload });
  }

  async find(isMeant: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.#got.find(isMeant);
      if (found) return found;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  async subscribed(count: number): Promise<void> {
    for (let id = 0; id < count; id += 1) this.subscribe(id);
    for (let id = 0; id < count; id += 1) {
      await this.find((message) => message.type === 'next' && message.id === String(id));
    }
  }
}

describe('after subscriptions that were dropped in every way', () => {
  let service: Service;
  let timersBefore: number;
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  beforeAll(async () => {
    service = await startService('postgres', { subscriptionsPerCaller: most, connectionsPerAddress: 200 });
    // Connections to the database that idle have a timer each: have all of them open.
    await Promise.all(Array.from({ length: 50 }, () => service.ask('{ sources { totalCount } }')));
    await gauges(service);
    timersBefore = timers();
  });
  afterAll(() => service.close());
  const held = async () => {
    const all = await gauges(service);
    return {
      open:
        (all.get('parallax_subscriptions_open{transport="websocket"}') ?? 0) +
        (all.get('parallax_subscriptions_open{transport="sse"}') ?? 0),
      subscriptions: all.get('parallax_places_taken{of="subscriptions"}'),
      operations: all.get('parallax_places_taken{of="operations"}'),
      connections: all.get('parallax_places_taken{of="connections"}'),
      sockets: all.get('parallax_websocket_connections'),
      followers: all.get('parallax_claim_log_followers'),
      listeners: service.store.claimLog.listenerCount('appended'),
      deadlines: getEventListeners(neverEnded, 'abort').length,
    };
  };
  const nothing = { open: 0, subscriptions: 0, operations: 0, connections: 0, sockets: 0, followers: 0, listeners: 0 };

  /** Sends bytes as the beginning of a connection and leaves at once, with a reset or as one that has said all. */
  async function leaveAmid(bytes: string, how: 'resetAndDestroy' | 'destroy'): Promise<void> {
    const socket = connect(Number(new URL(service.server.address).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    await new Promise((resolve) => socket.write(bytes, resolve));
    socket[how]();
    await once(socket, 'close');
  }
  const upgrade = `GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n`;
  const asked = JSON.stringify(subscription);
  const stream = `POST /graphql/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: ${asked.length}\r\n\r\n`;

  test('no place, no follower, no listener and no timer is left', async () => {
    expect(await held()).toEqual({ ...nothing, deadlines: 0 });
    // As many as the caller may have, over both transports; more are refused over both.
    const sockets = await Promise.all(Array.from({ length: 10 }, () => Connection.open(service)));
    await Promise.all(sockets.map((socket) => socket.subscribed(20)));
    const streams = await Promise.all(Array.from({ length: 100 }, () => openEvents(service, subscription)));
    for (const opened of streams) expect((await opened.next())?.event).toBe('next');
    expect(await held()).toEqual({
      open: most,
      subscriptions: most,
      operations: 0,
      connections: 110,
      sockets: 10,
      followers: most,
      listeners: most,
      deadlines: expect.any(Number) as number,
    });
    const errors = [{ extensions: { code: 'TOO_MANY_OPERATIONS' } }];
    sockets[0]?.subscribe(100);
    expect(await sockets[0]?.find(({ type }) => type === 'next' || type === 'error')).toBeDefined();
    const refused = await sockets[0]?.find((message) => message.id === '100');
    expect(refused?.payload).toMatchObject(refused?.type === 'error' ? errors : { errors });
    const tooMany = await openEvents(service, subscription);
    expect(await tooMany.next()).toMatchObject({ event: 'next', data: { errors } });
    tooMany.abort();

    // They leave: by `complete`, with a good-bye, without one; a stream's request is aborted, its reader cancelled.
    const left = sockets.map(async (connection, index) => {
      const { socket } = connection;
      if (index % 3 === 0) for (let id = 0; id < 20; id += 1) connection.send({ type: 'complete', id: String(id) });
      if (index % 3 === 2) socket.terminate();
      else socket.close();
      await once(socket, 'close');
    });
    streams.forEach((opened, index) => (index % 2 ? opened.abort() : opened.response.destroy()));
    await Promise.all(left);

    // And those who never had one: gone amid the handshake, amid the request, before the answer; refused as they subscribe.
    for (const how of ['resetAndDestroy', 'destroy'] as const) {
      for (const bytes of [upgrade, `${upgrade}\r\n`, stream, stream + asked.slice(5), stream + asked]) {
        await Promise.all(Array.from({ length: 5 }, () => leaveAmid(bytes, how)));
      }
    }
    for (let count = 0; count < 12; count += 1) {
      const connection = await Connection.open(service);
      for (let id = 0; id < 5; id += 1) connection.subscribe(id);
      if (count % 2) for (let id = 0; id < 5; id += 1) connection.send({ type: 'complete', id: String(id) });
      connection.subscribe(5, { query: '{ sources { totalCount } }' });
      await new Promise((resolve) => setTimeout(resolve, count));
      if (count % 4 < 2) connection.socket.terminate();
      else connection.socket.close();
    }
    const wrong = { ...subscription, variables: { after: 'no cursor' } };
    const last = await Connection.open(service);
    last.subscribe(1, wrong);
    expect(await last.find(({ id }) => id === '1')).toBeDefined();
    last.socket.terminate();
    const opened = await openEvents(service, wrong);
    expect(await opened.next()).toMatchObject({ data: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] } });
    opened.abort();

    await untilGauge(service, 'parallax_websocket_connections', (count) => count === 0);
    await untilGauge(service, 'parallax_places_taken{of="connections"}', (count) => count === 0);
    await untilGauge(service, 'parallax_places_taken{of="subscriptions"}', (count) => count === 0);
    await untilGauge(service, 'parallax_places_taken{of="operations"}', (count) => count === 0);
    while (timers() > timersBefore) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await held()).toEqual({ ...nothing, deadlines: 0 });
    expect(service.logged).toEqual([]);
  });
});
