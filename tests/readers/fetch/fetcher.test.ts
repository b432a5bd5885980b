import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { readUrl } from '../../../src/readers/url';
import { isRefused } from '../../../src/readers/index';
import { answer, html, outcome, redirect, serve, testFetcher, type TestServer } from './support';

let server: TestServer;
const packed = (encoding: string, body: Uint8Array) => answer(200, { 'Content-Encoding': encoding }, body);
beforeAll(async () => {
  const hops = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`/hop${at}`, redirect(`/hop${at + 1}`)]));
  server = await serve({
    ...hops,
    '/page': (request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=windows-1252');
      response.end(Buffer.from(`<p>caf\u00e9 ${request.headers['user-agent']}</p>`, 'latin1'));
    },
    '/hop10': answer(200, {}, 'after ten'),
    '/moved': redirect('/page#part'),
    '/nowhere': answer(302, {}),
    '/ring': redirect('/ring-back'),
    '/ring-back': redirect('/ring'),
    '/self': redirect('/self'),
    '/to-file': redirect('file:///etc/passwd'),
    '/to-nonsense': redirect('http://[nonsense'),
    '/gzip': packed('gzip', gzipSync('packed')),
    '/upper': packed('GZIP', gzipSync('packed')),
    '/brotli': packed('br', brotliCompressSync('packed')),
    '/deflate': packed('deflate', deflateSync('packed')),
    '/bare-deflate': packed('deflate', deflateRawSync('packed')),
    '/empty-gzip': packed('gzip', Buffer.alloc(0)),
    '/cut': packed('gzip', gzipSync('packed').subarray(0, 12)),
    '/not-gzip': packed('gzip', Buffer.from('plain')),
    '/twice': packed('gzip, gzip', gzipSync(gzipSync('packed'))),
    '/odd': packed('odd', Buffer.from('x')),
    '/busy-once': (() => {
      let asked = 0;
      return (_, response) => {
        asked += 1;
        if (asked === 1) response.writeHead(503, { 'Retry-After': '7' }).end();
        else response.end('at last');
      };
    })(),
    '/busy': answer(429, { 'Retry-After': '7' }),
    '/busy-long': answer(503, { 'Retry-After': '86400' }),
    '/busy-date': answer(503, { 'Retry-After': 'Sun, 01 Jun 2025 15:00:00 GMT' }),
    '/busy-odd': answer(503, { 'Retry-After': 'never' }),
    '/busy-plain': answer(503, {}),
    '/picture': answer(200, { 'Content-Type': 'image/png' }, 'no picture'),
    '/print': answer(200, { 'Content-Type': 'application/pdf; x=y' }, 'no print'),
    '/unnamed': answer(200, { 'Content-Type': 'application/octet-stream' }, 'text all the same'),
  });
});
afterAll(() => server.close());

test('a page, with its media type and its address after redirects', async () => {
  const fetched = await testFetcher({ userAgent: 'Parallax/1.2.3' }).fetch(`${server.base}/moved`);
  expect(fetched).toMatchObject({ url: `${server.base}/page`, mediaType: 'text/html; charset=windows-1252' });
  expect(Buffer.from(fetched.bytes).toString('latin1')).toBe('<p>café Parallax/1.2.3</p>');
});

test.each([
  ['/gzip', 'packed'],
  ['/upper', 'packed'],
  ['/brotli', 'packed'],
  ['/deflate', 'packed'],
  ['/bare-deflate', 'packed'],
  ['/empty-gzip', ''],
  ['/hop0', 'after ten'],
  ['/busy-once', 'at last'],
  ['/unnamed', 'text all the same'],
])('%s gives "%s"', async (path, text) => {
  expect(await outcome(testFetcher(), server.base + path)).toBe(text);
});

test.each([
  ['/missing', /^FETCH_STATUS: The server answered 404 for http/],
  ['/nowhere', /^FETCH_STATUS: .* 302 /],
  ['/ring', /^FETCH_REDIRECT_REFUSED: .*\/ring redirects in a ring, back to .*\/ring;/],
  ['/self', /^FETCH_REDIRECT_REFUSED: .* in a ring/],
  ['/hop11', /^FETCH_STATUS: .* 404 /],
  ['/to-file', /^URL_INVALID: file: addresses cannot be fetched/],
  ['/to-nonsense', /^URL_INVALID: .*is not a URL/],
  ['/cut', /^FETCH_FAILED: The packed answer .* is damaged/],
  ['/not-gzip', /^FETCH_FAILED: The packed answer .* is damaged/],
  ['/twice', /^FETCH_FAILED: .*unknown way/],
  ['/odd', /^FETCH_FAILED: .*unknown way/],
  ['/busy', /^FETCH_STATUS: The server answered 429/],
  ['/busy-long', /^FETCH_STATUS: .* answered 503 and wants to be asked after 86400 s/],
  ['/busy-date', /^FETCH_STATUS: .* answered 503 and wants to be asked after 10\d\d\d s/],
  ['/busy-odd', /^FETCH_STATUS: .* answered 503 and wants to be asked after "never"/],
  ['/busy-plain', /^FETCH_STATUS: The server answered 503/],
  ['/picture', /^DOCUMENT_BINARY: .* is image\/png/],
  ['/print', /^DOCUMENT_BINARY: .* is application\/pdf/],
])('%s is refused with %s', async (path, sentence) => {
  expect(await outcome(testFetcher(), server.base + path)).toMatch(sentence);
});

test('eleven redirects are one too many', async () => {
  const long = await serve(
    Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`/${at}`, redirect(`/${at + 1}`)])),
  );
  try {
    expect(await outcome(testFetcher(), `${long.base}/0`)).toMatch(/^FETCH_REDIRECT_REFUSED: .* more than 10 times/);
    expect(long.asked).toEqual(['/robots.txt', ...Array.from({ length: 11 }, (_, at) => `/${at}`)]);
  } finally {
    await long.close();
  }
});

test('a server that is busy is asked once more, and twice no more', async () => {
  const busy = await serve({ '/': answer(503, { 'Retry-After': '7' }) });
  try {
    await outcome(testFetcher(), busy.base);
    expect(busy.asked).toEqual(['/robots.txt', '/', '/']);
  } finally {
    await busy.close();
  }
});

test('addresses that are none', async () => {
  const none = ['', 'nonsense', 'file:///etc/passwd', 'ftp://a.example/', 'http://user:word@a.example/', 'http://a b/'];
  for (const url of [...none, `http://a.example/${'x'.repeat(2100)}`]) {
    expect(await outcome(testFetcher(), url)).toMatch(/^URL_INVALID: .{0,300}$/s);
  }
});

test('a host that nobody knows', async () => {
  const unknown = Object.assign(new Error('unknown'), { code: 'ENOTFOUND' });
  const fetcher = testFetcher(
    {},
    { now: () => 0, sleep: () => Promise.resolve(), resolve: () => Promise.reject(unknown) },
  );
  expect(await outcome(fetcher, 'http://nowhere.example/')).toBe('FETCH_FAILED: There is no host nowhere.example.');
});

test('a fetcher that is closed ends what it was at', async () => {
  const silent = await serve({ '/': () => {} });
  try {
    const fetcher = testFetcher();
    const fetching = outcome(fetcher, silent.base);
    while (!silent.asked.includes('/')) await new Promise((resolve) => setTimeout(resolve, 5));
    fetcher.close();
    expect(await fetching).toBe('FETCH_FAILED: Fetching was ended.');
  } finally {
    await silent.close();
  }
});

test('a fetched page is read with the charset of its answer; a failure is a result', async () => {
  const results = [];
  const fetcher = testFetcher();
  for (const path of ['/page', '/missing']) {
    for await (const result of readUrl(server.base + path, fetcher, { declared: { source: 'A' } }))
      results.push(result);
  }
  expect(results).toMatchObject([
    { document: { content: '<p>café Parallax</p>', declared: { source: 'A', url: `${server.base}/page` } } },
    { name: `${server.base}/missing`, error: { code: 'FETCH_STATUS' } },
  ]);
});

test('a page at the address of a feed is refused, also when the address leads on to it', async () => {
  const login = html('<form><input type="password"></form>');
  const turned = await serve({
    '/feed.xml': login,
    '/world/rss/': redirect('/login'),
    '/login': login,
    '/?feed=rss2': login,
  });
  const codes: string[] = [];
  try {
    for (const path of ['/feed.xml', '/world/rss/', '/?feed=rss2', '/login']) {
      for await (const result of readUrl(turned.base + path, testFetcher())) {
        codes.push(isRefused(result) ? result.error.code : 'read');
      }
    }
  } finally {
    await turned.close();
  }
  expect(codes).toEqual(['FEED_IS_A_PAGE', 'FEED_IS_A_PAGE', 'FEED_IS_A_PAGE', 'read']);
});
