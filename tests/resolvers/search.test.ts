import { emptyTables } from '../jobs/support';
import assert from 'node:assert';
import { encodeCursor } from '../../src/store/queries/cursor';
import { fillSearch } from '../../src/store/search/fill-search';
import { databaseKinds } from '../support/databases';
import { startService, type Service } from '../server/support';
import { statementsOf } from '../support/statements';

interface Hit {
  readonly type: string;
  readonly score: number;
  readonly node: {
    readonly id: string;
    readonly headline?: string;
    readonly latestVersion?: { readonly text: string };
    readonly words?: string;
    readonly name?: string;
    readonly aliases?: readonly string[];
    readonly title?: string;
  };
  readonly matches: readonly {
    readonly field: string;
    readonly index: number | null;
    readonly snippet: string;
    readonly start: number;
    readonly end: number;
    readonly highlights: readonly { readonly start: number; readonly end: number }[];
  }[];
}

interface Found {
  readonly nodes: readonly Hit[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
  readonly totalCount: number | null;
  readonly estimatedTotalCount: number;
  readonly counts: readonly { readonly type: string; readonly count: number; readonly isCapped: boolean }[];
}

const operation = `query ($text: String!, $types: [SearchType!], $languages: [Language!], $sources: [ID!], $events: [ID!],
    $publishedAt: DateTimeRange, $orderBy: SearchOrder, $first: Int, $after: String, $last: Int, $before: String) {
  search(text: $text, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before, filter: {
      types: $types, languages: $languages, sources: $sources, events: $events, publishedAt: $publishedAt }) {
    totalCount estimatedTotalCount counts { type count isCapped } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { type score
      node { id ... on Article { headline latestVersion { text } } ... on Claim { words: text }
             ... on Actor { name aliases } ... on Event { title } }
      matches { field index snippet start end highlights { start end } } } } }`;

/** The field that a match says it stands in. */
function fieldOf({ node }: Hit, { field, index }: Hit['matches'][number]): string | undefined {
  if (field === 'HEADLINE') return node.headline;
  if (field === 'TITLE') return node.title;
  if (field === 'NAME') return node.name;
  if (field === 'ALIAS') return node.aliases?.[index as number];
  return node.words ?? node.latestVersion?.text;
}

interface Line {
  readonly id: string;
  readonly headline: string;
  readonly text: string;
  readonly language?: string | null;
  readonly source?: string;
  readonly publishedAt?: string;
}

describe.each(databaseKinds)('search on the %s database', (kind) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(kind);
  });
  afterAll(async () => {
    await service.close();
    assert.deepEqual(service.logged, []);
  });
  afterEach(() => emptyTables(service.store));

  /** Takes articles in as a caller would; what none says is filled in. */
  async function take(...lines: Line[]): Promise<void> {
    const bytes = Buffer.from(
      lines
        .map((line) =>
          JSON.stringify({ source: 'Ninefold Post', publishedAt: '2025-03-04T10:00:00Z', language: 'en', ...line }),
        )
        .join('\n'),
    );
    const receipts = await service.jobs.accept({ bytes, mediaType: 'application/x-ndjson', name: null, declared: {} });
    expect(receipts.map(({ error }) => error)).toEqual(lines.map(() => null));
    await service.jobs.settle();
  }

  async function search(text: string, variables: object = {}): Promise<Found> {
    const { data, errors } = await service.ask(operation, { text, ...variables });
    expect(errors).toBeUndefined();
    const found = data.search as unknown as Found;
    for (const hit of found.nodes) {
      for (const match of hit.matches) {
        const field = fieldOf(hit, match);
        expect(field?.slice(match.start, match.end)).toBe(match.snippet);
        for (const { start, end } of match.highlights) {
          expect(start >= match.start && end <= match.end).toBe(true);
        }
      }
    }
    return found;
  }

  /** The words marked in what was found: a list for each hit. */
  const marked = ({ nodes }: Found) =>
    nodes.map((hit) =>
      hit.matches.flatMap((match) =>
        match.highlights.map(({ start, end }) => (fieldOf(hit, match) as string).slice(start, end)),
      ),
    );
  const headlines = async (text: string, variables: object = {}) =>
    (await search(text, { types: ['ARTICLE'], ...variables })).nodes.map(({ node }) => node.headline).sort();

  const dam: Line = {
    id: 'dam',
    headline: 'Dam holds',
    text: 'The liaison office in Orrel opened.\n\n“The dam is safe,” Ana Bell said after the elections on Tuesday.',
  };
  const tank: Line = { id: 'tank', headline: 'Tank bursts', text: 'A tank burst near the office of liaison in Orrel.' };

  test('all words must be there, in any form; phrases, exclusions, prefixes and alternatives narrow and widen', async () => {
    await take(dam, tank);
    expect(await headlines('orrel office')).toEqual(['Dam holds', 'Tank bursts']);
    expect(await headlines('election opening')).toEqual(['Dam holds']);
    expect(await headlines('"liaison office"')).toEqual(['Dam holds']);
    expect(await headlines('"office of liaison"')).toEqual(['Tank bursts']);
    expect(await headlines('"election"')).toEqual([]);
    expect(await headlines('office -dam')).toEqual(['Tank bursts']);
    expect(await headlines('office -"liaison office"')).toEqual(['Tank bursts']);
    expect(await headlines('electi*')).toEqual(['Dam holds']);
    expect(await headlines('"liaison off"*')).toEqual(['Dam holds']);
    expect(await headlines('election or burst')).toEqual(['Dam holds', 'Tank bursts']);
    expect(await headlines('orrel the of')).toEqual(['Dam holds', 'Tank bursts']);
    expect(await headlines('the')).toEqual(['Dam holds', 'Tank bursts']);
    expect(await headlines('holds the')).toEqual(['Dam holds']);
    // No phrase reaches from the headline into the text.
    expect(await headlines('"holds the"')).toEqual([]);
    expect(marked(await search('electi* "dam is"', { types: ['ARTICLE'] }))).toEqual([['dam', 'is', 'elections']]);
  });

  test('claims, actors and events are found too, each by its own field', async () => {
    await take(dam, tank);
    const found = await search('dam');
    expect(found.nodes.map(({ type, matches }) => `${type} ${matches.map(({ field }) => field).join()}`)).toEqual([
      'EVENT TITLE',
      'ARTICLE HEADLINE,TEXT',
      'CLAIM TEXT',
    ]);
    expect(found.counts).toEqual([
      { type: 'ARTICLE', count: 1, isCapped: false },
      { type: 'CLAIM', count: 1, isCapped: false },
      { type: 'ACTOR', count: 0, isCapped: false },
      { type: 'EVENT', count: 1, isCapped: false },
    ]);
    expect(found.totalCount).toBe(3);
    const [actor] = (await search('bell', { types: ['ACTOR', 'ACTOR'] })).nodes;
    expect(actor).toMatchObject({
      type: 'ACTOR',
      node: { name: 'Ana Bell' },
      matches: [{ field: 'NAME', snippet: 'Ana Bell' }],
    });
  });

  test('a better match comes first: a headline before a text, more before less', async () => {
    await take(
      { id: '1', headline: 'One', text: 'The valve is mentioned once in this long text about other things.' },
      { id: '2', headline: 'The valve', text: 'It broke.' },
      { id: '3', headline: 'Three', text: 'The valve, the other valve and the third valve broke.' },
    );
    const { nodes } = await search('valve', { types: ['ARTICLE'] });
    expect(nodes.map(({ node }) => node.headline)).toEqual(['The valve', 'Three', 'One']);
    expect(nodes.every(({ score }) => score > 0 && score < 1)).toBe(true);
    expect((await search('broke -"other things"', { types: ['ARTICLE'] })).nodes[0]?.score).toBeGreaterThan(0);
  });

  test('a word in the headline counts also when the others stand far from it', async () => {
    const filler = 'Nothing else of any note was said that day. '.repeat(20);
    await take(
      { id: '1', headline: 'One', text: `Verrinol waits. ${filler} It is the government.`, publishedAt: '2025-03-09' },
      { id: '2', headline: 'Verrinol', text: `They wait. ${filler} It is the government.`, publishedAt: '2025-03-01' },
    );
    const { nodes } = await search('government Verrinol', { types: ['ARTICLE'] });
    expect(nodes.map(({ node }) => node.headline)).toEqual(['Verrinol', 'One']);
    expect(nodes.every(({ score }) => score > 0)).toBe(true);
  });

  test('words are read as the language of each text has them', async () => {
    await take(
      {
        id: 'de',
        headline: 'Häuser in Orrel',
        text: 'Die Regierung prüft die neuen Verträge über die Häuser.',
        language: 'de-AT',
      },
      {
        id: 'fr',
        headline: 'Élections à Orrel',
        text: "L'école fermée, les ministres sont arrivés hier.",
        language: 'fr',
      },
      { id: 'en', headline: 'Ministers arrive', text: 'They die for a contract and houses.', language: 'en' },
      { id: 'none', headline: 'Ministers', text: 'The ministers of Orrel.', language: null },
    );
    expect(await headlines('vertrag haus')).toEqual(['Häuser in Orrel']);
    expect(await headlines('Hauser')).toEqual(['Häuser in Orrel']);
    expect(await headlines('ecole')).toEqual(['Élections à Orrel']);
    expect(await headlines('École fermé')).toEqual(['Élections à Orrel']);
    expect(await headlines("l'école")).toEqual(['Élections à Orrel']);
    expect(await headlines('fermer')).toEqual(['Élections à Orrel']);
    // "minister" is another word where nothing is known of the language; a stop word of one language is no hindrance there.
    expect(await headlines('minister')).toEqual(['Ministers arrive']);
    expect(await headlines('ministers')).toEqual(expect.arrayContaining(['Ministers', 'Ministers arrive']));
    expect(await headlines('die ministers orrel')).toEqual(['Ministers']);
    expect(await headlines('"die"')).toEqual(['Häuser in Orrel', 'Ministers arrive']);
    expect(await headlines('orrel', { languages: ['de'] })).toEqual(['Häuser in Orrel']);
    expect(await headlines('orrel', { languages: ['FR-CA', 'sw'] })).toEqual(['Élections à Orrel']);
    expect(await headlines('orrel', { languages: ['sw'] })).toEqual([]);
    expect(marked(await search('haus vertrag', { types: ['ARTICLE'] }))).toEqual([['Häuser', 'Verträge', 'Häuser']]);
    expect(marked(await search('ecole', { types: ['ARTICLE'] }))).toEqual([['école']]);
  });

  test('Chinese, Japanese and Thai are found by any run of their characters', async () => {
    await take(
      { id: 'zh', headline: '北京宣布新协议', text: '外交部发言人周二在北京表示，协议将于明年生效。', language: 'zh' },
      { id: 'ja', headline: '東京で会談', text: '外務省は火曜日、カメラの前で述べた。', language: 'ja' },
    );
    expect(await headlines('发言人')).toEqual(['北京宣布新协议']);
    expect(await headlines('言发')).toEqual([]);
    expect(await headlines('カメラ 東京')).toEqual(['東京で会談']);
    expect(marked(await search('新协', { types: ['ARTICLE'] }))).toEqual([['新', '协']]);
  });

  test('offsets hold behind emoji, quotation marks, markup and delimiters of any sort', async () => {
    await take({
      id: 'odd',
      headline: '🙂🙂 Dam <b>safe</b> & sound \ue000dam\ue001',
      text: '👩‍👩‍👧 “The dam,” she said — <script>dam()</script> e\u0301cole dam\u00ads 𝐃am.',
    });
    expect(marked(await search('dam', { types: ['ARTICLE'] }))).toEqual([['Dam', 'dam', 'dam', 'dam', 'dams', '𝐃am']]);
    expect(marked(await search('école', { types: ['ARTICLE'] }))).toEqual([['e\u0301cole']]);
    expect(await headlines('script safe')).toHaveLength(1);
  });

  test('what a new version no longer says is not found, nor are its claims', async () => {
    await take(dam);
    expect(await headlines('elections')).toHaveLength(1);
    expect((await search('"dam is safe"', { types: ['CLAIM'] })).totalCount).toBe(1);
    await take({ ...dam, text: 'The levee broke, Ana Bell said.' });
    expect(await headlines('elections')).toEqual([]);
    expect(await headlines('levee')).toHaveLength(1);
    expect((await search('"dam is safe"')).totalCount).toBe(0);
    expect((await search('levee', { types: ['CLAIM'] })).totalCount).toBe(1);
    await take({ ...dam, text: `${dam.text}\n\nMore.` });
    expect((await search('"dam is safe"', { types: ['CLAIM'] })).totalCount).toBe(1);
  });

  test('nothing of a removed demo is found', async () => {
    await service.jobs.loadDemo();
    await service.jobs.settle();
    expect((await search('office')).counts.map(({ count }) => count > 0)).toEqual([true, true, true, true]);
    await service.jobs.removeDemo();
    await service.jobs.settle();
    expect((await search('office or meresh')).totalCount).toBe(0);
    expect(
      await service.store.dataSource.query('SELECT id FROM actor_search UNION SELECT id FROM event_search'),
    ).toEqual([]);
  }, 120_000);

  test('what was taken in before there was a search is found all the same', async () => {
    await take(dam, tank);
    await take({ ...dam, text: 'The levee is safe, Ana Bell said.' });
    const tables = ['article_search', 'claim_search', 'actor_search', 'event_search'];
    const rows = () =>
      Promise.all(
        tables.map((table) => service.store.dataSource.query(`SELECT id, language, words FROM ${table} ORDER BY id`)),
      );
    const before = await rows();
    expect(before.every((row) => row.length > 0)).toBe(true);
    await service.store.dataSource.query(`TRUNCATE ${tables.join(', ')}`);
    expect((await search('levee')).totalCount).toBe(0);
    await fillSearch(service.store.dataSource);
    expect(await rows()).toEqual(before);
  });

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

  test('a text of any size is taken in and searched as far as the index reaches', async () => {
    const huge = Array.from({ length: 60_000 }, (_, index) => `w${index.toString(36)}`).join(' ');
    await take({ id: 'huge', headline: 'Huge', text: `Beginning of it. ${huge} ending` });
    expect(await headlines('beginning w1')).toEqual(['Huge']);
    expect(await headlines('ending')).toEqual([]);
    await take({ id: 'run', headline: 'Run', text: `Start ${'北'.repeat(150_000)} ${'x'.repeat(150_000)}` });
    expect(await headlines('start 北北')).toEqual(['Run']);
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

  test('whatever is typed is answered, or refused with a code', async () => {
    await take(dam, { ...tank, language: 'de' });
    let state = 5;
    const random = (below: number) => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    const pieces = ["'", '\\', ':*', '&', '|', '!', '<->', '(', ')', '"', '-', '*', ' ', ' ', 'dam', 'or', 'the', '\0'];
    pieces.push('\ud83d', '🙂', 'é', 'e\u0301', '北', '%', '$1', ';--', 'Ως', 'İ', '½', '\u200d', "d'Orrel", '“', '\n');
    for (let run = 0; run < 150; run += 1) {
      const text = Array.from({ length: 1 + random(14) }, () => pieces[random(pieces.length)]).join('');
      const { errors, data } = await service.ask(operation, { text });
      const codes = errors?.map(({ extensions }) => extensions.code) ?? [];
      expect([text, codes, data === null]).toEqual([text, codes.length ? ['BAD_USER_INPUT'] : [], codes.length > 0]);
    }
  });
});
