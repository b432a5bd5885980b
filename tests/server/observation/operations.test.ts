import { pino } from 'pino';
import { databaseKinds } from '../../support/databases';
import { startService, type Service } from '../support';

const key = 'a key for these tests';

type Line = Record<string, unknown> & { msg: string };

describe.each(databaseKinds)('what is told of operations on the %s database', (kind) => {
  let service: Service;
  const lines: Line[] = [];
  const authorization = `Bearer ${key}`;
  beforeAll(async () => {
    const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line) as Line) });
    service = await startService(kind, { key }, [key], logger as never);
    await service.make.source({ name: 'Orrel Sun' });
  });
  beforeEach(() => lines.splice(0));
  afterAll(() => service.close());
  const ask = (query: string, variables?: object, headers: Record<string, string> = {}) =>
    service.ask(query, variables, { authorization, ...headers });
  const scrape = async (headers: Record<string, string> = { authorization }) => {
    const response = await fetch(`${service.server.address}/metrics`, { headers });
    return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
  };
  const metric = async (name: string) => samples((await scrape()).text).get(name);
  const told = (msg: string) => lines.filter((line) => line.msg === msg);

  test('a line an operation, with all but what is nobody’s business', async () => {
    const secret = 'nobody may read this';
    const query = 'query Find($text: String!) { search(text: $text) { nodes { __typename } } sources { totalCount } }';
    const headers = { 'x-request-id': 'from-a-proxy-1' };
    const answer = await ask(query, { text: secret }, headers);
    expect(answer.errors).toBeUndefined();
    expect(told('operation')).toEqual([
      expect.objectContaining({
        requestId: answer.headers.get('x-request-id'),
        clientRequestId: 'from-a-proxy-1',
        callerId: expect.any(String),
        transport: 'http',
        operationType: 'query',
        operationName: 'Find',
        documentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        isPersisted: false,
        milliseconds: expect.any(Number),
      }),
    ]);
    expect(told('operation')[0]?.statements).toBeGreaterThanOrEqual(2);
    await ask('{ event(id: "forged") { title } }', {}, { 'x-request-id': 'not one\twe take' });
    expect(told('operation')[1]).toMatchObject({ operationName: null, codes: ['BAD_USER_INPUT'] });
    expect(told('operation')[1]).not.toHaveProperty('clientRequestId');
    await ask('{ nonsense');
    await service.ask('{ sources { totalCount } }', {}, { authorization: 'Bearer wrong' });
    const all = JSON.stringify(lines);
    for (const word of [secret, key, 'wrong', 'totalCount']) expect(all).not.toContain(word);
  });

  test('a subscription tells of its beginning and its end', async () => {
    const client = service.client({ authorization });
    const iterator = client.iterate({ query: 'subscription Follow { claimChanges { cursor } }' });
    await iterator.next();
    expect(await metric('parallax_subscriptions_open{transport="websocket"}')).toBe(1);
    expect(await metric('parallax_websocket_connections')).toBe(1);
    await iterator.return?.();
    await until(() => told('subscription ended').length > 0);
    expect(told('subscription started')).toHaveLength(1);
    expect(told('subscription ended')).toEqual([
      expect.objectContaining({ operationName: 'Follow', transport: 'websocket', payloads: 1 }),
    ]);
    expect(told('operation')).toEqual([]);
    expect(await metric('parallax_subscriptions_open{transport="websocket"}')).toBe(0);
    expect(await metric('parallax_subscription_payloads_total{transport="websocket"}')).toBe(1);
  });

  test('metrics are shown to whoever may read, in the format of Prometheus', async () => {
    await ask('query Counted { sources { totalCount } }');
    await ask('query Refused { event(id: "forged") { title } }');
    expect((await scrape({})).status).toBe(401);
    const { status, text, type } = await scrape();
    expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    const found = samples(text);
    const labels = 'transport="http",type="query",name="Counted"';
    expect(found.get(`parallax_operations_total{${labels},code="OK"}`)).toBe(1);
    expect(found.get(`parallax_operation_duration_seconds_count{${labels}}`)).toBe(1);
    const refused = 'transport="http",type="query",name="other",code="BAD_USER_INPUT"';
    expect(found.get(`parallax_operations_total{${refused}}`)).toBe(1);
    expect(found.get('parallax_http_responses_total{method="POST",status="200"}')).toBeGreaterThan(0);
    expect(found.get('parallax_database_connections_awaited{pool="writing"}')).toBe(0);
    expect(found.get('parallax_analysis_queue_versions{state="pending"}')).toBe(0);
    expect(found.get('parallax_claim_log_lag_changes')).toBe(0);
    expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(1e7);
    // Every metric has its help, its type and, where it counts, the ending that says so; all of ours are documented.
    const types = new Map([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, kind]) => [name, kind]));
    for (const [name, kind] of types) {
      expect(text).toContain(`# HELP ${name} `);
      if (name?.startsWith('parallax_') && kind === 'counter') expect(name).toMatch(/_total$/);
    }
  });

  test('names that anybody can make up are counted together after the first hundred', async () => {
    for (let number = 0; number < 130; number += 1) await ask(`query Made_up_${number} { __typename }`);
    const names = new Set(
      [...(await scrape()).text.matchAll(/parallax_operations_total\{.*?name="(\w+)"/g)].map(([, name]) => name),
    );
    expect(names.has('other')).toBe(true);
    expect(names.size).toBeLessThanOrEqual(103);
  });
});

/** The samples of an exposition, by their names with labels. @throws when a line is none */
function samples(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('# ')) continue;
    const match = /^([a-zA-Z_:][\w:]*(?:\{(?:[a-zA-Z_]\w*="(?:[^"\\]|\\.)*",?)+\})?) (-?[\d.e+-]+|[+-]Inf|nan)$/i.exec(
      line,
    );
    if (!match) throw new Error(`No sample: ${line}`);
    found.set(match[1] as string, Number(match[2]));
  }
  return found;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}
