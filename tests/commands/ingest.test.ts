import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer, html, redirect, serve, type TestServer } from '../readers/fetch/support';
import { copyEmbeddedFolder } from '../support/databases';
import { run } from '../support/programs';

jest.setTimeout(120_000);

const words = (subject: string): string =>
  Array.from(
    { length: 12 },
    (_, at) => `The ${subject} council said on Monday that plan ${at} would cost 40 million.`,
  ).join(' ');

const page = (subject: string): string => `<!doctype html><html lang="en"><head><title>${subject} plan</title></head>
  <body><article><h1>${subject} plan</h1><p>${words(subject)}</p><p>${words(subject)}</p></article></body></html>`;

const item = (url: string, title: string): string =>
  `<item><title>${title}</title><link>${url}</link><description>In short …</description><pubDate>Mon, 02 Jun 2025 09:00:00 GMT</pubDate></item>`;

const rss = (title: string, items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${items}</channel></rss>`;

let server: TestServer;
let folder: string;
let data: ReturnType<typeof copyEmbeddedFolder>;
let environment: Record<string, string>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-ingest-'));
  const xml = (body: string) => answer(200, { 'Content-Type': 'application/rss+xml' }, body);
  const whole = `<item><title>Whole</title><link>/whole</link><description>${words('whole').repeat(2)}</description></item>`;
  server = await serve({
    '/feed.xml': (request, response) =>
      xml(
        rss(
          'The Harbour Times',
          item('/harbour', 'Harbour') +
            item('/gone', 'Gone') +
            item('/moved', 'Bridge') +
            whole +
            item('/harbour#x', 'Again'),
        ),
      )(request, response),
    '/other.xml': xml(rss('Other', item('/bridge', 'Bridge') + item('/harbour', 'Harbour'))),
    '/long.xml': xml(
      rss('Long', Array.from({ length: 10_000 }, (_, at) => item(`/long/${at}`, `Long ${at}`)).join('')),
    ),
    '/login.xml': html('<form><input type="password"></form>'),
    '/harbour': html(page('Harbour')),
    '/bridge': html(page('Bridge')),
    '/moved': redirect('/bridge'),
    '/long/0': html(page('Zero')),
    '/long/1': html(page('One')),
    '/robots.txt': answer(200, {}, 'User-agent: *\nDisallow: /secret\n'),
  });
  const list = ['feed.xml', 'login.xml', 'dead.xml', 'other.xml', 'feed.xml']
    .map((path) => `<outline text="${path}" xmlUrl="${server.base}/${path}"/>`)
    .join('');
  writeFileSync(join(folder, 'list.opml'), `<opml version="2.0"><body>${list}<outline text="none"/></body></opml>`);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  server.asked.length = 0;
  data = copyEmbeddedFolder();
  environment = { PARALLAX_DATA: data.folder, PARALLAX_FETCH_PRIVATE_HOSTS: `127.0.0.1:${server.port}` };
});
afterEach(() => data.remove());

/** The counts that a run ends with, by name. */
function counts(output: string): Record<string, string> {
  const lines = output.split('\n').map((line) => /^(\S.*?) {2,}(\S.*)$/.exec(line));
  return Object.fromEntries(lines.flatMap((match) => (match ? [[match[1], match[2]]] : [])));
}

test('without leave of its owner nothing on this machine is fetched', async () => {
  const { status, stdout } = await run(['ingest', `${server.base}/feed.xml`], {
    PARALLAX_DATA: environment.PARALLAX_DATA as string,
  });
  expect(status).toBe(1);
  expect(counts(stdout)).toMatchObject({ New: '0', Refused: '1 (FETCH_ADDRESS_REFUSED 1)' });
  expect(server.asked).toEqual([]);
});

test('a feed: whole entries as they are, pages of the others, each once', async () => {
  const { status, stdout } = await run(['ingest', `${server.base}/feed.xml`], environment);
  expect(stdout).toContain(`Refused ${server.base}/gone: FETCH_STATUS: The server answered 404`);
  expect(status).toBe(1);
  expect(counts(stdout)).toMatchObject({
    Read: '4',
    New: '3',
    Refused: '1 (FETCH_STATUS 1)',
    'Not followed': '1 (read already 1)',
  });
  expect(server.asked).toEqual(['/robots.txt', '/feed.xml', '/harbour', '/gone', '/moved', '/bridge']);
});

test('a list of feeds: dead ones are counted, the rest goes on', async () => {
  const { stdout } = await run(['ingest', join(folder, 'list.opml')], environment);
  expect(stdout).toContain(`Refused ${server.base}/login.xml: FEED_IS_A_PAGE: `);
  expect(stdout).toContain(`Refused ${server.base}/dead.xml: FETCH_STATUS: `);
  expect(stdout).toContain('list.opml, outline 6: URL_INVALID: "none" has no address');
  expect(counts(stdout)).toMatchObject({ 'Not followed': expect.stringMatching(/^3 \(read already 3\)$/) as string });
  expect(server.asked.filter((path) => path === '/feed.xml').length).toBe(1);
  expect(server.asked.filter((path) => path === '/harbour').length).toBe(1);
});

test('a feed of ten thousand teasers: as many pages as the limit, and no more is told than a number', async () => {
  const { status, stdout } = await run(['ingest', `${server.base}/long.xml`, '--limit', '2'], environment);
  expect(status).toBe(0);
  expect(counts(stdout)).toMatchObject({
    Read: '2',
    New: '2',
    'Not followed': '9998 (over the limit 9998: raise it with --limit)',
  });
  expect(server.asked).toEqual(['/robots.txt', '/long.xml', '/long/0', '/long/1']);
});

test('with --no-follow nothing that a feed or list names is fetched', async () => {
  const feed = await run(['ingest', `${server.base}/other.xml`, '--no-follow'], environment);
  expect(counts(feed.stdout)).toMatchObject({ New: '0', Refused: '2 (ENTRY_IS_TEASER 2)' });
  expect(server.asked).toEqual(['/robots.txt', '/other.xml']);
  const list = await run(['ingest', join(folder, 'list.opml'), '--no-follow'], environment);
  expect(counts(list.stdout)).toMatchObject({ Refused: '6 (FEED_ONLY_NAMED 5, URL_INVALID 1)' });
  expect(server.asked.length).toBe(2);
});

test('a limit that is none', async () => {
  const { status, stderr } = await run(['ingest', 'x', '--limit', 'many'], environment);
  expect(status).toBe(1);
  expect(stderr).toContain('whole number');
});
