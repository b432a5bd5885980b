import { startService, type Service } from '../support';
import { wayNames, ways } from './ways';

const points = 100;
const asked = JSON.stringify({ query: '{ __typename }' });
const keys = Array.from({ length: 20 }, (_, at) => `key ${at} of these tests`);
let used = 0;
/** A caller that has asked nothing yet. */
const newCaller = () => ({ authorization: `Bearer ${keys[used++]}` });

const post = (service: Service, path: string, headers: Record<string, string>) =>
  fetch(service.server.address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: asked,
  });

describe('points a minute', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService('embedded', { pointsPerMinute: points, trustedProxies: ['127.0.0.1'] }, keys);
  });
  afterAll(() => service.close());

  describe.each(wayNames)('over %s', (name) => {
    test('an answer tells what is left', async () => {
      const caller = newCaller();
      for (const remaining of [points - 1, points - 2]) {
        const { extensions } = await ways[name](service, asked, caller);
        expect(extensions?.rateLimit).toEqual({ cost: 1, limit: points, remaining, resetAt: expect.any(String) });
        const left = Date.parse(String(extensions?.rateLimit?.resetAt)) - Date.now();
        expect(left).toBeGreaterThan(0);
        expect(left).toBeLessThanOrEqual(60_000);
      }
    });

    test.each([
      ['that do not parse', '{"query":"{"}', 'GRAPHQL_PARSE_FAILED'],
      ['that are not valid', '{"query":"{ nothing }"}', 'GRAPHQL_VALIDATION_FAILED'],
      ['that are not UTF-8', Buffer.from('{"query":"{ __typename } # é"}', 'latin1'), 'ENCODING_INVALID', '1007'],
      ['that nest too deep', `{"variables":${'['.repeat(100)}`, 'JSON_TOO_COMPLEX', '4400'],
    ])('ten requests %s use up a hundred points', async (_, body, code, socketCode = code) => {
      const caller = newCaller();
      for (let time = 0; time < 10; time += 1) {
        expect((await ways[name](service, body, caller)).codes[0]).toBe(name === 'webSocket' ? socketCode : code);
      }
      const refused = await ways[name](service, asked, caller).catch((error: Error) => ({
        codes: [error.message.includes('429') ? 'RATE_LIMITED' : error.message],
        status: 429,
      }));
      expect(refused.codes).toEqual(['RATE_LIMITED']);
      if (name !== 'webSocket') expect(refused.status).toBe(429);
      // Nobody else is.
      expect((await ways[name](service, asked, { 'x-forwarded-for': '203.0.113.200' })).data).toBeDefined();
    });
  });

  test('an open WebSocket is told too', async () => {
    const caller = newCaller();
    const client = service.client({ Authorization: caller.authorization });
    const ask = () => client.iterate({ query: '{ __typename }' }).next();
    for (let time = 0; time < points; time += 1) await ask();
    await expect(ask()).rejects.toEqual([
      { message: expect.stringContaining('points a minute are used up'), extensions: { code: 'RATE_LIMITED' } },
    ]);
  });
});

describe('the headers of rates', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService('embedded', { pointsPerMinute: 20, trustedProxies: ['127.0.0.1'] }, ['the key']);
  });
  afterAll(() => service.close());

  test.each(['/graphql', '/graphql/stream'])('tell what is left, and when to come again, at %s', async (path) => {
    const address = { 'x-forwarded-for': `203.0.113.${path.length}` };
    const accept = path === '/graphql' ? 'application/json' : 'text/event-stream';
    const wrong = () => post(service, path, { ...address, accept, 'content-type': 'text/plain' });
    const first = await wrong();
    expect(first.status).toBe(400);
    expect(first.headers.get('ratelimit-limit')).toBe('20');
    expect(first.headers.get('ratelimit-remaining')).toBe('10');
    expect(first.headers.get('retry-after')).toBeNull();
    await wrong();
    const refused = await post(service, path, { ...address, accept });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('ratelimit-remaining')).toBe('0');
    for (const name of ['retry-after', 'ratelimit-reset']) {
      expect(Number(refused.headers.get(name))).toBeGreaterThan(0);
      expect(Number(refused.headers.get(name))).toBeLessThanOrEqual(60);
    }
    const { errors } = (await refused.json()) as { errors: unknown[] };
    expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'RATE_LIMITED' } })]);
  });

  test('metrics cost ten points', async () => {
    const status = async () =>
      (await fetch(`${service.server.address}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.99' } })).status;
    expect([await status(), await status(), await status()]).toEqual([200, 200, 429]);
  });

  test('an address is that which the trusted proxy saw, whatever stands before it', async () => {
    const remaining = async (forwarded: string) =>
      (await post(service, '/graphql', { 'x-forwarded-for': forwarded })).headers.get('ratelimit-remaining');
    expect(await remaining('198.51.100.1')).toBe('19');
    expect(await remaining('198.51.100.2')).toBe('19');
    expect(await remaining('192.0.2.77, 198.51.100.1')).toBe('18');
    expect(await remaining('192.0.2.78, 198.51.100.1')).toBe('17');
    expect(await remaining('2001:db8:1:2::1')).toBe('19');
    expect(await remaining('2001:db8:1:2:ffff::9')).toBe('18');
  });

  test('an address that shows one wrong key after the other waits, no other does, and right keys pass', async () => {
    const status = async (authorization: string, from: string) => {
      const response = await post(service, '/graphql', { authorization, 'x-forwarded-for': from });
      return [response.status, response.headers.get('retry-after') !== null];
    };
    for (let time = 0; time < 100; time += 1) {
      expect(await status(`Bearer wrong ${time}`, '198.51.100.9')).toEqual([401, false]);
    }
    expect(await status('Bearer wrong', '198.51.100.9')).toEqual([429, true]);
    expect(await status('Bearer the key', '198.51.100.9')).toEqual([200, false]);
    expect(await status('Bearer wrong again', '198.51.100.9')).toEqual([429, true]);
    expect(await status('Bearer the key', '198.51.100.10')).toEqual([200, false]);
  });
});

test('without a trusted proxy nobody is believed about its address', async () => {
  const service = await startService('embedded', { pointsPerMinute: 20 });
  try {
    const remaining = async (forwarded: string) =>
      (await post(service, '/graphql', { 'x-forwarded-for': forwarded })).headers.get('ratelimit-remaining');
    expect(await remaining('198.51.100.1')).toBe('19');
    expect(await remaining('198.51.100.2')).toBe('18');
  } finally {
    await service.close();
  }
});
