import assert from 'node:assert';
import { randomUUID } from 'node:crypto';
import type { Source } from '../../entities/index';
import { encodeId, type NodeTypeName } from '../../resolvers/relay/global-id';
import { encodeCursor } from '../../src/store/queries/cursor';
import { startService, type Service } from '../server/support';

// What a client does wrong is refused before the database is asked, so one database is enough.
describe('bad input', () => {
  let service: Service;
  let source: Source;
  beforeAll(async () => {
    service = await startService('embedded');
    source = await service.make.source();
  });
  afterAll(async () => {
    await service.close();
    assert.deepEqual(service.logged, [], 'a mistake of the client was taken for one of ours');
  });

  const fields = ['source', 'article', 'claim', 'actor', 'event', 'proposition'] as const;
  const typeOf = (field: string) => (field[0]?.toUpperCase() + field.slice(1)) as NodeTypeName;

  test.each([...fields, 'node'] as const)('%s: an unknown id is null', async (field) => {
    const id = encodeId(field === 'node' ? 'Claim' : typeOf(field), randomUUID());
    expect(await service.ask(`{ ${field}(id: "${id}") { id } }`)).toMatchObject({
      status: 200,
      data: { [field]: null },
    });
  });

  test('nodes come in the order asked for, unknown ones null', async () => {
    const known = encodeId('Source', source.id);
    const unknown = encodeId('Event', randomUUID());
    const { data } = await service.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Source { name } } }',
      {
        ids: [unknown, known, known],
      },
    );
    const node = { __typename: 'Source', id: known, name: source.name };
    expect(data.nodes).toEqual([null, node, node]);
  });

  const malformed = ['', 'x', 'U291cmNlOjE=', Buffer.from(`Stage:${randomUUID()}`).toString('base64'), randomUUID()];
  test.each(malformed)('the id "%s" is none of ours', async (id) => {
    for (const field of ['node', 'source']) {
      expect(await service.refusal(`{ ${field}(id: "${id}") { id } }`)).toEqual({
        code: 'BAD_USER_INPUT',
        message: '`id` is not an id that this service gave out.',
      });
    }
  });

  test('an id of another type is named', async () => {
    const id = encodeId('Source', source.id);
    const message = '`id` is the id of a Source; a Claim is wanted here.';
    expect(await service.refusal(`{ claim(id: "${id}") { id } }`)).toEqual({ code: 'BAD_USER_INPUT', message });
    const inFilter = await service.refusal(`{ claims(filter: { events: ["${id}"] }) { totalCount } }`);
    expect(inFilter).toEqual({
      code: 'BAD_USER_INPUT',
      message: '`filter.events` is the id of a Source; an Event is wanted here.',
    });
  });

  test.each([
    ['first: 101', '`first` must be from 0 to 100, not 101.'],
    ['first: -1', '`first` must be from 0 to 100, not -1.'],
    ['last: 101', '`last` must be from 0 to 100, not 101.'],
    ['last: -5', '`last` must be from 0 to 100, not -5.'],
    ['first: 1, last: 1', 'Give either `first` or `last`, not both.'],
    ['after: ""', '`after` is not a cursor that this service gave out.'],
    ['after: "nonsense"', '`after` is not a cursor that this service gave out.'],
    ['before: "nonsense"', '`before` is not a cursor that this service gave out.'],
  ])('a page of %s is refused by every list', async (page, message) => {
    for (const field of fields) {
      expect(await service.refusal(`{ ${field}s(${page}) { totalCount } }`)).toEqual({
        code: 'BAD_USER_INPUT',
        message,
      });
    }
  });

  test('a cursor of another list, or of another shape, is refused', async () => {
    const { data } = await service.ask('{ sources { pageInfo { endCursor } } }');
    const { message } = await service.refusal(`{ claims(after: "${data.sources.pageInfo.endCursor}") { totalCount } }`);
    expect(message).toContain('cursor of another list');
    const id = randomUUID();
    const times = ['2025-02-30T00:00:00.000Z', '0000-01-01T00:00:00.000Z', '2025-03-04T24:00:00.000Z', '2025-03-04'];
    for (const values of [
      ...[[], ['x', 'y'], [1, 2], ['2025-03-04T12:00:00.000Z', 'y'], ['2025-03-04T12:00:00.000Z', id, id]],
      ...times.map((time) => [time, id]),
    ]) {
      const forged = encodeCursor('claims by PUBLISHED_AT DESC', values);
      expect(await service.refusal(`{ claims(after: "${forged}") { totalCount } }`)).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    }
  });

  test.each([
    ['kinds: [SHOUTED]', 'does not exist in "ClaimKind" enum'],
    ['kinds: ["DIRECT"]', 'Enum "ClaimKind" cannot represent non-enum value'],
    ['publishedAt: { from: "yesterday" }', 'DateTime'],
    ['sources: ["x"]', '`filter.sources` is not an id that this service gave out.'],
  ])('the filter %s is refused with the reason', async (filter, reason) => {
    const refusal = await service.refusal(`{ claims(filter: { ${filter} }) { totalCount } }`);
    expect(refusal.code).toBe('BAD_USER_INPUT');
    expect(refusal.message).toContain(reason);
  });

  test('so is one that comes in a variable', async () => {
    const query = 'query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount } }';
    for (const filter of [{ kinds: ['SHOUTED'] }, { publishedAt: { from: 'yesterday' } }, { voice: 'loud' }]) {
      const { code, message } = await service.refusal(query, { filter });
      expect(code).toBe('BAD_USER_INPUT');
      expect(message).toContain('Variable "$filter" got invalid value');
    }
  });

  test.each(['""', '"\\u0000"', `"${'x'.repeat(201)}"`])('a name filter of %s is refused', async (name) => {
    expect(await service.refusal(`{ actors(filter: { nameContains: ${name} }) { totalCount } }`)).toEqual({
      code: 'BAD_USER_INPUT',
      message: '`filter.nameContains` must be a text of 1 to 200 characters.',
    });
  });

  test('a document that is no GraphQL, or asks for what is not there, is told so', async () => {
    expect(await service.refusal('{ claims')).toMatchObject({ code: 'GRAPHQL_PARSE_FAILED' });
    expect(await service.refusal('{ stories { id } }')).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(await service.ask('{ stories { id } }')).toMatchObject({ status: 400 });
  });

  test('too deep and too long documents are refused', async () => {
    const deep = `{ claims { nodes ${'{ article { claims { nodes '.repeat(5)}{ id }${' } } }'.repeat(5)} } }`;
    expect(await service.refusal(deep)).toEqual({
      code: 'OPERATION_TOO_COMPLEX',
      message:
        'The document has 18 levels of fields; 15 are the most. Ask for less, or in several requests, and hand values over as variables.',
    });
    const viaFragment = `{ claims { nodes { ...F } } } fragment F on Claim ${'{ article { claims { nodes '.repeat(5)}{ id }${' } } }'.repeat(5)}`;
    expect((await service.refusal(viaFragment)).message).toContain('18 levels of fields');
    const long = await service.refusal(`{ ${'__typename '.repeat(6_000)} }`);
    expect(long).toMatchObject({ code: 'OPERATION_TOO_COMPLEX', message: expect.stringContaining('5000 tokens') });
  });

  test('a list of ids or outlets that is too long is refused', async () => {
    const ids = Array.from({ length: 101 }, () => encodeId('Source', randomUUID()));
    expect((await service.refusal('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).code).toBe(
      'BAD_USER_INPUT',
    );
    const event = encodeId('Event', (await service.make.event()).id);
    const query =
      'query ($event: ID!, $ids: [ID!]) { event(id: $event) { comparison(sources: $ids) { limits { code } } } }';
    expect((await service.refusal(query, { event, ids })).message).toContain('1 to 100 outlets');
    expect((await service.refusal(query, { event, ids: [] })).message).toContain('1 to 100 outlets');
    expect((await service.refusal(query, { event, ids: [event] })).message).toContain('is the id of an Event');
    expect((await service.refusal(query, { event, ids: ids.slice(0, 1) })).code).toBe('BAD_USER_INPUT');
  });
});
