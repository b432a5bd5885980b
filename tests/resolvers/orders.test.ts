import { getNamedType, isEnumType, isInputObjectType, isObjectType, type GraphQLEnumType } from 'graphql';
import { createSchema } from '../../src/server/schema';
import { databaseKinds } from '../support/databases';
import { startService, type Service } from '../server/support';

const schema = createSchema();

/** Every field of the schema that gives a page, but for the search, which is a ranking. */
const pagedFields = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ place: `${type.name}.${field.name}`, field })))
  .filter(({ place, field }) => getNamedType(field.type).name.endsWith('Connection') && place !== 'Query.search');

test.each(pagedFields)('$place takes what every list takes, and says in which order it comes', ({ field }) => {
  const noun = getNamedType(field.type).name.replace(/Connection$/, '');
  const types = Object.fromEntries(field.args.map(({ name, type }) => [name, String(type)]));
  expect(types).toEqual({
    ...{ first: 'Int', after: 'String', last: 'Int', before: 'String' },
    ...{ filter: `${noun}Filter`, orderBy: `${noun}Order` },
  });
  const order = schema.getType(`${noun}OrderField`) as GraphQLEnumType;
  const usual = /Without `orderBy`: by (\w+), (ASC|DESC)\./.exec(field.description ?? '');
  expect(order.getValues().map(({ name }) => name)).toContain(usual?.[1]);
});

/** By which field of a row each order goes; of PLACE the offset cannot be asked for. */
const shownBy = (order: string) => order.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

const orders = ['Source', 'Article', 'Claim', 'Actor', 'Event', 'Proposition'].flatMap((noun) =>
  (schema.getType(`${noun}OrderField`) as GraphQLEnumType)
    .getValues()
    .map(({ name }) => [`${noun.toLowerCase()}s`, name] as const),
);

describe.each(databaseKinds)('orders on the %s database', (kind) => {
  let service: Service;

  beforeAll(async () => {
    service = await startService(kind);
    const { make } = service;
    for (let number = 0; number < 7; number += 1) {
      // Ties in everything, of two or three each.
      const at = new Date(Date.UTC(2025, 2, 4, Math.floor(number / 3)));
      const source = await make.source({ name: `Outlet ${number % 4}`, firstSeenAt: at });
      await make.actor({ name: `Actor ${number % 4}` });
      const event = await make.event({
        firstPublishedAt: at,
        lastPublishedAt: new Date(Date.UTC(2025, 2, 5, number % 3)),
        sourceCount: number % 3,
        articleCount: Math.floor(number / 2),
      });
      await make.proposition(event, { sourceCount: number % 3, claimCount: Math.floor(number / 2) });
      const article = await make.article(source, { publishedAt: at, firstSeenAt: at, eventId: event.id });
      await make.claim(article, { start: number % 2 });
    }
  });
  afterAll(() => service.close());

  type Row = Record<string, string | number>;

  /** All rows of a list, two at a time. */
  async function walk(list: string, orderBy: string, isBackward: boolean, property: string): Promise<Row[]> {
    const pages: Row[][] = [];
    for (let place = ''; ;) {
      const size = isBackward ? 'last: 2' : 'first: 2';
      const { data } = await service.ask(`{ ${list}(${size}, orderBy: ${orderBy}${place}) { nodes { id ${property} }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`);
      const { nodes, pageInfo } = data[list] as unknown as { nodes: Row[]; pageInfo: Record<string, unknown> };
      pages.push(nodes);
      if (!(isBackward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) break;
      place = isBackward ? `, before: "${pageInfo.startCursor}"` : `, after: "${pageInfo.endCursor}"`;
    }
    return (isBackward ? pages.reverse() : pages).flat();
  }

  test.each(orders)('%s by %s come the same from both ends, each once', async (list, order) => {
    const property = order === 'PLACE' ? 'text' : shownBy(order);
    const [ascending, descending] = await Promise.all(
      ['ASC', 'DESC'].map((direction) => walk(list, `{ field: ${order}, direction: ${direction} }`, false, property)),
    );
    expect(ascending).toHaveLength(7);
    expect(ascending).toEqual(descending?.toReversed());
    expect(await walk(list, `{ field: ${order}, direction: ASC }`, true, property)).toEqual(ascending);
    if (order !== 'PLACE') {
      const values = ascending?.map((row) => row[property] as string | number) ?? [];
      expect(values).toEqual(values.toSorted((a, b) => (a < b ? -1 : Number(a > b))));
      expect(new Set(values).size).toBeGreaterThan(1);
    }
  });

  test('a cursor of one order is refused in another, and in the other direction', async () => {
    const { data } = await service.ask('{ events { pageInfo { endCursor } } }');
    const cursor = data.events.pageInfo.endCursor;
    for (const order of ['SOURCE_COUNT, direction: DESC', 'LAST_PUBLISHED_AT, direction: ASC']) {
      const refusal = await service.refusal(
        `{ events(after: "${cursor}", orderBy: { field: ${order} }) { totalCount } }`,
      );
      expect(refusal.code).toBe('BAD_USER_INPUT');
      expect(refusal.message).toContain('is a cursor of another list (events by LAST_PUBLISHED_AT DESC, not');
    }
  });

  test.each(['[]', `[${'"x", '.repeat(101)}]`])('a filter of the list %# is refused with its bounds', async (list) => {
    const { code, message } = await service.refusal(`{ claims(filter: { sources: ${list} }) { totalCount } }`);
    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toContain('where 1 to 100 can stand');
  });

  test('every list of a filter is bounded', async () => {
    const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
    const lists = inputs
      .filter(({ name }) => name.endsWith('Filter') && name !== 'ClaimChangeFilter')
      .flatMap((input) => Object.values(input.getFields()).map((field) => ({ input, field })))
      .filter(({ field }) => String(field.type).startsWith('['));
    expect(lists.length).toBeGreaterThan(15);
    for (const { input, field } of lists) {
      const type = getNamedType(field.type);
      const value = isEnumType(type)
        ? type.getValues()[0]?.name
        : ({ Language: 'en', CountryCode: 'GB', URL: 'http://a.example' }[type.name] ?? 'x');
      const noun = input.name.replace('Filter', '').toLowerCase();
      const list = noun === 'search' ? 'search(text: "office", filter: $f)' : `${noun}s(filter: $f)`;
      const query = `query ($f: ${input.name}) { ${list} { totalCount } }`;
      const refusal = await service.refusal(query, { f: { [field.name]: Array.from({ length: 101 }, () => value) } });
      expect([field.name, refusal]).toEqual([
        field.name,
        {
          code: 'BAD_USER_INPUT',
          message: expect.stringContaining(`\`filter.${field.name}\` holds 101 values`) as string,
        },
      ]);
    }
  });
});
