import { RobotsRules } from '../../../src/readers/fetch/robots';
import { readRobotsFile } from '../../../src/readers/fetch/robots-file';
import { answer, outcome, quickEffects, redirect, serve, testFetcher, type Routes } from './support';

const page = answer(200, {}, 'read');

/** What a fetcher makes of a page, on a server with this robots.txt. */
async function under(robots: Routes, path = '/page'): Promise<{ text: string; asked: string[]; slept: number[] }> {
  const server = await serve({ '/page': page, '/open/page': page, ...robots });
  try {
    const effects = quickEffects();
    const text = await outcome(testFetcher({ timeLimit: 20_000, idleLimit: 3000 }, effects), server.base + path);
    return { text, asked: server.asked, slept: effects.slept };
  } finally {
    await server.close();
  }
}

const saying = (text: string): Routes => ({ '/robots.txt': answer(200, { 'Content-Type': 'text/plain' }, text) });

test.each([
  ['', '/page', true],
  ['User-agent: *\nDisallow:', '/page', true],
  ['User-agent: *\nDisallow: /', '/page', false],
  ['User-agent: *\nDisallow: /page', '/page', false],
  ['User-agent: *\nDisallow: /\nAllow: /open/', '/open/page', true],
  ['User-agent: *\nDisallow: /*age$', '/page', false],
  ['User-agent: *\nDisallow: /*ag$', '/page', true],
  ['User-agent: Other\nDisallow: /', '/page', true],
  ['User-agent: parallax\nDisallow: /', '/page', false],
  ['User-agent: PARALLAX/9.9\nDisallow: /', '/page', false],
  ['User-agent: Other\nUser-agent: Parallax\nDisallow: /', '/page', false],
  ['User-agent: *\nDisallow: /\n\nUser-agent: Parallax\nAllow: /', '/page', true],
  ['User-agent: Parallax\nDisallow: /x\nUser-agent: *\nDisallow: /', '/page', true],
  ['\ufeffuser-AGENT : * # all\r\ndisallow : /page # this\r\n', '/page', false],
  ['Sitemap: /s.xml\nUser-agent: *\nSitemap: /t.xml\nDisallow: /', '/page', false],
  ['Disallow: /', '/page', true],
  ['<html><body>Not found</body></html>', '/page', true],
])('%j: %s is allowed: %s', async (robots, path, isAllowed) => {
  const { text, asked } = await under(saying(robots), path);
  if (isAllowed) expect(text).toBe('read');
  else expect(text).toMatch(/^FETCH_ROBOTS_DISALLOWED: .*\/robots\.txt asks programs not to read \//);
  expect(asked).toEqual(isAllowed ? ['/robots.txt', path] : ['/robots.txt']);
});

test.each([
  ['none', answer(404, {})],
  ['forbidden', answer(403, {})],
  ['gone', answer(410, {})],
  ['redirected without end', redirect('/robots.txt')],
])('%s: everything is allowed', async (_, robots) => {
  expect((await under({ '/robots.txt': robots })).text).toBe('read');
});

test.each([
  ['an error of the server', answer(500, {}), /^FETCH_ROBOTS_DISALLOWED: .* cannot be known now: .* 500 /],
  ['too many requests', answer(429, {}), /^FETCH_ROBOTS_DISALLOWED: .* 429 /],
  ['silence', () => {}, /^FETCH_TIMEOUT: 127\.0\.0\.1:\d+ sent nothing/],
  [
    'a redirect into a private network',
    redirect('http://10.0.0.1/robots.txt'),
    /^FETCH_ADDRESS_REFUSED: .*robots\.txt: /,
  ],
  ['a redirect to a file', redirect('file:///robots.txt'), /^URL_INVALID: .*robots\.txt: /],
  ['a closed connection', (request) => request.socket.destroy(), /^FETCH_FAILED: 127\.0\.0\.1:\d+: connection failed/],
] satisfies [string, Routes[string], RegExp][])('%s: nothing is allowed', async (_, robots, sentence) => {
  const { text, asked } = await under({ '/robots.txt': robots });
  expect(text).toMatch(sentence);
  expect(asked).not.toContain('/page');
});

test('rules at the other end of a redirect hold', async () => {
  const { text } = await under({
    '/robots.txt': redirect('/rules'),
    '/rules': answer(200, {}, 'User-agent: *\nDisallow: /'),
  });
  expect(text).toMatch(/^FETCH_ROBOTS_DISALLOWED/);
});

test('a robots.txt without end: its beginning holds', async () => {
  const endless: Routes[string] = (_, response) => {
    response.write('User-agent: *\nDisallow: /page\n');
    const more = (): void => {
      while (!response.destroyed && response.write('# nothing\n'.repeat(1000)));
    };
    response.on('drain', more);
    more();
  };
  expect((await under({ '/robots.txt': endless })).text).toMatch(/^FETCH_ROBOTS_DISALLOWED/);
  expect((await under({ '/robots.txt': endless }, '/open/page')).text).toBe('read');
});

test('where a page redirects to is asked about as well', async () => {
  const closed = await serve({ ...saying('User-agent: *\nDisallow: /'), '/page': page });
  try {
    const { text } = await under({ '/page': redirect(`${closed.base}/page`) });
    expect(text).toMatch(/^FETCH_ROBOTS_DISALLOWED/);
    expect(closed.asked).toEqual(['/robots.txt']);
  } finally {
    await closed.close();
  }
});

test('the pause that a host wants is kept, up to ten seconds', async () => {
  expect((await under(saying('User-agent: *\nCrawl-delay: 3'))).slept).toEqual([3000]);
  expect((await under(saying('User-agent: *\nCrawl-delay: 86400'))).slept).toEqual([10_000]);
  expect((await under(saying('User-agent: *\nCrawl-delay: 0.1'))).slept).toEqual([500]);
  expect((await under(saying('User-agent: *\nCrawl-delay: -5'))).slept).toEqual([500]);
});

test('it is asked for once for each origin, again after a day, and after a failure in five minutes', async () => {
  let now = 0;
  let works = false;
  const asked: string[] = [];
  const rules = new RobotsRules(
    (url) => {
      asked.push(url.href);
      return works ? Promise.resolve('') : Promise.reject(new Error('broken'));
    },
    () => now,
  );
  const check = async (url: string): Promise<boolean> =>
    rules.check(new URL(url)).then(
      () => true,
      () => false,
    );
  expect(await Promise.all([check('http://a.example/1'), check('http://a.example/2')])).toEqual([false, false]);
  expect(asked.length).toBe(1);
  works = true;
  now += 4 * 60_000;
  expect(await check('http://a.example/')).toBe(false);
  now += 2 * 60_000;
  expect(await check('http://a.example/')).toBe(true);
  expect(await check('http://a.example:8080/')).toBe(true);
  expect(await check('https://a.example/')).toBe(true);
  expect(asked.length).toBe(4);
  now += 23 * 60 * 60_000;
  await check('http://a.example/');
  expect(asked.length).toBe(4);
  now += 2 * 60 * 60_000;
  await check('http://a.example/');
  expect(asked.length).toBe(5);
});

test('rules are compared as RFC 9309 spells paths', () => {
  const isAllowed = (robots: string, path: string) =>
    readRobotsFile(`User-agent: *\n${robots}`).isAllowed(new URL(path, 'http://a.example'));
  for (const [rule, path] of [
    ['/a b', '/a%20b'],
    ['/caf\u00e9', '/caf%c3%a9'],
    ['/caf%c3%a9', '/caf\u00e9'],
    ['/%61bc', '/abc'],
    ['/abc', '/%61bc'],
    ['/a%2fb', '/a%2Fb'],
    ['/*?print=', '/story?print=1'],
    ['/a*b*c', '/a--b--c--'],
    ['/a**b$', '/a--b'],
    ['/*.php$', '/x.php/y.php'],
    ['/$', '/'],
    ['*', '/anything'],
    ['/a$b', '/a$b'],
  ] as const) {
    expect([rule, path, isAllowed(`Disallow: ${rule.replace(' ', '%20')}`, path)]).toEqual([rule, path, false]);
  }
  for (const [rule, path] of [
    ['/a%2Fb', '/a/b'],
    ['/ABC', '/abc'],
    ['/*.php$', '/x.php5'],
    ['/ab*ba$', '/aba'],
    ['/$', '/a'],
    ['page', '/page'],
    ['/a*b*c', '/a--c--b'],
  ] as const) {
    expect([rule, path, isAllowed(`Disallow: ${rule}`, path)]).toEqual([rule, path, true]);
  }
  expect(isAllowed('Disallow: /a\nAllow: /a', '/a')).toBe(true);
  expect(isAllowed('Allow: /a\nDisallow: /a', '/a')).toBe(true);
  expect(isAllowed('Allow: /a\nDisallow: /ab', '/abc')).toBe(false);
  expect(isAllowed('Disallow: /a*\nAllow: /ab', '/abc')).toBe(true);
});
