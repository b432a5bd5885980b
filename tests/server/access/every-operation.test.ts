import { buildSchema, OperationTypeNode } from 'graphql';
import { Scope } from '../../../entities/index';
import { markRequiredScopes, requiredScope } from '../../../src/server/access/required-scope';
import { createSchema } from '../../../src/server/schema';
import { createKey } from '../../../src/store/keys/keys';
import { statementsOf } from '../../support/statements';
import { startService, type Answer, type Service } from '../support';
import { disguises, rootFields, type RootField } from './root-operations';

const operatorKey = 'the key of the operator';
const fields = rootFields(createSchema());

/** Which keys do for what: the table of docs/access.md. */
const suffices: Readonly<Record<Scope, readonly Scope[]>> = {
  READ: [Scope.READ, Scope.INGEST, Scope.CURATE, Scope.ADMIN],
  INGEST: [Scope.INGEST, Scope.ADMIN],
  CURATE: [Scope.CURATE, Scope.ADMIN],
  ADMIN: [Scope.ADMIN],
};
const isSubscription = ({ operation }: RootField) => operation === OperationTypeNode.SUBSCRIPTION;
const codesOf = ({ errors }: Pick<Answer, 'errors'>) => errors?.map(({ extensions }) => extensions.code) ?? [];

describe('every root field', () => {
  let service: Service;
  let open: Service;
  const keys = new Map<Scope, string>();
  beforeAll(async () => {
    service = await startService('embedded', { key: operatorKey }, [operatorKey]);
    open = await startService('embedded', { key: operatorKey, anonymousScopes: ['READ'] }, [operatorKey]);
    for (const scope of Object.values(Scope)) {
      keys.set(scope, (await createKey(service.store, { name: scope, scopes: [scope], expiresAt: null })).secret);
    }
  });
  afterAll(async () => {
    await service.close();
    await open.close();
  });
  const bearer = (scope: Scope) => ({ authorization: `Bearer ${keys.get(scope)}` });
  /** What reached the database, but for what tells who asks. */
  const statements = async (of: Service, work: () => Promise<void>) =>
    (await statementsOf(of.store, work)).filter((text) => !text.includes('api_key'));

  /** One operation over WebSocket, with a caller's connection. */
  async function overWebSocket(client: ReturnType<Service['client']>, query: string): Promise<Pick<Answer, 'errors'>> {
    const answers = client.iterate({ query });
    try {
      const { value } = await answers.next();
      return (value ?? {}) as Answer;
    } catch (error) {
      // The protocol tells of an operation that is refused by a list of errors.
      if (Array.isArray(error)) return { errors: error as Answer['errors'] };
      throw error;
    } finally {
      await answers.return?.(undefined);
    }
  }

  /** Whatever comes of one operation over server-sent events, until the stream ends. */
  async function overEvents(of: Service, query: string, headers: Record<string, string> = {}): Promise<string> {
    const response = await fetch(`${of.server.address}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify({ query }),
    });
    return response.text();
  }

  test('says which scope it needs, in the schema too', () => {
    const schema = createSchema();
    for (const { operation, name, needs } of fields.filter((field) => !field.name.startsWith('__'))) {
      const field = schema.getRootType(operation)?.getFields()[name];
      expect(`${name}: ${requiredScope(field)}`).toBe(`${name}: ${needs}`);
      expect(field?.description).toMatch(new RegExp(`Needs the scope ${needs}\\.$`));
    }
    expect(fields.filter(({ operation }) => operation === 'mutation').length).toBeGreaterThan(4);
  });

  test('has to, or there is no schema', () => {
    expect(() => markRequiredScopes(buildSchema('type Query { unguarded: Int }'))).toThrow(/unguarded must say/);
    const { unguarded } = buildSchema('type Query { unguarded: Int }').getQueryType()?.getFields() ?? {};
    expect(() => requiredScope(unguarded)).toThrow(/Nothing says who may ask unguarded/);
  });

  test('is closed to who shows no key', async () => {
    const reached = await statements(service, async () => {
      for (const query of fields.flatMap(disguises)) {
        const answer = await service.ask(query);
        expect([query, answer.status, codesOf(answer), answer.data]).toEqual([
          query,
          401,
          ['UNAUTHENTICATED'],
          undefined,
        ]);
      }
      for (const { text, operation } of fields) {
        const refused = service
          .client()
          .iterate({ query: `${operation} { ${text} }` })
          .next();
        await expect(refused).rejects.toMatchObject({ code: 4401 });
      }
    });
    expect(reached).toEqual([]);
  });

  test('is closed, but for reading, to who shows no key where reading is open', async () => {
    const beyond = fields.filter(({ needs }) => needs !== Scope.READ);
    const client = open.client();
    const reached = await statements(open, async () => {
      for (const query of beyond.flatMap(disguises)) {
        const answer = await open.ask(query);
        expect([query, answer.status, codesOf(answer), answer.data]).toEqual([
          query,
          401,
          ['UNAUTHENTICATED'],
          undefined,
        ]);
        expect([query, codesOf(await overWebSocket(client, query))]).toEqual([query, ['UNAUTHENTICATED']]);
        expect(await overEvents(open, query)).toContain('"code":"UNAUTHENTICATED"');
      }
    });
    expect(reached).toEqual([]);
    expect(await open.ask('{ sources { totalCount } }')).toMatchObject({ status: 200 });
    expect(await overWebSocket(client, 'subscription { claimChanges { cursor } }')).toHaveProperty('data.claimChanges');
  });

  test.each(Object.values(Scope))('is closed to a key for %s that does not suffice', async (scope) => {
    const lacking = fields.filter(({ needs }) => !suffices[needs].includes(scope));
    expect(lacking.length > 0).toBe(scope !== Scope.ADMIN);
    const client = service.client(bearer(scope));
    const reached = await statements(service, async () => {
      for (const query of lacking.flatMap(disguises)) {
        const answer = await service.ask(query, {}, bearer(scope));
        expect([query, answer.status, codesOf(answer), answer.data]).toEqual([query, 403, ['FORBIDDEN'], undefined]);
        expect([query, codesOf(await overWebSocket(client, query))]).toEqual([query, ['FORBIDDEN']]);
        expect(await overEvents(service, query, bearer(scope))).toContain('"code":"FORBIDDEN"');
      }
    });
    expect(reached).toEqual([]);
  });

  test.each(Object.values(Scope))('is open to a key for %s that suffices', async (scope) => {
    const client = service.client(bearer(scope));
    for (const field of fields.filter(({ needs }) => suffices[needs].includes(scope))) {
      if (isSubscription(field)) {
        expect(await overWebSocket(client, `subscription { ${field.text} }`)).toHaveProperty('data');
        continue;
      }
      // Left out as it runs, so that nothing is changed; who may ask it does not hang on that.
      const query = `${field.operation} { ... @skip(if: true) { ${field.text} } }`;
      expect(await service.ask(query, {}, bearer(scope))).toMatchObject({ status: 200, data: {} });
      expect(await overWebSocket(client, query)).toEqual({ data: {} });
    }
  });

  test('is open to the operator', async () => {
    const { text } = fields.find(({ name }) => name === 'keys') as RootField;
    const answer = await service.ask(`{ ${text} }`, {}, { authorization: `Bearer ${operatorKey}` });
    expect(answer).toMatchObject({ status: 200, data: { keys: expect.any(Array) as unknown } });
  });
});

describe('on loopback, where nothing is configured', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService('embedded', {}, ['the token of the lock']);
  });
  afterAll(() => service.close());

  test('everything but keys is open without one', async () => {
    for (const field of fields.filter((one) => !isSubscription(one))) {
      const answer = await service.ask(`${field.operation} { ... @skip(if: true) { ${field.text} } }`);
      expect([field.name, answer.status]).toEqual([field.name, field.needs === Scope.ADMIN ? 401 : 200]);
    }
  });

  test('who shows a key that is none is not let in as if it had shown none', async () => {
    const answer = await service.ask('{ __typename }', {}, { authorization: 'Bearer something else' });
    expect(answer).toMatchObject({ status: 401 });
    expect((await service.ask('{ __typename }', {}, { authorization: 'Bearer the token of the lock' })).status).toBe(
      200,
    );
  });
});
