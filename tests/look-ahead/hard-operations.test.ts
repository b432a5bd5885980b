import { parse, validate, type ExecutionResult } from 'graphql';
import { runPrepared } from '../../src/store/selection/prepared';
import { storeOfRequest, type Store } from '../../src/store/store';
import { ParallaxError } from '../../src/errors';
import { databaseKinds, openTestStore, type DatabaseKind } from '../support/databases';
import { statementsOf } from '../support/statements';
import { Factory } from '../support/factory';
import { plainSchema, waysOf } from './ways';
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
  'names that objects have of themselves': [
    '{ claims { nodes { __proto__: text constructor: kind toString: id } hasOwnProperty: totalCount } }',
  ],
  'such a name for what cannot be planned': [
    `{ events(first: 1) { nodes { sources { name } constructor: claims(after: "no cursor") { totalCount } } } }`,
  ],
  'such a name for a page': ['{ __proto__: claims { totalCount } }'],
  'types and counts of what is not read': [
    '{ __typename claims { edges { node { speaker { __typename } } } } events { totalCount t: __typename } }',
  ],
  'cursors and pages under several names': [
    `{ claims(first: 4) { a: edges { c: cursor } b: edges { node { id } } pageInfo { endCursor }
      p: pageInfo { startCursor hasNextPage hasPreviousPage __typename } } }`,
  ],
  'nothing of what it asks for': ['{ claims @skip(if: true) { totalCount } }'],
  'fragments in fragments': [
    `{ events { ...Page } } fragment Page on EventConnection { nodes { ...Part ... on Node { id } } ... { totalCount } }
     fragment Part on Event { claims(first: 2) { nodes { ...Said } } articles(first: 1) { nodes { claims { nodes { ...Said } } } } }
     fragment Said on Claim { text speaker { name } ... @include(if: true) { speaker { kind name } } }`,
  ],
  'groups with their links under several names': [
    '{ events { nodes { claimCounts { claims s: source { name } source { id } speaker { name articles: id } } } } }',
  ],
  'groups below lists in lists': [
    `{ events { nodes { sources { name claimCounts { claims speaker { name } } } } }
      claims { nodes { event { articles { nodes { source { claimCounts { claims } } } } } source { claimCounts { claims } } } } }`,
  ],
  'no ids': ['{ nodes(ids: []) { id } }'],
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

/** Of which no statement is made that would count anew what stands below many. */
const grouped: Readonly<Record<string, boolean>> = {
  '{ events { nodes { claimCounts { claims } sources { name } } } }': true,
  '{ claims { nodes { source { claimCounts { claims } } } } }': true,
  '{ events { nodes { sources { claimCounts { claims } } } } }': false,
  '{ propositions { nodes { sources { claimCounts { claims } } } } }': false,
  '{ events { nodes { articles { nodes { source { claimCounts { claims } } } } } } }': false,
  '{ events { nodes { propositions { nodes { claimCounts { claims } } } } } }': true,
};

/** Lists below lists in lists, and how many statements they take: one where each row has one parent, else one more. */
const paged: Readonly<Record<string, number>> = {
  '{ events { nodes { articles { nodes { claims { totalCount nodes { chain { cue } } } } } } } }': 1,
  '{ claims { nodes { source { claims { totalCount } } event { sources { name } } } } }': 1,
  '{ nodes(ids: [IDS]) { ... on Event { articles { nodes { claims { totalCount } } } } } }': 1,
  '{ events { nodes { sources { claims { pageInfo { hasNextPage } } } } } }': 2,
  '{ events { nodes { articles { nodes { source { articles(first: 2) { nodes { headline } } } } } } } }': 2,
  '{ actors { nodes { events { nodes { sources { name } } } } } }': 2,
  '{ nodes(ids: [IDS]) { ... on Event { sources { claims { nodes { text } } } } } }': 2,
  // Counted apart, as by loaders everywhere.
  '{ propositions { nodes { sources { claims(filter: { hops: { from: 1 } }) { totalCount } } } } }': 3,
};

const comparable = ({ data, errors }: ExecutionResult) =>
  JSON.stringify({ data, errors: errors?.map(({ path, message }) => ({ path, message })) });

describe.each(databaseKinds)('looking ahead on the %s database', (kind: DatabaseKind) => {
  let store: Store;
  let events: readonly string[];
  beforeAll(async () => {
    store = await openTestStore(kind);
    const ids = await makeWorld(new Factory(store));
    events = ids.filter((id) => atob(id).startsWith('Event'));
  });
  afterAll(() => store.close());

  /** The answers of both fast ways, and twice the one that they must equal. */
  async function answers(query: string, variables?: object) {
    const { plain, ahead, direct } = waysOf(store);
    const expected = comparable(await plain(query, variables));
    return {
      found: [comparable(await ahead(query, variables)), comparable(await direct(query, variables))],
      expected: [expected, expected],
    };
  }

  test('counts what stands below lists in lists once, not under each of them', async () => {
    for (const [query, isDirect] of Object.entries(grouped)) {
      expect([query, await waysOf(store).isDirect(query)]).toEqual([query, isDirect]);
      const counting = (await statementsOf(store, () => waysOf(store).direct(query))).filter((text) =>
        text.includes('GROUP BY source_id, speaker_id'),
      );
      expect(counting).toHaveLength(1);
      expect(counting[0]?.includes('unnest($1::uuid[])')).toBe(!isDirect);
    }
  });

  test('reads what repeats below lists in lists once, not under each of them', async () => {
    const ids = events.map((id) => JSON.stringify(id)).join();
    for (const [operation, expected] of Object.entries(paged)) {
      const query = operation.replace('IDS', ids);
      expect([query, await waysOf(store).isDirect(query)]).toEqual([query, expected === 1]);
      for (const way of ['direct', 'ahead'] as const) {
        const statements = await statementsOf(store, () => waysOf(store)[way](query));
        expect([query, statements.length]).toEqual([query, expected]);
      }
      const { found, expected: answer } = await answers(query);
      expect(found).toEqual(answer);
    }
  });

  test('reads one row with as many values as can be asked for', async () => {
    const links = many(38, 'article { headline url byline genre language publishedAt firstSeenAt }');
    const { data } = await waysOf(store).plain('{ claims { nodes { id } } }');
    const { claims } = data as { claims: { nodes: { id: string }[] } };
    for (const { id } of claims.nodes.slice(0, 5)) {
      const query = `query ($id: ID!) { claim(id: $id) { text kind cueClass publishedAt evidence { start }
        method { engine version confidence inputHash } speaker { aliases } ${links} } }`;
      expect(validate(plainSchema, parse(query))).toEqual([]);
      expect(await waysOf(store).isDirect(query, { id })).toBe(true);
      const { found, expected } = await answers(query, { id });
      expect(found).toEqual(expected);
    }
  });

  async function onAllConnections(statement: string): Promise<void> {
    const connections = store.isEmbedded ? 1 : 10;
    await Promise.all(
      Array.from({ length: connections }, () => store.reader.query(`${statement}; SELECT pg_sleep(0.3)`)),
    );
  }

  test.each(Object.entries(operations))('answers %s', async (_, [query, variables]) => {
    expect(validate(plainSchema, parse(query))).toEqual([]);
    const { found, expected } = await answers(query, variables);
    expect(found).toEqual(expected);
  });

  test('reads times in every time zone, with offsets of seconds and years of five digits', async () => {
    await onAllConnections("SET timezone = 'America/New_York'");
    for (const time of ['1859-05-05T12:00:00.123Z', '12025-05-05T12:00:00.456Z']) {
      await store.dataSource.query(
        'UPDATE claim SET published_at = $1 WHERE id = (SELECT min(id::text)::uuid FROM claim)',
        [time],
      );
      for (const page of ['claims', 'claims(last: 3)']) {
        const { found, expected } = await answers(`{ ${page} { edges { cursor node { publishedAt } } } }`);
        expect(found).toEqual(expected);
      }
    }
  });

  test('goes on without names when the database has lost them', async () => {
    const query = '{ claims(last: 7) { nodes { kind text } } }';
    for (let time = 0; time < 3; time += 1) {
      const { found, expected } = await answers(query);
      expect(found).toEqual(expected);
    }
    await onAllConnections('DEALLOCATE ALL');
    for (let time = 0; time < 3; time += 1) {
      const { found, expected } = await answers(query);
      expect(found).toEqual(expected);
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
    const { found, expected } = await answers('{ claims { nodes { text } } }');
    expect(found).toEqual(expected);
  });
});

test('a statement that fails is told of at the root fields that need it', async () => {
  const store = await openTestStore('postgres');
  const reason = new ParallaxError('REQUEST_TIMEOUT', 'Too late.');
  const { plain, direct, isDirect } = waysOf(storeOfRequest(store, AbortSignal.abort(reason)));
  for (const query of [
    '{ claims { totalCount } }',
    '{ __typename a: node(id: "Q2xhaW06MTIzNDU2NzgtMTIzNC0xMjM0LTEyMzQtMTIzNDU2Nzg5YWJj") { id } }',
  ]) {
    expect(await isDirect(query)).toBe(true);
    const answer = await direct(query);
    expect(comparable(answer)).toEqual(comparable(await plain(query)));
    expect(answer.errors?.map(({ originalError }) => originalError)).toEqual([reason]);
  }
  await store.close();
});

test('what nobody foresaw on the direct way is logged, once for each document', async () => {
  const store = await openTestStore('postgres');
  const ways = waysOf(store);
  await store.dataSource.query('ALTER TABLE source RENAME COLUMN key TO lock');
  const query = '{ sourceByDomain(domain: "outlet.example") { name } }';
  for (const asked of [query, query, `${query} # another`]) {
    expect(comparable(await ways.direct(asked))).toEqual(comparable(await ways.plain(asked)));
  }
  // What is foreseen is not: introspection, what a client does wrong, what is not all read from the store.
  for (const asked of ['{ __schema { description } }', '{ claims(first: -1) { totalCount } }', '{ dataVersion }']) {
    await ways.direct(asked);
  }
  expect(ways.warnings.map(({ err }) => String(err))).toEqual(
    Array.from({ length: 2 }, () => expect.stringContaining('column "key" does not exist')),
  );
  await store.close();
});

test('a connection that the database ends is not used again', async () => {
  const store = await openTestStore('postgres');
  const ending = runPrepared(store, 'SELECT pg_sleep(60)', []).catch((error: unknown) => error);
  for (let isSeen = false; !isSeen;) {
    const rows = await store.dataSource.query<unknown[]>(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query = 'SELECT pg_sleep(60)'`,
    );
    isSeen = rows.length > 0;
  }
  expect(await ending).toMatchObject({ code: 'DATABASE_UNAVAILABLE', cause: { code: '57P01' } });
  expect(await runPrepared(store, 'SELECT 1', [])).toEqual([[1]]);
  await store.close();
});
