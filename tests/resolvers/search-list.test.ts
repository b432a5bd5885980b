import assert from 'node:assert';
import { encodeCursor } from '../../src/store/queries/cursor';
import { emptyTables } from '../jobs/support';
import { startService, type Service } from '../server/support';
import { databaseKinds } from '../support/databases';
import { statementsOf } from '../support/statements';
import { operation, searching, type Found } from './search-support';

describe.each(databaseKinds)('the list of a search on the %s database', (kind) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(kind);
  });
  afterAll(async () => {
    await service.close();
    assert.deepEqual(service.logged, []);
  });
  afterEach(() => emptyTables(service.store));
  const { take, search, dam, tank } = searching(() => service);

  test('pages go through everything once, also among equals', async () => {
    const lines = Array.from({ length: 23 }, (_, index) => ({
      id: `${index}`,
      headline: `Valve ${index}`,
      text: index % 2 ? 'The valve broke.' : 'The valve broke, Ana Bell said.',
      publishedAt: index % 3 ? '2025-03-04T10:00:00Z' : '2025-03-05T10:00:00Z',
    }));
    await take(...lines);
    const all = (await search('valve', { first: 100 })).nodes.map(({ node }) => node.id);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(30);
    for (const first of [1, 7]) {
      const walked: string[] = [];
      for (let after: string | null = null; ;) {
        const { nodes, pageInfo, totalCount, estimatedTotalCount }: Found = await search('valve', { first, after });
        expect([totalCount, estimatedTotalCount]).toEqual([all.length, all.length]);
        expect(pageInfo.hasPreviousPage).toBe(after !== null);
        walked.push(...nodes.map(({ node }) => node.id));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(walked).toEqual(all);
    }
    const directions = ['ASC', 'DESC'] as const;
    const orders = ['RELEVANCE', 'PUBLISHED_AT'].flatMap((field) =>
      directions.map((direction) => ({ field, direction })),
    );
    for (const orderBy of orders) {
      const inOrder = (await search('valve', { first: 100, orderBy })).nodes.map(({ node }) => node.id);
      expect(inOrder.toSorted()).toEqual(all.toSorted());
      const walked: string[] = [];
      for (let before: string | null = null; ;) {
        const { nodes, pageInfo }: Found = await search('valve', { last: 9, before, orderBy });
        expect(pageInfo.hasNextPage).toBe(before !== null);
        walked.unshift(...nodes.map(({ node }) => node.id));
        if (!pageInfo.hasPreviousPage) break;
        before = pageInfo.startCursor;
      }
      expect(walked).toEqual(inOrder);
      const opposite = { ...orderBy, direction: orderBy.direction === 'ASC' ? 'DESC' : 'ASC' };
      const reversed = await search('valve', { first: 100, orderBy: opposite });
      expect(reversed.nodes.map(({ node }) => node.id).reverse()).toEqual(inOrder);
    }
  });

  test('filters narrow each type in its own way, and by time the latest is first', async () => {
    await take(
      { ...dam, publishedAt: '2025-01-01T10:00:00Z' },
      {
        ...tank,
        text: `${tank.text} “It burst at the dam,” Cora Vell said.`,
        source: 'Orrel Wire',
        headline: 'Dam bursts',
      },
    );
    const { data } = await service.ask(
      `{ sources { nodes { id name articles { nodes { publishedAt event { id } } } } } }`,
    );
    interface Outlet {
      readonly id: string;
      readonly name: string;
      readonly articles: { readonly nodes: readonly { readonly event: { readonly id: string } | null }[] };
    }
    const outlets = (data.sources as unknown as { nodes: Outlet[] }).nodes;
    const text = 'dam or bell or vell';
    const shown = (found: Found) =>
      found.nodes.map(({ type, node }) => `${type} ${node.headline ?? node.words ?? node.name ?? node.title}`).sort();
    const of = (name: string) => outlets.find((outlet) => outlet.name === name) as Outlet;
    const parts = {
      'Ninefold Post': ['ACTOR Ana Bell', 'ARTICLE Dam holds', 'CLAIM The dam is safe', 'EVENT Dam holds'],
      'Orrel Wire': ['ACTOR Cora Vell', 'ARTICLE Dam bursts', 'CLAIM It burst at the dam', 'EVENT Dam bursts'],
    };
    for (const [name, expected] of Object.entries(parts)) {
      expect(shown(await search(text, { sources: [of(name).id] })).map((line) => line.replace(/[“”,]/g, ''))).toEqual(
        expected,
      );
      const event = of(name).articles.nodes[0]?.event?.id;
      expect(shown(await search(text, { events: [event] }))).toHaveLength(4);
      const [other] = outlets.filter((outlet) => outlet.name !== name);
      expect(shown(await search(text, { events: [event], sources: [other?.id] }))).toEqual([]);
    }
    const publishedAt = { from: '2025-03-03T00:00:00Z' };
    expect(shown(await search(text, { publishedAt })).map((line) => line.split(' ')[0])).toEqual([
      'ACTOR',
      'ARTICLE',
      'CLAIM',
      'EVENT',
    ]);
    const byTime = { field: 'PUBLISHED_AT', direction: 'ASC' };
    const articles = await search('dam', { types: ['ARTICLE'], orderBy: byTime });
    expect(articles.nodes.map(({ node }) => node.headline)).toEqual(['Dam holds', 'Dam bursts']);
  });

  test('of what there is very much the latest thousand are gone through, and about how many there are is said', async () => {
    const { make } = service;
    const article = await make.article(await make.source({ name: 'Orrel Sun' }));
    await service.store.dataSource.query(
      `WITH made AS (
         INSERT INTO claim SELECT (jsonb_populate_record(claim, jsonb_build_object('id', gen_random_uuid()))).*
         FROM claim, generate_series(1, 1200) WHERE claim.id = $1 RETURNING id)
       INSERT INTO claim_search (id, language, published_at, words)
       SELECT id, 'und', now(), to_tsvector('simple', 'valve') FROM made`,
      [(await make.claim(article)).id],
    );
    await service.store.dataSource.query('ANALYZE claim_search');
    const found = await search('valve', { first: 1 });
    expect(found).toMatchObject({
      totalCount: null,
      counts: expect.arrayContaining([{ type: 'CLAIM', count: 1000, isCapped: true }]),
    });
    expect(found.estimatedTotalCount).toBeGreaterThanOrEqual(1000);
    expect(found.estimatedTotalCount).toBeLessThan(1500);
  });

  test('however many are found, the statements are the same', async () => {
    await take(dam, tank);
    const count = async (text: string, first: number) =>
      (await statementsOf(service.store, () => search(text, { first }))).length;
    // Languages held, stems of what is sought, what is found; all of what was found, what is searched of it, and stems.
    const few = await count('dam', 1);
    const lines = Array.from({ length: 12 }, (_, index) => ({ ...dam, id: `${index}`, headline: `Dam ${index}` }));
    await take(...lines);
    expect(await count('dam or bell', 100)).toBe(6);
    expect(few).toBe(6);
    const ids = await statementsOf(service.store, () =>
      service.ask('{ search(text: "dam") { totalCount nodes { type } } }'),
    );
    expect(ids).toHaveLength(3);
    const below = await statementsOf(service.store, async () => {
      const { data, errors } = await service.ask(`{ search(text: "dam or bell", first: 50) { edges { node { node {
        ... on Event { claims { nodes { speaker { name } chain { text } } } } ... on Actor { claims { totalCount } }
        ... on Claim { article { headline source { name } } } ... on Article { event { sources { name } } } } } } } }`);
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data)).toContain('Ana Bell');
    });
    expect(below).toHaveLength(4);
  });

  test.each([
    [{ text: '' }, '`text` holds no word to look for.'],
    [{ text: '-dam' }, 'only says what to leave out'],
    [{ text: 'x'.repeat(501) }, '500 are the most'],
    [{ text: 'dam', types: [] }, '`filter.types` holds 0 values'],
    [{ text: 'dam', first: 1, last: 1 }, 'either `first` or `last`'],
    [{ text: 'dam', sources: ['x'] }, '`filter.sources` is not an id'],
    [{ text: 'dam', languages: ['English!'] }, '"English!" is no Language.'],
    [{ text: 'dam', first: 101 }, '`first` must be from 0 to 100'],
    [{ text: 'dam', after: 'x' }, 'not a cursor'],
    [{ text: 'dam', after: encodeCursor('claims by PUBLISHED_AT DESC', []) }, 'cursor of another list'],
    [{ text: 'dam', types: ['SHOUTED'] }, 'SearchType'],
  ])('%j is refused with the reason', async (variables, reason) => {
    const { code, message } = await service.refusal(operation, variables);
    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toContain(reason);
  });

  test('a cursor of another search is refused', async () => {
    await take(dam, tank);
    const { pageInfo } = await search('office', { first: 1 });
    const { message } = await service.refusal(operation, { text: 'tank', after: pageInfo.endCursor });
    expect(message).toContain('cursor of another list');
  });
});
