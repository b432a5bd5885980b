import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ApolloServer } from '@apollo/server';
import { startService, type Service } from './support';

const throughApollo = jest.spyOn(ApolloServer.prototype, 'executeHTTPGraphQLRequest');

let service: Service;

beforeAll(async () => {
  service = await startService('postgres', { pointsPerMinute: 1_000_000 });
  await service.make.claim(await service.make.article(await service.make.source()));
});

afterAll(async () => {
  await service.close();
  throughApollo.mockRestore();
});

const good = { query: '{ claims { nodes { id text speaker { name } } } }' };

interface Sent {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
  readonly isPlain: boolean;
}

async function post(body: unknown, headers: Record<string, string>): Promise<Sent> {
  throughApollo.mockClear();
  const response = await fetch(`${service.server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const own = new Set(['date', 'x-request-id', 'ratelimit-remaining', 'ratelimit-reset', 'content-length']);
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !own.has(name))),
    text: (await response.text())
      .replace(/"remaining":\d+/, '"remaining":0')
      .replace(/"resetAt":"[^"]*"/, '"resetAt":""'),
    isPlain: throughApollo.mock.calls.length === 0,
  };
}

let asked = 0;

/** What Apollo Server makes of a request, and what is made of it without: of a type that was never accepted before Apollo Server chooses. */
async function bothWays(body: unknown, accepted: string): Promise<[Sent, Sent]> {
  const accept = `${accepted}, x/${(asked += 1)};q=0.1`;
  const apollo = await post(body, { accept });
  await post(good, { accept });
  return [apollo, await post(body, { accept })];
}

const usual: Record<string, unknown> = {
  'a query': good,
  'one with all that may be left out': { ...good, operationName: null, variables: null, extensions: null },
  'one with an empty name': { ...good, operationName: '' },
  'one with extensions of its client': { ...good, extensions: { clientLibrary: { name: 'a client' } } },
  'one of several operations': {
    query: 'query A { __typename } query B { claims { totalCount } }',
    operationName: 'B',
  },
  'one with variables': {
    query: 'query ($first: Int) { claims(first: $first) { nodes { text } } }',
    variables: { first: 1 },
  },
  'an error beside data': { query: '{ claims(first: -1) { totalCount } __typename }' },
  'a variable of a wrong type': {
    query: 'query ($first: Int) { claims(first: $first) { nodes { text } } }',
    variables: { first: 'one' },
  },
  'a misspelt field': { query: '{ claim }' },
  'no GraphQL': { query: '{' },
  'an unknown operation': { ...good, operationName: 'Unknown' },
  'a subscription': { query: 'subscription { claimPublished { id } }' },
  introspection: { query: '{ __schema { queryType { name } } }' },
};

for (const accepted of ['application/json', 'application/graphql-response+json']) {
  test.each(Object.keys(usual))(`answers %s without Apollo Server as with it, as ${accepted}`, async (name) => {
    const [apollo, plain] = await bothWays(usual[name], accepted);
    expect([apollo.isPlain, plain.isPlain]).toEqual([false, true]);
    expect(plain).toEqual({ ...apollo, isPlain: true });
    expect(plain.headers['content-type']).toBe(`${accepted}; charset=utf-8`);
  });
}

const unusual: Record<string, unknown> = {
  'several at once': [good],
  'no query': { query: '' },
  'a parsed query': { query: { kind: 'Document' } },
  'variables as text': { ...good, variables: '{}' },
  'variables as a list': { ...good, variables: [] },
  'a number as the name of the operation': { ...good, operationName: 1 },
  'extensions as text': { ...good, extensions: '{}' },
};

test.each(Object.keys(unusual))('has Apollo Server refuse %s', async (name) => {
  await post(good, {});
  expect(await post(unusual[name], {})).toMatchObject({ status: 400, isPlain: false });
});

test('has Apollo Server refuse what a page could send without asking', async () => {
  await post(good, {});
  expect(await post(good, { 'content-type': 'text/plain' })).toMatchObject({ status: 400, isPlain: false });
});

test('has Apollo Server refuse every time who accepts none of its types', async () => {
  for (const _ of [1, 2])
    expect(await post(good, { accept: 'image/png' })).toMatchObject({ status: 406, isPlain: false });
});
