import { ParallaxError } from '../../src/errors';
import { followLinks, type FollowOptions, type PassedOver } from '../../src/readers/follow';
import { isRefused, nameOf, readDocument, type ReadResult, type RefusedDocument } from '../../src/readers/index';
import { answer, html, quickEffects, redirect, serve, testFetcher, type TestServer } from './fetch/support';

/** An entry of a feed that says where its article stands. */
const teaser = (url: string, file = 'feed.xml'): RefusedDocument => ({
  name: file,
  place: 'entry',
  error: new ParallaxError('ENTRY_IS_TEASER', 'The entry is a teaser.'),
  link: { url, declared: { source: 'Harbour Times', publishedAt: '2025-06-01' } },
});

const ofLines = (text: string): ReadResult[] => [...readDocument({ bytes: Buffer.from(text), name: 'given.txt' })];

async function follow(results: Iterable<ReadResult>, options: FollowOptions = {}, effects = quickEffects()) {
  const passed: PassedOver[] = [];
  const told: string[] = [];
  const found: ReadResult[] = [];
  async function* source(): AsyncGenerator<ReadResult> {
    yield* results;
  }
  const passedOver = (reason: PassedOver) => void passed.push(reason);
  for await (const result of followLinks(source(), testFetcher({}, effects), { passedOver, ...options })) {
    found.push(result);
    told.push(
      isRefused(result) ? `${nameOf(result)}: ${result.error.code}` : `${nameOf(result)}: ${result.document.content}`,
    );
  }
  return { told, passed, found };
}

let server: TestServer;
let base: string;
beforeAll(async () => {
  server = await serve({
    '/one': html('one'),
    '/two': html('two'),
    '/moved': redirect('/two'),
    '/login': html('<form><input name="word" type = "password"></form>'),
    '/front': html('<p>Welcome</p>'),
    '/empty': answer(200, { 'Content-Type': 'text/html' }),
    '/picture': answer(200, { 'Content-Type': 'image/png' }, 'x'),
    '/list': (_, response) => {
      response.setHeader('Content-Type', 'text/x-opml');
      response.end(`<opml><outline text="Inner" xmlUrl="${base}/one"/></opml>`);
    },
    '/texts': answer(200, { 'Content-Type': 'application/jsonl' }, '{"text": "first"}\n{"text": "second"}\nbroken'),
  });
  base = server.base;
});
afterAll(() => server.close());
beforeEach(() => {
  server.asked.length = 0;
});

test('what is whole is passed on; pages are read with what the feed says of them', async () => {
  const { told, found } = await follow([...ofLines('whole'), teaser(`${base}/one`), teaser(`${base}/moved`)]);
  expect(told).toEqual(['given.txt: whole', `${base}/one: one`, `${base}/two: two`]);
  expect(found[2]).toMatchObject({
    document: { declared: { source: 'Harbour Times', publishedAt: '2025-06-01', url: `${base}/two` } },
  });
});

test('what fails is named by its address, and the rest goes on', async () => {
  const { told } = await follow([
    teaser(`${base}/missing`),
    teaser(`${base}/picture`),
    teaser('http://10.0.0.1/'),
    teaser('http://[::1]/'),
    teaser(`${base}/empty`),
    teaser('nonsense'),
    teaser(`${base}/one`),
  ]);
  expect(told.sort()).toEqual(
    [
      `${base}/missing: FETCH_STATUS`,
      `${base}/picture: DOCUMENT_BINARY`,
      'http://10.0.0.1/: FETCH_ADDRESS_REFUSED',
      'http://[::1]/: FETCH_ADDRESS_REFUSED',
      `${base}/empty: DOCUMENT_EMPTY`,
      'nonsense: URL_INVALID',
      `${base}/one: one`,
    ].sort(),
  );
});

test('each address is read once, and of each file no more links than the limit', async () => {
  const many = Array.from({ length: 10_000 }, (_, at) => teaser(`${base}/one?${at}`));
  const { told, passed } = await follow(
    [teaser(`${base}/two`, 'other.xml'), teaser(`${base}/two#part`, 'other.xml'), ...many],
    { mostLinks: 3 },
  );
  expect(told).toEqual([`${base}/two: two`, ...[0, 1, 2].map((at) => `${base}/one?${at}: FETCH_STATUS`)]);
  expect(passed.filter((reason) => reason === 'READ_ALREADY').length).toBe(1);
  expect(passed.filter((reason) => reason === 'OVER_LIMIT').length).toBe(9997);
});

test('hosts are asked side by side, each one request at a time and with pauses', async () => {
  const effects = quickEffects();
  const urls = ['a', 'b', 'a', 'b'].map((host, at) => `http://${host}.example:${server.port}/one?${at}`);
  const { told } = await follow(
    urls.map((url) => teaser(url)),
    {},
    effects,
  );
  expect(told.length).toBe(4);
  expect(effects.slept).toEqual([500, 500, 500, 500]);
  expect(server.asked.filter((path) => path === '/robots.txt').length).toBe(2);
});

/** A feed that a list names. */
const named = (url: string): RefusedDocument => ({
  name: 'list.opml',
  place: 'outline 1',
  error: new ParallaxError('FEED_ONLY_NAMED', 'The list names it.'),
  link: { url, declared: { source: 'Harbour Times' } },
});

test('a page in place of a feed is refused, and says whether it asks for a password', async () => {
  const { told, found } = await follow([named(`${base}/login`), named(`${base}/front`), named(`${base}/missing`)]);
  expect(told).toEqual([
    `${base}/login: FEED_IS_A_PAGE`,
    `${base}/front: FEED_IS_A_PAGE`,
    `${base}/missing: FETCH_STATUS`,
  ]);
  expect(found[0]).toMatchObject({ error: { message: expect.stringContaining('asks for a password') } });
  expect(found[1]).toMatchObject({ error: { message: expect.stringContaining('may have moved') } });
});

test('a list in a list is not followed', async () => {
  expect((await follow([named(`${base}/list`)])).told).toEqual([`${base}/list, outline 1: FEED_ONLY_NAMED`]);
  expect(server.asked).toEqual(['/robots.txt', '/list']);
});

test('several documents at one address', async () => {
  expect((await follow([named(`${base}/texts`)])).told).toEqual([
    `${base}/texts, line 1: first`,
    `${base}/texts, line 2: second`,
    `${base}/texts, line 3: JSON_MALFORMED`,
  ]);
});
