import { serverAudits, type AuditResult } from 'graphql-http';
import { startService, type Service } from '../server/support';

/** How many audits the suite of the installed graphql-http has: fewer would mean that something went unasked. */
const auditCount = 61;

/**
 * Warnings that are wanted. Apollo Server answers 400 to an operation that it will not execute, also where the answer is
 * `application/json`, for which the draft would rather have 200; with `application/graphql-response+json` both say 400.
 * Apollo Server gives these three as its own exceptions where it runs this suite (apollographql/apollo-server#7171).
 */
const wantedWarnings = {
  '572B': 'SHOULD use 200 status code on document parsing failure when accepting application/json',
  FDE2: 'SHOULD use 200 status code on document validation failure when accepting application/json',
  '7B9B': 'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
};

describe('the audits of GraphQL over HTTP', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService('embedded');
  });
  afterAll(() => service.close());

  const audit = async (headers: Record<string, string>): Promise<AuditResult[]> => {
    const url = `${service.server.address}/graphql`;
    const fetchFn: typeof fetch = (input, init) =>
      fetch(input, { ...init, headers: { ...headers, ...(init?.headers as Record<string, string>) } });
    const results: AuditResult[] = [];
    for (const { fn } of serverAudits({ url, fetchFn })) {
      const result = await fn();
      if (result.status !== 'ok' && !result.response.bodyUsed) await result.response.body?.cancel();
      results.push(result);
    }
    return results;
  };
  const named = (results: readonly AuditResult[], status: AuditResult['status']) =>
    Object.fromEntries(results.filter((result) => result.status === status).map(({ id, name }) => [id, name]));

  test(`all ${auditCount} pass, but for the warnings that Apollo Server documents`, async () => {
    const results = await audit({});
    expect(results).toHaveLength(auditCount);
    expect(named(results, 'error')).toEqual({});
    expect(named(results, 'warn')).toEqual(wantedWarnings);
  });

  test('what only may be done is done too, for clients that show that they are no form of a web page', async () => {
    const results = await audit({ 'apollo-require-preflight': 'true' });
    expect(named(results, 'notice')).toEqual({});
    expect(named(results, 'warn')).toEqual(wantedWarnings);
  });

  test.each(['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'text/plain'])(
    'what a form of a page can send is not read: %s',
    async (type) => {
      const body = JSON.stringify({ query: '{ __typename }' });
      const headers = { 'content-type': type, 'apollo-require-preflight': 'true' };
      const response = await fetch(`${service.server.address}/graphql`, { method: 'POST', headers, body });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await response.json()).toEqual({ errors: [expect.anything()] });
    },
  );

  test('answers may be neither framed, nor taken for another type, nor run anything', async () => {
    const stream = { method: 'POST', headers: { accept: 'text/event-stream', 'content-type': 'application/json' } };
    const get = (path: string, init = {}) => fetch(`${service.server.address}${path}`, init);
    const answers = [
      await get('/health'),
      await get('/metrics'),
      await get('/nothing'),
      await get('/graphql/stream', { ...stream, body: '{"query":"{ __typename }"}' }),
      await get('/graphql/stream', { ...stream, body: '{"query":"{"}' }),
      await service.ask('{ __typename }'),
    ];
    for (const { headers } of answers) {
      expect(Object.fromEntries(headers as Headers)).toMatchObject({
        'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
    for (const answer of answers.slice(0, 5)) await (answer as Response).text();
  });
});
