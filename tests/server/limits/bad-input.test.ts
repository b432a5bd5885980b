import { randomUUID } from 'node:crypto';
import { encodeId } from '../../../resolvers/relay/global-id';
import { startService, type Service } from '../support';
import { wayNames, ways } from './ways';

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');
const asked = (query: string, variables?: object) => JSON.stringify({ query, variables });

const nested = (open: string, inside: string, close: string, depth: number) =>
  open.repeat(depth) + inside + close.repeat(depth);

/** Code, or over WebSocket the close code where the protocol has no other way to say it. */
const bad: readonly [what: string, body: () => string | Buffer, code: string, status: number, socketCode?: string][] = [
  ['1,000 aliases', () => asked(`{ ${times(1_000, (at) => `a${at}: __typename`)} }`), 'OPERATION_TOO_COMPLEX', 400],
  ['1,000 fields of one name', () => asked(`{ ${times(1_000, () => '__typename')} }`), 'OPERATION_TOO_COMPLEX', 400],
  [
    'fields of one name with long arguments',
    () => asked(`{ ${times(200, () => `claims(filter: { nameContains: "${'x'.repeat(200)}" }) { totalCount }`)} }`),
    'OPERATION_TOO_COMPLEX',
    400,
  ],
  [
    'depth 50',
    () => asked(`{ claims { nodes { ${nested('event { claims { nodes { ', 'id', ' } } }', 17)} } } }`),
    'OPERATION_TOO_COMPLEX',
    400,
  ],
  [
    'deep introspection',
    () => asked(`{ __schema { types { fields { type { ${nested('ofType { ', 'name', ' }', 20)} } } } } }`),
    'OPERATION_TOO_COMPLEX',
    400,
  ],
  [
    '200 directives',
    () => asked(`{ __typename ${times(200, () => '@include(if: true)')} }`),
    'OPERATION_TOO_COMPLEX',
    400,
  ],
  [
    'circular fragments',
    () => asked('{ claims { nodes { ...A } } } fragment A on Claim { ...B } fragment B on Claim { ...A }'),
    'GRAPHQL_VALIDATION_FAILED',
    400,
  ],
  [
    'fragments that double at each step',
    () =>
      asked(
        `{ ...F0 } ${times(40, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`)} fragment F40 on Query { claims { nodes { id } } }`,
      ),
    'ANSWER_TOO_LARGE',
    400,
  ],
  [
    '300 fragments',
    () =>
      asked(`{ ${times(300, (at) => `...F${at}`)} } ${times(300, (at) => `fragment F${at} on Query { __typename }`)}`),
    'OPERATION_TOO_COMPLEX',
    400,
  ],
  ['6,000 tokens', () => asked(`{ ${times(6_000, () => 'id')} }`), 'OPERATION_TOO_COMPLEX', 400],
  [
    'lists 5,000 deep in a document',
    () => asked(`{ claims(filter: ${'['.repeat(5_000)}) { totalCount } }`),
    'OPERATION_TOO_COMPLEX',
    400,
  ],
  [
    'objects 1,600 deep in a document',
    () => asked(`{ claims(filter: ${nested('{a: ', '1', '}', 1_600)}) { totalCount } }`),
    'OPERATION_TOO_COMPLEX',
    400,
  ],
  ['100,001 characters', () => asked(`{ __typename } # ${'x'.repeat(99_984)}`), 'OPERATION_TOO_COMPLEX', 400],
  ['a document of 1 MB', () => asked(`{ ${'event '.repeat(166_000)} }`), 'OPERATION_TOO_COMPLEX', 400],
  [
    'deep lists in variables',
    () =>
      `{"query":"query ($a: [String!]) { __typename }","variables":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
    'JSON_TOO_COMPLEX',
    400,
    '4400',
  ],
  [
    'a million empty lists in variables',
    () => `{"query":"{ __typename }","variables":{"a":[${'[],'.repeat(1_000_000)}[]]}}`,
    'JSON_TOO_COMPLEX',
    400,
    '4400',
  ],
  ['10 MB', () => asked(`{ __typename } # ${'x'.repeat(10 * 1024 * 1024)}`), 'REQUEST_TOO_LARGE', 413, '1009'],
  [
    'invalid UTF-8',
    () => Buffer.from('{"query":"{ __typename } # caf\u00e9"}', 'latin1'),
    'ENCODING_INVALID',
    400,
    '1007',
  ],
  [
    'three pages of 100, one in the other',
    () =>
      asked(
        `{ claims(first: 100) { nodes { event { claims(first: 100) { nodes { event { claims(first: 100) { nodes { id } } } } } } } } }`,
      ),
    'ANSWER_TOO_LARGE',
    400,
  ],
  [
    'introspection twenty times over',
    () =>
      asked(
        `{ ${times(20, (at) => `a${at}: __schema { types { fields { args { type { ofType { ofType { name kind } } } } type { ofType { ofType { name kind } } } } } }`)} }`,
      ),
    'ANSWER_TOO_LARGE',
    400,
  ],
  [
    '10,000 ids',
    () =>
      asked('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: Array.from({ length: 10_000 }, () => encodeId('Claim', randomUUID())),
      }),
    'BAD_USER_INPUT',
    400,
  ],
  [
    'an unknown operation',
    () => JSON.stringify({ query: 'query A { __typename }', operationName: 'B' }),
    'OPERATION_RESOLUTION_FAILURE',
    400,
  ],
  [
    'a forged cursor',
    () => asked('{ claims(after: "bm90aGluZw") { totalCount nodes { id } } }'),
    'BAD_USER_INPUT',
    200,
  ],
  [
    'an id of another type',
    () => asked('query ($id: ID!) { claim(id: $id) { id } }', { id: encodeId('Source', randomUUID()) }),
    'BAD_USER_INPUT',
    200,
  ],
  ['a negative page', () => asked('{ claims(first: -1) { nodes { id } } }'), 'BAD_USER_INPUT', 200],
  ['a huge page', () => asked('{ claims(first: 2147483647) { nodes { id } } }'), 'BAD_USER_INPUT', 200],
  ['a number that is no Int', () => asked('{ claims(first: 99999999999) { nodes { id } } }'), 'BAD_USER_INPUT', 400],
  ['100 unknown fields', () => asked(`{ ${times(100, (at) => `x${at}`)} }`), 'GRAPHQL_VALIDATION_FAILED', 400],
];

describe('bad input', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService('embedded');
  });
  afterAll(() => service.close());

  describe.each(wayNames)('over %s', (name) => {
    test.each(bad)('%s is answered as it should', async (_, body, code, status, socketCode = code) => {
      const found = await ways[name](service, body());
      if (name === 'webSocket') expect(found.codes[0]).toBe(socketCode);
      else expect(new Set(found.codes)).toEqual(new Set([code]));
      if (found.status !== null) expect(found.status).toBe(status);
      expect(service.logged).toEqual([]);
      // Whoever comes next is served.
      expect((await service.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
    });

    test('of many errors ten are told', async () => {
      expect((await ways[name](service, asked(`{ ${times(100, (at) => `x${at}`)} }`))).codes).toHaveLength(11);
    });
  });

  test.each(['/graphql', '/graphql/stream'])('%s refuses what says it is no JSON', async (path) => {
    const headers = { 'content-type': 'text/plain', accept: path === '/graphql' ? '*/*' : 'text/event-stream' };
    const response = await fetch(service.server.address + path, {
      method: 'POST',
      headers,
      body: asked('{ __typename }'),
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('"errors"');
  });

  test('a list of operations is refused as event stream too', async () => {
    const found = await ways.sse(service, JSON.stringify([{ query: '{ __typename }' }]));
    expect(found).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'] });
  });

  test('a message larger than a greeting ends a WebSocket that has not shown who it is', async () => {
    const socket = new (await import('ws')).WebSocket(
      service.server.address.replace('http', 'ws') + '/graphql',
      'graphql-transport-ws',
    );
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: { filler: 'x'.repeat(20_000) } })),
    );
    expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(1009);
  });
});
