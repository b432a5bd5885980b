import { ReceiptStatus } from '../../src/jobs/index';
import { Genre } from '../../src/pipeline/values';
import { databaseKinds } from '../support/databases';
import { emptyTables, openJobs, tableState, textSubmission, type JobsOnStore } from './support';

const dam = `Dam at Orrel holds, ministry says

4 March 2025

The dam at Orrel is safe, the water ministry said on Tuesday.
`;

describe.each(databaseKinds)('accepting documents on the %s database', (kind) => {
  let open: JobsOnStore;
  beforeAll(async () => {
    open = await openJobs(kind);
  });
  afterAll(() => open.close());
  afterEach(async () => {
    await open.jobs.settle();
    await emptyTables(open.store);
  });

  const accept = async (text: string, declared?: Parameters<typeof textSubmission>[1]) => {
    const [receipt, ...more] = await open.jobs.accept(textSubmission(text, declared));
    expect(more).toEqual([]);
    return receipt!;
  };
  const count = async (table: string) =>
    (await open.store.dataSource.query<[{ n: number }]>(`SELECT count(*)::integer AS n FROM ${table}`))[0].n;

  test('the same document again changes nothing', async () => {
    expect(await accept(dam)).toMatchObject({ status: ReceiptStatus.NEW, error: null });
    await open.jobs.settle();
    const before = await tableState(open.store);
    expect(await accept(dam)).toMatchObject({ status: ReceiptStatus.UNCHANGED });
    await open.jobs.settle();
    expect(await tableState(open.store)).toEqual(before);
  });

  test('a changed text adds a version and keeps the article and its first text', async () => {
    const first = await accept(dam);
    const second = await accept(dam.replace('is safe', 'is being repaired'));
    expect(second).toMatchObject({ status: ReceiptStatus.NEW_VERSION, articleId: first.articleId });
    const versions = await open.store.dataSource.query<{ text: string }[]>(
      'SELECT text FROM article_version ORDER BY ordinal',
    );
    expect(versions.map(({ text }) => /is (safe|being repaired)/.exec(text)?.[1])).toEqual(['safe', 'being repaired']);
    expect(await count('raw_document')).toBe(2);
  });

  test('a new version tells what the first did not: date, byline, genre; a date once printed stays', async () => {
    const undated = dam.replace('4 March 2025\n\n', '');
    await accept(undated, { source: 'Ninefold', id: '9' });
    await accept(`${undated}More.\n`, {
      source: 'Ninefold',
      id: '9',
      publishedAt: '2025-03-04',
      genre: Genre.ANALYSIS,
    });
    await accept(`${undated}More and more.\n`, {
      source: 'Ninefold',
      id: '9',
      publishedAt: '2025-03-09',
      byline: 'Ada Quill',
    });
    await open.jobs.settle();
    const [article] = await open.store.dataSource.query<Record<string, unknown>[]>(
      'SELECT published_at, published_at_precision, genre, byline, latest_ordinal FROM article',
    );
    expect(article).toEqual({
      published_at: new Date('2025-03-04T00:00:00Z'),
      published_at_precision: 'DAY',
      genre: 'ANALYSIS',
      byline: 'Ada Quill',
      latest_ordinal: 3,
    });
    expect(await count(`claim WHERE published_at <> '2025-03-04T00:00:00Z'`)).toBe(0);
  });

  test('a text that goes back to what it was is a third version', async () => {
    await accept(dam);
    await accept(dam.replace('is safe', 'is being repaired'));
    expect(await accept(dam)).toMatchObject({ status: ReceiptStatus.NEW_VERSION });
    expect(await count('article_version')).toBe(3);
  });

  test('the same caller’s id is the same article though the headline changed', async () => {
    const first = await accept(dam, { source: 'Ninefold', id: '17' });
    const second = await accept(dam.replace('Dam at Orrel holds', 'Orrel dam repaired'), {
      source: 'Ninefold',
      id: '17',
    });
    expect(second).toMatchObject({ status: ReceiptStatus.NEW_VERSION, articleId: first.articleId });
  });

  test('a source met by name is the same when it comes with its domain, and the other way round', async () => {
    await accept(dam, { source: 'Ninefold' });
    await accept(dam, { source: 'Ninefold', url: 'https://news.ninefold.example/a' });
    await accept(dam, { source: 'NINEFOLD', id: '3' });
    expect(await open.store.dataSource.query('SELECT name, domain FROM source')).toEqual([
      { name: 'Ninefold', domain: 'ninefold.example' },
    ]);
  });

  test('two outlets may print the same piece', async () => {
    await accept(dam, { source: 'Ninefold' });
    expect(await accept(dam, { source: 'Kestrelfeed' })).toMatchObject({ status: ReceiptStatus.NEW });
  });

  test('thirty at once, each twice, are thirty', async () => {
    const texts = Array.from({ length: 30 }, (_, index) => dam.replace('Orrel', `Orrel ${index}`));
    const receipts = await Promise.all([...texts, ...texts].map((text) => accept(text)));
    expect(receipts.filter(({ status }) => status === ReceiptStatus.NEW)).toHaveLength(30);
    expect(receipts.filter(({ status }) => status === ReceiptStatus.UNCHANGED)).toHaveLength(30);
    await open.jobs.settle();
    expect(await count(`article_version WHERE analysis_state = 'DONE'`)).toBe(30);
    expect(open.failures).toEqual([]);
  });

  test.each([
    ['no source', dam, {}, 'SOURCE_MISSING'],
    ['nothing in it', '', { source: 'N' }, 'DOCUMENT_EMPTY'],
    ['an outlet of a name that is none', dam, { source: '!?' }, 'SOURCE_INVALID'],
    ['an outlet of an endless name', dam, { source: 'N'.repeat(3_000) }, 'SOURCE_INVALID'],
    ['a field that no text can be', dam, { source: 'N', byline: 'A.\u0000B.' }, 'DOCUMENT_BINARY'],
    ['a date in the future', dam.replace('2025', '2031'), { source: 'N' }, 'DATE_IN_FUTURE'],
    ['a date that is none', dam, { source: 'N', publishedAt: 'soon' }, 'DATE_INVALID'],
    ['an address that is none', dam, { source: 'N', url: 'orrel/dam' }, 'URL_INVALID'],
    ['an address of a script', dam, { source: 'N', url: 'javascript:alert(1)' }, 'URL_INVALID'],
    ['bytes that are no text', '\u0000\u0001\u0002\u0000'.repeat(200), { source: 'N' }, 'DOCUMENT_BINARY'],
    ['more than the limit', 'word '.repeat(300_000), { source: 'N' }, 'DOCUMENT_TOO_LARGE'],
  ])('refuses a document with %s', async (_, text, declared, code) => {
    const receipt = await accept(text, declared);
    expect(receipt).toMatchObject({ status: ReceiptStatus.REFUSED, articleId: null, error: { code } });
    expect(receipt.error?.message).toMatch(/\.$/);
    expect(await count('article')).toBe(0);
  });

  test('a bad line among good ones is refused alone', async () => {
    const line = (id: number) =>
      JSON.stringify({ id: String(id), source: 'N', headline: `Dam ${id}`, text: 'It holds, she said.' });
    const bytes = Buffer.from([line(1), '{"id": 2, broken', line(3), '{"id":"4","source":"N"}'].join('\n'));
    const receipts = await open.jobs.accept({
      bytes,
      mediaType: 'application/x-ndjson',
      name: 'a.jsonl',
      declared: {},
    });
    expect(receipts.map(({ status }) => status)).toEqual(['NEW', 'REFUSED', 'NEW', 'REFUSED']);
    expect(receipts[1]).toMatchObject({ name: 'a.jsonl, line 2', error: { code: 'JSON_MALFORMED' } });
    expect(await count('article')).toBe(2);
  });

  test('an escape that no text can hold is refused, half a character replaced, and the lines after them taken', async () => {
    const line = (headline: string, text: string) => `{"source":"N","headline":"${headline}","text":"${text}"}`;
    const bytes = Buffer.from(
      [
        line('Dam 1', 'It\\u0000 holds, she said.'),
        line('Dam 2 \\ud83d', 'It holds \\ud83d, she said.'),
        line('Dam 3', 'It holds, she said.'),
      ].join('\n'),
    );
    const receipts = await open.jobs.accept({ bytes, mediaType: 'application/x-ndjson', name: null, declared: {} });
    expect(receipts.map(({ status, error }) => error?.code ?? status)).toEqual(['DOCUMENT_BINARY', 'NEW', 'NEW']);
    const [{ headline }] = await open.store.dataSource.query<[{ headline: string }]>(
      'SELECT headline FROM article ORDER BY headline',
    );
    expect(headline).toBe('Dam 2 \ufffd');
  });

  test('an article is recognised by an address or an id of any length', async () => {
    const long = Array.from({ length: 2_000 }, (_, index) => index.toString(36)).join('-');
    for (const declared of [{ url: `https://n.example/${long}` }, { id: long }]) {
      const first = await accept(dam, { source: 'N', ...declared });
      expect(first).toMatchObject({ status: ReceiptStatus.NEW });
      expect(await accept(dam, { source: 'N', ...declared })).toMatchObject({ status: ReceiptStatus.UNCHANGED });
    }
  });
});
