import { parse, validate, type DocumentNode, type ExecutionResult } from 'graphql';
import { executeOperation } from '../../src/server/execute';
import type { Store } from '../../src/store/store';
import { databaseKinds, openTestStore, type DatabaseKind } from '../support/databases';
import { Factory } from '../support/factory';
import { makeWorld } from './world';
import { plainSchema, waysOf } from './ways';

type Variables = Record<string, unknown>;

/** The same id, the UUID in it written in capitals. */
const inCapitals = (id = '') => btoa(atob(id).replace(/[^:]*$/, (uuid) => uuid.toUpperCase()));

const page = (index: number) => ({ from: index === 0 ? null : '2025-03-04T01:00:00Z' });

/** Documents that are asked again and again, with all that their variables may be; some of it is wrong. */
function documents(ids: readonly string[]): Readonly<Record<string, readonly [string, readonly Variables[]]>> {
  const of = (type: string) => ids.filter((id) => atob(id).startsWith(`${type}:`));
  const [claims, events, sources] = [of('Claim'), of('Event'), of('Source')];
  return {
    'page sizes, from either end': [
      `query ($first: Int = 2, $last: Int) { claims(first: $first, last: $last) {
        edges { cursor node { text } } pageInfo { hasNextPage hasPreviousPage startCursor } } }`,
      [
        {},
        { first: null },
        { first: 3 },
        { first: 3.0 },
        { first: null, last: 3 },
        { last: 1 },
        { first: 0 },
        { first: -1 },
        { first: '3' },
        { first: [3] },
      ],
    ],
    orders: [
      `query ($order: ClaimOrder, $field: ClaimOrderField = PLACE, $direction: OrderDirection!) {
        a: claims(first: 4, orderBy: $order) { nodes { id text } }
        b: claims(first: 4, orderBy: { field: $field, direction: $direction }) { edges { cursor node { id } } } }`,
      [
        { direction: 'ASC' },
        { direction: 'DESC' },
        { direction: 'DESC', field: 'PUBLISHED_AT' },
        { direction: 'DESC', field: null },
        { direction: 'ASC', order: { field: 'PLACE', direction: 'DESC' } },
        { direction: 'ASC', order: null },
        {},
        { direction: 'ASC', order: { field: 'PLACE' } },
        { direction: 'UP' },
      ],
    ],
    'lists in filters, whole and in parts': [
      `query ($kinds: [ClaimKind!], $kind: ClaimKind!, $id: ID!, $ids: [ID!], $from: DateTime, $all: Boolean = true) {
        a: claims(filter: { kinds: $kinds, sources: $ids }) { totalCount nodes { kind } }
        b: claims(filter: { kinds: [$kind, DIRECT], events: [$id], publishedAt: { from: $from } }) { nodes { id kind } }
        c: claims(filter: { events: [$id, $id], includeRetracted: $all }) { totalCount } }`,
      [
        ...[
          undefined,
          null,
          [],
          ['DIRECT'],
          'DIRECT',
          ['DIRECT', 'MIXED'],
          ['DIRECT', 'DIRECT'],
          [null],
          ['no kind'],
        ].map((kinds, index) => ({ kinds, kind: 'INDIRECT', id: events[index % 3], ...page(index % 2) })),
        ...[undefined, null, sources, sources[0], [sources[1]], [sources[0], sources[0]], [claims[0]]].map(
          (list, index) => ({
            ids: list,
            kind: index % 2 ? 'DIRECT' : 'MIXED',
            id: events[0],
            all: index % 3 ? index % 3 === 1 : undefined,
          }),
        ),
        { kind: 'MIXED', id: claims[0] },
        { kind: 'MIXED', id: events[0], all: null },
      ],
    ],
    'one variable in several parts': [
      `query ($n: Int, $id: ID!, $yes: Boolean = true) {
        event(id: $id) { title @include(if: $yes)
          claims(first: $n, filter: { hops: { from: $n }, events: [$id], includeRetracted: $yes }) { totalCount nodes { id } }
          articles(first: $n, filter: { isCopy: $yes }) { nodes { headline claims(last: $n) { nodes { text } } } } }
        node(id: $id) { id ... on Event { title @skip(if: $yes) } } }`,
      [
        { id: events[0] },
        { id: events[0], n: 1 },
        { id: events[1], n: 2, yes: false },
        { id: events[1], n: 0, yes: true },
        { id: events[2], yes: null },
        { id: claims[0] },
        { id: 'no id' },
      ],
    ],
    'what an interface asks for': [
      `query ($ids: [ID!]!, $text: Boolean!) { nodes(ids: $ids) { id __typename
        ... on Claim { text @include(if: $text) speaker { name } } ... on Event { title claims(first: 1) { totalCount } }
        ... on Node { again: id } } }`,
      [
        ...[
          [],
          [claims[0]],
          claims[0],
          [claims[0], claims[0]],
          [claims[0], events[0], claims[1]],
          [events[0], claims[0]],
          [...sources, ...events],
          [btoa('Claim:00000000-0000-4000-8000-000000000000'), claims[1]],
          [inCapitals(claims[0])],
          ['no id'],
          [null],
          null,
          ids.slice(0, 100),
          ids.slice(0, 101),
        ].flatMap((list) => [
          { ids: list, text: true },
          { ids: list, text: false },
        ]),
      ],
    ],
    'what is contained in names': [
      `query ($part: String, $filter: ActorFilter) { a: actors(filter: { nameContains: $part }) { nodes { name aliases } }
        b: actors(filter: $filter) { totalCount } }`,
      [
        '%',
        '_',
        '\\',
        "'",
        "'; DROP TABLE claim; --",
        '$1',
        '\u2028',
        '\ud800',
        'é',
        ' ',
        '',
        'ALIAS 1',
        null,
        undefined,
      ].flatMap((part) => [{ part }, { filter: { nameContains: part } }, { part, filter: null }]),
    ],
    'cursors, also of other lists': [
      `query ($after: String, $before: String, $order: ClaimOrder) {
        claims(first: 3, after: $after, before: $before, orderBy: $order) { edges { cursor } pageInfo { hasNextPage hasPreviousPage } } }`,
      [{}, { after: null }, { after: 'no cursor' }, { after: '' }, { order: { field: 'PLACE', direction: 'ASC' } }],
    ],
  };
}

const comparable = ({ data, errors }: ExecutionResult) => ({
  data: JSON.stringify(data),
  errors: errors?.map(({ path, message }) => `${path?.join()} ${message}`).sort(),
});

describe.each(databaseKinds)('a plan that is kept on the %s database', (kind: DatabaseKind) => {
  let store: Store;
  let ids: string[];
  beforeAll(async () => {
    store = await openTestStore(kind);
    ids = await makeWorld(new Factory(store));
  });
  afterAll(() => store.close());

  test.each(Object.keys(documents([])))('answers with other variables as it would anew: %s', async (name) => {
    const [query, all] = documents(ids)[name] as readonly [string, readonly Variables[]];
    const document: DocumentNode = parse(query);
    expect(validate(plainSchema, document)).toEqual([]);
    const { plain, argumentsOf, warnings } = waysOf(store);
    const variables: Variables[] = [...all];
    if (name.startsWith('cursors')) {
      for (const order of [null, { field: 'PLACE', direction: 'ASC' }]) {
        const { data } = await plain(query, { order });
        const { edges } = (data as { claims: { edges: { cursor: string }[] } }).claims;
        for (const { cursor } of edges) variables.push({ after: cursor, order }, { before: cursor }, { after: cursor });
      }
    }
    const expected = [];
    for (const given of variables) expected.push(comparable(await plain(query, given)));
    // Forwards, backwards, then all at once.
    const ask = async (given: Variables) =>
      comparable(await executeOperation({ ...argumentsOf(query, given), document }));
    const places = variables.map((_, place) => place);
    for (const place of [...places, ...[...places].reverse()]) {
      expect([place, await ask(variables[place] as Variables)]).toEqual([place, expected[place]]);
    }
    expect(await Promise.all([...variables, ...variables].map(ask))).toEqual([...expected, ...expected]);
    expect(warnings).toEqual([]);
  });
});
