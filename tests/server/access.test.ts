import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { databaseKinds } from '../support/databases';
import { startService, upgradeStatus, type Service } from './support';

const key = 'a key for these tests';
const demo = 'mutation { removeDemo { articles } }';
const question = '{ sources { totalCount } }';
const subscription = { query: 'subscription { claimChanges { cursor } }' };

/** The status of a request whose Host header fetch would not send. */
function statusUnderHost(address: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${address}/health`, { headers: { host }, agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode as number));
    });
    sent.on('error', reject).end();
  });
}

describe('on loopback without a key', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService('embedded', { allowedOrigins: ['https://desk.example'] });
  });
  afterAll(() => service.close());
  const port = () => new URL(service.server.address).port;

  test('needs no key', async () => {
    expect(await service.ask(question)).toMatchObject({ status: 200, data: { sources: { totalCount: 0 } } });
  });

  test('names its methods and addresses to whoever misses them', async () => {
    for (const path of ['/graphql', '/graphql/stream']) {
      const response = await fetch(`${service.server.address}${path}`, { method: 'DELETE' });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
    }
    const elsewhere = await fetch(`${service.server.address}/graphql/streams`);
    expect([elsewhere.status, await elsewhere.text()]).toEqual([404, expect.stringContaining('/graphql/stream,')]);
    expect(await service.refusal(subscription.query)).toMatchObject({
      message: expect.stringContaining('/graphql/stream'),
    });
  });

  test('shows pages of allowed origins what they have left', async () => {
    const { headers } = await service.ask(question, {}, { origin: 'https://desk.example' });
    expect(headers.get('access-control-expose-headers')).toContain('ratelimit-remaining');
  });

  test('takes mutations from no page, from its own and from allowed ones', async () => {
    const origins = [undefined, `http://127.0.0.1:${port()}`, `http://localhost:${port()}`, `http://[::1]:${port()}`];
    for (const origin of [...origins, 'https://desk.example']) {
      const answer = await service.ask(demo, {}, origin ? { origin } : {});
      expect(answer).toMatchObject({ status: 200, data: { removeDemo: { articles: 0 } } });
    }
  });

  test.each([
    'https://elsewhere.example',
    'null',
    'http://127.0.0.1',
    'http://localhost:1',
    'http://127.0.0.1.elsewhere.example',
    'nonsense',
  ])('refuses the page %s', async (origin) => {
    const answer = await service.ask(demo, {}, { origin });
    expect(answer).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN_ORIGIN' } }] });
    expect(await upgradeStatus(service.server, { origin })).toBe(403);
  });

  test('refuses a page that has the Host header say what it likes', async () => {
    const own = `elsewhere.example:${port()}`;
    expect(await upgradeStatus(service.server, { origin: `http://${own}`, host: own })).toBe(403);
    expect(await statusUnderHost(service.server.address, own)).toBe(403);
    expect(await statusUnderHost(service.server.address, `localhost:${port()}`)).toBe(200);
  });

  test('opens no stream for what a page of another site embeds', async () => {
    const address = `${service.server.address}/graphql/stream?query=${encodeURIComponent(question)}`;
    // What fetch sends of these it chooses by itself.
    const statusFor = async (site: string) => {
      const embedded = { accept: 'text/event-stream', 'sec-fetch-mode': 'no-cors', 'sec-fetch-site': site };
      const [answer] = (await once(request(address, { headers: embedded, agent: false }).end(), 'response')) as [
        IncomingMessage,
      ];
      await once(answer.resume(), 'end');
      return answer.statusCode;
    };
    expect(await statusFor('cross-site')).toBe(403);
    expect(await statusFor('same-site')).toBe(403);
    expect(await statusFor('same-origin')).toBe(200);
  });

  test('upgrades at one address only', async () => {
    for (const path of ['/health', '/metrics', '/graphql/stream', '/nothing']) {
      expect([path, await upgradeStatus(service.server, {}, path)]).toEqual([path, 400]);
    }
  });

  test('takes a client that goes away while it sends for no error of its own', async () => {
    const arrived = service.arrived();
    const socket = connect(Number(port()), '127.0.0.1');
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{',
    );
    while (service.arrived() === arrived) await new Promise((resolve) => setTimeout(resolve, 10));
    socket.destroy();
    await once(socket, 'close');
    // What went wrong with it is told before the next is answered.
    const { status } = await service.ask(question);
    expect([status, service.logged]).toEqual([200, []]);
  });

  test('upgrades for its own page, for allowed ones and for programs', async () => {
    expect(await upgradeStatus(service.server, {})).toBe(101);
    expect(await upgradeStatus(service.server, { origin: service.server.address })).toBe(101);
    expect(await upgradeStatus(service.server, { origin: 'https://desk.example' })).toBe(101);
  });

  test('lets an allowed page read, after its preflight', async () => {
    const origin = 'https://desk.example';
    const preflight = await fetch(`${service.server.address}/graphql`, { method: 'OPTIONS', headers: { origin } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    const answer = await service.ask(question, {}, { origin });
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
  });

  test('never runs a mutation that comes by GET', async () => {
    const url = `${service.server.address}/graphql?query=${encodeURIComponent(demo)}`;
    const plain = await fetch(url);
    expect(plain.status).toBe(400);
    expect(await plain.text()).toContain('CSRF');
    const insisting = await fetch(url, { headers: { 'apollo-require-preflight': '1' } });
    expect(insisting.status).toBe(405);
    const unnamed = await fetch(`${url}&operationName=`, { headers: { 'apollo-require-preflight': '1' } });
    expect(unnamed.status).toBe(405);
    const foreign = await fetch(url, {
      headers: { 'apollo-require-preflight': '1', origin: 'https://elsewhere.example' },
    });
    expect(foreign.status).toBe(403);
  });

  test.each(['', '&operationName='])('answers a query that comes by GET%s', async (more) => {
    const response = await fetch(`${service.server.address}/graphql?query=${encodeURIComponent(question)}${more}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(await response.json()).toEqual({ data: { sources: { totalCount: 0 } } });
  });

  test('runs no list of operations', async () => {
    const response = await fetch(`${service.server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: question }]),
    });
    expect(response.status).toBe(400);
  });
});

describe.each(databaseKinds)('with a key, on the %s database', (kind) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(kind, { key }, [key, 'the token of the lock']);
  });
  afterAll(() => service.close());

  test.each([
    [undefined, 401],
    ['Bearer another key for these tests', 401],
    [`Bearer ${key} `.repeat(2), 401],
    ['Bearer ', 401],
    [key, 401],
    [`Basic ${key}`, 401],
    [`Bearer ${key}`, 200],
    ['bearer the token of the lock', 200],
  ])('to the header %p answers %i', async (authorization, status) => {
    const answer = await service.ask(question, {}, authorization ? { authorization } : {});
    expect(answer.status).toBe(status);
    if (status === 401) expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    else expect(answer.data).toEqual({ sources: { totalCount: 0 } });
  });

  test('health needs none, and the page has nothing to hide', async () => {
    expect(await (await fetch(`${service.server.address}/health`)).json()).toEqual({ status: 'live' });
    expect(await (await fetch(`${service.server.address}/health/ready`)).json()).toEqual({ status: 'ready' });
  });

  test('a WebSocket is closed without one, and with a wrong one', async () => {
    await expect(service.client().iterate(subscription).next()).rejects.toMatchObject({ code: 4401 });
    const wrong = service.client({ authorization: 'Bearer another key' });
    await expect(wrong.iterate(subscription).next()).rejects.toMatchObject({ code: 4401 });
    expect(await upgradeStatus(service.server, { authorization: 'Bearer another key' })).toBe(401);
  });

  test('a WebSocket may show it at the upgrade or when it connects', async () => {
    expect(await upgradeStatus(service.server, { authorization: `Bearer ${key}` })).toBe(101);
    const { value } = await service
      .client({ Authorization: `Bearer ${key}` })
      .iterate(subscription)
      .next();
    expect(value).toEqual({ data: { claimChanges: { cursor: expect.any(String) } } });
  });
});

describe('beyond loopback', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService('embedded', { host: '0.0.0.0', key }, [key]);
  });
  afterAll(() => service.close());

  test('its own page may call it under the name it was reached by, and no other page', async () => {
    const authorization = `Bearer ${key}`;
    const reached = (host: string, origin: string, shown = authorization) =>
      upgradeStatus(service.server, { host, origin, authorization: shown });
    expect(await reached('desk.example:4000', 'http://desk.example:4000')).toBe(101);
    expect(await reached('desk.example', 'https://desk.example')).toBe(101);
    expect(await reached('desk.example:4000', 'http://elsewhere.example:4000')).toBe(403);
    expect(await reached('desk.example:4000', 'http://desk.example')).toBe(403);
    expect(await reached('desk.example:4000', 'null')).toBe(403);
    expect(await reached('desk.example:4000', 'http://desk.example:4000', 'Bearer another key')).toBe(401);
  });
});
