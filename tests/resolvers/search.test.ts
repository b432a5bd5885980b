import assert from 'node:assert';
import { fillSearch } from '../../src/store/search/fill-search';
import { emptyTables } from '../jobs/support';
import { startService, type Service } from '../server/support';
import { databaseKinds, openTestStore } from '../support/databases';
import { operation, searching } from './search-support';

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
  const { take, search, marked, headlines, dam, tank } = searching(() => service);

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
    const demo = await startService(await openTestStore(kind, 'demo'));
    const { search: searchDemo } = searching(() => demo);
    expect((await searchDemo('office')).counts.map(({ count }) => count > 0)).toEqual([true, true, true, true]);
    await demo.jobs.removeDemo();
    await demo.jobs.settle();
    expect((await searchDemo('office or meresh')).totalCount).toBe(0);
    expect(await demo.store.dataSource.query('SELECT id FROM actor_search UNION SELECT id FROM event_search')).toEqual(
      [],
    );
    await demo.close();
    expect(demo.logged).toEqual([]);
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

  test('a text of any size is taken in and searched as far as the index reaches', async () => {
    const huge = Array.from({ length: 60_000 }, (_, index) => `w${index.toString(36)}`).join(' ');
    await take({ id: 'huge', headline: 'Huge', text: `Beginning of it. ${huge} ending` });
    expect(await headlines('beginning w1')).toEqual(['Huge']);
    expect(await headlines('ending')).toEqual([]);
    await take({ id: 'run', headline: 'Run', text: `Start ${'北'.repeat(150_000)} ${'x'.repeat(150_000)}` });
    expect(await headlines('start 北北')).toEqual(['Run']);
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
