import { execute, parse, validate, type GraphQLSchema } from 'graphql';
import type { Context } from '../../src/server/context';
import { createLoaders } from '../../src/server/loaders';
import { lookAhead } from '../../src/server/look-ahead/index';
import { allScopes, neverEnded } from '../../src/server/access/caller';
import { createSchema } from '../../src/server/schema';
import { runPrepared } from '../../src/store/selection/prepared';
import type { Store } from '../../src/store/store';
import { databaseKinds, openTestStore, type DatabaseKind } from '../support/databases';
import { Factory } from '../support/factory';
import { makeWorld } from './world';

const many = (count: number, field: string) => Array.from({ length: count }, (_, at) => `a${at}: ${field}`).join(' ');

/** Operations that random ones come upon seldom, each with its variables. */
const operations: Readonly<Record<string, readonly [query: string, variables?: object]>> = {
  'one name for two columns, in nodes and in edges': ['{ claims { nodes { x: kind } edges { node { x: text } } } }'],
  'one name for two columns, in two nodes': ['{ claims { a: nodes { x: kind } b: nodes { x: text } } }'],
  'one name for a link and a column': ['{ claims { a: nodes { x: speaker { name } } b: nodes { x: text } } }'],
  'one name for a column and a link': ['{ claims { a: nodes { x: text } b: nodes { x: speaker { name } } } }'],
  'one name for two links': ['{ claims { a: nodes { x: article { headline } } b: nodes { x: speaker { name } } } }'],
  'one name for a column and what is computed': [
    '{ events { a: nodes { x: title } b: nodes { x: claimCounts { claims } } } }',
  ],
  'one name for an id and a column': ['{ claims { a: nodes { x: id } b: nodes { x: text } } }'],
  'one name for the type and a column': ['{ claims { a: nodes { x: __typename } b: nodes { x: text } } }'],
  'one name for two columns of a link': [
    '{ claims { nodes { article { x: headline } } edges { node { article { x: language } } } } }',
  ],
  'one name for two columns below two edges': [
    '{ claims { edges { a: node { x: text } b: node { x: kind } cursor } } }',
  ],
  'one name for two parts of a page': [
    `{ claims {
      nodes { article { claims { x: nodes { text } y: totalCount } } }
      edges { node { article { claims { x: edges { node { kind } } y: pageInfo { endCursor } } } } } } }`,
  ],
  'one name for two pages': [
    '{ events { nodes { c: claims(first: 1) { nodes { text } } } edges { node { c: claims(first: 2) { totalCount } } } } }',
  ],
  'names of other columns': [
    '{ claims { nodes { speakerId: text sourceId: kind source { id: name } speaker: text } } }',
  ],
  'more pages than one statement joins': [
    `{ events { nodes { ${many(120, 'claims(first: 1) { nodes { text } }')} } } }`,
  ],
  'more values than one row may have': [
    `{ claims { nodes { text kind attitude publishedAt method { engine version } ${many(39, 'article { claims { totalCount } byline }')} } } }`,
  ],
  'types alone': ['{ claims { __typename } events { nodes { __typename claims { __typename } } } }'],
  'empty pages': [
    '{ claims(last: 0) { nodes { text } } events { nodes { claims(first: 0) { totalCount pageInfo { hasNextPage } } } } }',
  ],
  'a directive whose variable is null': [
    'query ($no: Boolean = true) { events { nodes { articles { nodes { event { title @include(if: $no) } } } } } }',
    { no: null },
  ],
  'arguments whose variables are null': [
    'query ($n: Int, $f: ClaimFilter) { events { nodes { claims(first: $n, filter: $f) { nodes { text } } } } }',
    { n: null, f: null },
  ],
};

async function answer(schema: GraphQLSchema, store: Store, query: string, variables: object = {}): Promise<unknown> {
  const context = {
    store,
    loaders: createLoaders(store),
    caller: { scopes: allScopes, ended: neverEnded },
  } as unknown as Context;
  const document = parse(query);
  const { data, errors } = await execute({
    schema,
    document,
    variableValues: variables as never,
    contextValue: context,
  });
  return JSON.parse(JSON.stringify({ data, errors: errors?.map(({ path, message }) => ({ path, message })) }));
}

const plainSchema = createSchema();
const aheadSchema = lookAhead(createSchema());

describe.each(databaseKinds)('looking ahead on the %s database', (kind: DatabaseKind) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(kind);
    await makeWorld(new Factory(store));
  });
  afterAll(() => store.close());

  const ahead = (query: string, variables?: object) => answer(aheadSchema, store, query, variables);
  const plain = (query: string, variables?: object) => answer(plainSchema, store, query, variables);

  /** On every connection that reads: while each of them waits, the next statement takes another. */
  async function onAllConnections(statement: string): Promise<void> {
    const connections = store.isEmbedded ? 1 : 10;
    await Promise.all(
      Array.from({ length: connections }, () => store.reader.query(`${statement}; SELECT pg_sleep(0.3)`)),
    );
  }

  test.each(Object.entries(operations))('answers %s', async (_, [query, variables]) => {
    expect(validate(plainSchema, parse(query))).toEqual([]);
    expect(await ahead(query, variables)).toEqual(await plain(query, variables));
  });

  test('reads times in every time zone, with offsets of seconds and years of five digits', async () => {
    await onAllConnections("SET timezone = 'America/New_York'");
    for (const time of ['1859-05-05T12:00:00.123Z', '12025-05-05T12:00:00.456Z']) {
      await store.dataSource.query(
        'UPDATE claim SET published_at = $1 WHERE id = (SELECT min(id::text)::uuid FROM claim)',
        [time],
      );
      expect(await ahead('{ claims { edges { cursor node { publishedAt } } } }')).toEqual(
        await plain('{ claims { edges { cursor node { publishedAt } } } }'),
      );
      expect(await ahead('{ claims(last: 3) { edges { cursor node { publishedAt } } } }')).toEqual(
        await plain('{ claims(last: 3) { edges { cursor node { publishedAt } } } }'),
      );
    }
  });

  test('goes on without names when the database has lost them', async () => {
    const query = '{ claims(last: 7) { nodes { kind text } } }';
    for (let time = 0; time < 3; time += 1) {
      expect(await ahead(query)).toEqual(await plain(query));
    }
    await onAllConnections('DEALLOCATE ALL');
    for (let time = 0; time < 3; time += 1) {
      expect(await ahead(query)).toEqual(await plain(query));
    }
  });

  test('leaves its connection in step when a statement fails', async () => {
    const text = 'SELECT 10 / $1::integer';
    for (let time = 0; time < 3; time += 1) expect(await runPrepared(store, text, [5])).toEqual([[2]]);
    for (const value of [0, 'no number']) {
      await expect(runPrepared(store, text, [value])).rejects.toThrow(
        value === 0 ? 'division by zero' : 'invalid input',
      );
      expect(await runPrepared(store, text, [2])).toEqual([[5]]);
    }
    for (let time = 0; time < 3; time += 1) {
      await expect(runPrepared(store, 'SELECT nothing', [])).rejects.toThrow('does not exist');
    }
    expect(await runPrepared(store, text, [10])).toEqual([[1]]);
    expect(await ahead('{ claims { nodes { text } } }')).toEqual(await plain('{ claims { nodes { text } } }'));
  });
});

test('a connection that the database ends is not used again', async () => {
  const store = await openTestStore('postgres');
  const ending = runPrepared(store, 'SELECT pg_sleep(60)', []).catch((error: Error) => error.message);
  for (let isSeen = false; !isSeen;) {
    const rows = await store.dataSource.query<unknown[]>(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query = 'SELECT pg_sleep(60)'`,
    );
    isSeen = rows.length > 0;
  }
  expect(await ending).toContain('terminating connection');
  expect(await runPrepared(store, 'SELECT 1', [])).toEqual([[1]]);
  await store.close();
});
