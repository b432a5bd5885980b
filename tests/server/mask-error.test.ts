import { readFile } from 'node:fs/promises';
import { GraphQLError } from 'graphql';
import { ParallaxError } from '../../src/errors';
import { maskError } from '../../src/server/mask-error';
import { createDataSource } from '../../src/store/data-source';
import { databaseKinds } from '../support/databases';
import { freePort } from '../support/postgres';
import { socketAddress, startService, type Service } from './support';
import { WebSocket } from 'ws';

const sentence = /^Something went wrong on our side; the log has it under ([0-9a-f-]{36})\.$/;

describe.each(databaseKinds)('what fails on our side, on the %s database', (kind) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(kind);
    // A real failure whose message must not get out: the table that the query reads is gone.
    await service.store.dataSource.query('ALTER TABLE claim RENAME TO claim_elsewhere');
    await service.store.dataSource.query('ALTER TABLE claim_change RENAME TO claim_change_elsewhere');
  });
  afterAll(() => service.close());
  beforeEach(() => service.logged.splice(0));

  const logged = () => service.logged as { err: Error; requestId: string }[];

  test('is shown without its reason over HTTP, and logged with it', async () => {
    const answer = await service.ask('{ ours: claims { totalCount } sources { totalCount } }');
    expect(answer.data).toBeNull();
    expect(answer.errors).toEqual([
      {
        message: expect.stringMatching(sentence),
        path: ['ours'],
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/relation|elsewhere|stack|node_modules/);
    expect(logged()).toHaveLength(1);
    expect(logged()[0]?.err.message).toContain('relation "claim" does not exist');
    expect(logged()[0]?.requestId).toBe(sentence.exec(answer.errors?.[0]?.message ?? '')?.[1]);
  });

  test('is shown without its reason over WebSocket', async () => {
    const { value } = await service.client().iterate({ query: '{ claims { totalCount } }' }).next();
    expect(value?.errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(sentence),
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      }),
    ]);
    const subscription = await service.client().iterate({ query: 'subscription { claimChanges { cursor } }' }).next();
    expect(subscription.value?.errors).toEqual([expect.objectContaining({ message: expect.stringMatching(sentence) })]);
    expect(JSON.stringify([value, subscription])).not.toMatch(/relation|elsewhere/);
    expect(logged()).toHaveLength(2);
  });

  test('mistakes of the client keep their reason over WebSocket', async () => {
    const ask = (query: string) => service.client().iterate({ query }).next();
    for (const [query, code] of [
      ['{ claims', 'GRAPHQL_PARSE_FAILED'],
      ['{ stories }', 'GRAPHQL_VALIDATION_FAILED'],
      ['{ claims(filter: { kinds: SHOUTED }) { totalCount } }', 'BAD_USER_INPUT'],
    ] as const) {
      await expect(ask(query)).rejects.toEqual([expect.objectContaining({ extensions: { code } })]);
    }
    const unknown = service.client().iterate({ query: 'query A { __typename }', operationName: 'B' }).next();
    await expect(unknown).rejects.toEqual([
      { message: 'Unknown operation named "B".', extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } },
    ]);
    const skipped = 'subscription ($no: Boolean!) { claimChanges @skip(if: $no) { cursor } }';
    await expect(ask(skipped)).rejects.toEqual([
      expect.objectContaining({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
    ]);
    for (const query of [
      'query ($n: Int) { claims(first: $n) { totalCount } }',
      'subscription ($n: String) { claimChanges(after: $n) { cursor } }',
    ]) {
      const wrong = await service
        .client()
        .iterate({ query, variables: { n: true } })
        .next();
      expect(wrong.value?.errors).toEqual([
        {
          message: expect.stringContaining('Variable "$n" got invalid value true'),
          locations: expect.any(Array),
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
    }
    const { value } = await ask('subscription { claimChanges(after: "x") { cursor } }');
    expect(value?.errors).toEqual([expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } })]);
    expect(logged()).toEqual([]);
  });

  test('readiness says so when the database does not answer, and health still answers', async () => {
    expect((await fetch(`${service.server.address}/health/ready`)).status).toBe(200);
    expect((await fetch(`${service.server.address}/health`)).status).toBe(200);
  });

  test('a body that is no JSON, and an address that is nothing, are answered in the form of GraphQL errors', async () => {
    const bodies = [
      ['{', 'BAD_USER_INPUT'],
      ['', 'BAD_USER_INPUT'],
      [
        Buffer.from('{"query":"{ sources(filter: { nameContains: \\"caf\u00e9\\" }) { totalCount } }"}', 'latin1'),
        'ENCODING_INVALID',
      ],
    ] as const;
    for (const [body, code] of bodies) {
      const response = await fetch(`${service.server.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
    }
    const nothing = await fetch(`${service.server.address}/nothing`);
    expect(nothing.status).toBe(404);
    expect(await nothing.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  test('a subscription over HTTP is sent to the WebSocket', async () => {
    const { code, message } = await service.refusal('subscription { claimChanges { cursor } }');
    expect([code, message]).toEqual(['BAD_USER_INPUT', expect.stringContaining('WebSocket')]);
  });

  test('a message that is none of the protocol ends the connection, and nothing else', async () => {
    const socket = new WebSocket(socketAddress(service.server), 'graphql-transport-ws');
    socket.on('open', () => socket.send('hello'));
    const code = await new Promise((resolve) => socket.on('close', resolve));
    expect(code).toBe(4400);
    expect((await service.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });
});

test('that the database does not answer is shown, and why it does not is logged', () => {
  const logged: unknown[] = [];
  const cause = new Error('connect ECONNREFUSED 10.1.2.3:5432');
  const originalError = new ParallaxError('DATABASE_UNAVAILABLE', 'Try again.', { cause });
  const place = { requestId: 'one', logger: { error: (entry: unknown) => logged.push(entry) } };
  const shown = maskError(new GraphQLError('', { originalError }), place as never);
  expect(shown).toEqual({ message: 'Try again.', extensions: { code: 'DATABASE_UNAVAILABLE' } });
  expect(logged).toEqual([{ err: cause, requestId: 'one' }]);
});

test('what is written while PostgreSQL is down fails with the code that reads have, and is logged with its reason', async () => {
  const dataSource = createDataSource({
    url: `postgres://nobody@127.0.0.1:${await freePort()}/none`,
    maximumConnections: 1,
  });
  const failure: unknown = await dataSource.initialize().catch((error: unknown) => error);
  const logged: unknown[] = [];
  const place = { requestId: 'r', logger: { error: (words: unknown) => logged.push(words) } as never };
  const masked = (originalError: Error) => maskError(new GraphQLError('?', { originalError, path: ['ingest'] }), place);
  expect(masked(failure as Error).extensions?.code).toBe('DATABASE_UNAVAILABLE');
  expect(logged).toEqual([{ err: failure, requestId: 'r' }]);
  // A file that is missing is told by the system too, and is no matter of the database.
  const missing: unknown = await readFile('/no/such/file').catch((error: unknown) => error);
  expect(masked(missing as Error).extensions?.code).toBe('INTERNAL_SERVER_ERROR');
});
