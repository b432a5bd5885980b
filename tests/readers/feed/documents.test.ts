import { DocumentFormat, Genre } from '../../../src/pipeline/values.js';
import { isRefused, readDocument, type ReadResult } from '../../../src/readers/index.js';
import { readFeed } from '../../../src/readers/feed/index.js';
import { outline, readAll, rss, sentences } from './support.js';

const whole = `<p>${sentences(10)}</p>`;
const item = (title: string, inner: string): string => `<item><title>${title}</title>${inner}</item>`;
const full = (html: string): string => `<content:encoded><![CDATA[${html}]]></content:encoded>`;

function only(results: readonly ReadResult[]) {
  expect(results).toHaveLength(1);
  const [result] = results;
  if (!result || isRefused(result)) throw result?.error ?? new Error('nothing read');
  return result;
}

function refusal(results: readonly ReadResult[]) {
  expect(results).toHaveLength(1);
  const [result] = results;
  if (!result || !isRefused(result)) throw new Error('nothing refused');
  return result;
}

test('an entry with its whole article is a document', () => {
  const entry = item(
    'Dam &amp;amp; bridge hold',
    `<link>/1</link><guid isPermaLink="false">p-1</guid><author>ana@post.example (Ana Ruiz)</author>
     <pubDate>Mon, 4 Mar 2024 10:00 +0100</pubDate>${full(whole)}`,
  );
  const read = only(readAll(rss(`<language>en-GB</language>${entry}`)));
  expect(read).toMatchObject({ name: 'feed.xml', place: 'entry 1', mediaType: 'application/json' });
  expect(read.document).toEqual({
    format: DocumentFormat.HTML,
    content: whole,
    declared: {
      id: 'p-1',
      url: 'https://post.example/1',
      source: 'Harbour Post',
      headline: 'Dam & bridge hold',
      byline: 'Ana Ruiz',
      publishedAt: '2024-03-04T09:00:00.000Z',
      language: 'en-GB',
    },
  });
  const [again] = readDocument({ bytes: read.bytes, mediaType: read.mediaType });
  expect(again).toEqual({ ...read, name: null, place: null });
});

test('an entry with a teaser is refused with the link to follow', () => {
  const entry = item(
    'Headline of the feed',
    '<link>https://post.example/1</link><guid>g</guid><pubDate>2024-03-04</pubDate><description>The dam…</description>',
  );
  const refused = refusal(
    readAll(rss(entry), { declared: { url: 'https://post.example/feed', language: 'en', headline: 'no' } }),
  );
  expect(refused.error.code).toBe('ENTRY_IS_TEASER');
  expect(refused.error.message).toContain('https://post.example/1');
  expect(refused.link).toEqual({
    url: 'https://post.example/1',
    declared: {
      id: 'g',
      url: 'https://post.example/1',
      source: 'Harbour Post',
      publishedAt: '2024-03-04',
      language: 'en',
    },
  });
});

describe('what is a teaser', () => {
  const link = '<link>https://post.example/1</link>';
  test.each([
    ['a long text for the whole article', full(whole), 'T'],
    ['a short one', full(`<p>${sentences(3)}</p>`), 'ENTRY_IS_TEASER'],
    ['a long description', `<description>${sentences(20)}</description>`, 'T'],
    ['a description of middle length', `<description>${sentences(9)}</description>`, 'ENTRY_IS_TEASER'],
    ['an ellipsis at the end', full(`<p>${sentences(20)} […]</p>`), 'ENTRY_IS_TEASER'],
    ['an ellipsis in the middle', full(`<p>${sentences(9)} And then … nothing. ${sentences(5)}</p>`), 'T'],
    [
      'an invitation',
      full(`<p>${sentences(20)}</p><p><a href="/1">Continue reading the article</a></p>`),
      'ENTRY_IS_TEASER',
    ],
    ['an invitation in German', `<description>${sentences(20)} Weiterlesen »</description>`, 'ENTRY_IS_TEASER'],
    ['a sentence that breaks off', full(`<p>${sentences(20)} The mayor said that</p>`), 'ENTRY_IS_TEASER'],
    ['no more than the summary', `<description>${sentences(9)}</description>${full(sentences(9))}`, 'ENTRY_IS_TEASER'],
    [
      'the trailer of blog software after a whole text',
      full(`${whole}<p>The post <a href="/1">T</a> appeared first on <a href="/">Harbour Post</a>.</p>`),
      'T',
    ],
    ['no text', '', 'ENTRY_IS_TEASER'],
  ])('%s', (_, inner, expected) => {
    expect(outline(readAll(rss(item('T', link + inner))))).toEqual([`entry 1: ${expected}`]);
  });

  test('without an address there is nothing to follow: what is there counts', () => {
    expect(outline(readAll(rss(item('T', '<description>Two words</description>'))))).toEqual(['entry 1: T']);
  });
});

test('entries without headline', () => {
  const linked = `<item><link>https://post.example/1</link>${full(whole)}</item>`;
  const unlinked = `<item>${full('<p>First line.</p><p>Second line.</p>')}</item>`;
  expect(outline(readAll(rss(linked + unlinked)))).toEqual(['entry 1: ENTRY_IS_TEASER', 'entry 2: untitled']);
  // Read as a text file is: the first line is the headline.
  expect(only(readAll(rss(unlinked))).document).toMatchObject({
    format: DocumentFormat.TEXT,
    content: 'First line.\n\nSecond line.',
  });
});

test('entries that are no articles', () => {
  const sound = '<enclosure url="https://post.example/1.mp3" type="audio/mpeg" length="1"/>';
  const film = '<enclosure url="https://post.example/1.mp4" type="video/mp4" length="1"/>';
  const link = '<link>https://post.example/1</link>';
  const entries = [
    item('', ''),
    item('Only a headline', ''),
    item('Episode', link + sound),
    item('With film', link + film),
    item('With transcript', link + sound + full(whole)),
  ];
  expect(outline(readAll(rss(entries.join(''))))).toEqual([
    'entry 1: ENTRY_EMPTY',
    'entry 2: ENTRY_EMPTY',
    'entry 3: ENTRY_EMPTY',
    'entry 4: ENTRY_IS_TEASER',
    'entry 5: With transcript',
  ]);
});

describe('repeats', () => {
  const entry = (title: string, guid: string | null, url: string, date = '2024-03-04') =>
    item(
      title,
      `${guid === null ? '' : `<guid isPermaLink="false">${guid}</guid>`}<link>https://post.example/${url}</link><pubDate>${date}</pubDate>${full(whole)}`,
    );

  test('same id and address: the newest counts, else the first', () => {
    const entries = [
      entry('a', 'g', '1'),
      entry('b', 'g', '1'),
      entry('c', 'h', '2'),
      entry('d', 'h', '2', '2024-03-05'),
    ];
    const results = readAll(rss(entries.join('')));
    expect(outline(results)).toEqual([
      'entry 1: a',
      'entry 2: ENTRY_REPEATED',
      'entry 3: ENTRY_REPEATED',
      'entry 4: d',
    ]);
    expect(results.map((result) => isRefused(result) && result.error.message)).toMatchObject([
      false,
      expect.stringContaining('entry 1'),
      expect.stringContaining('entry 4'),
      false,
    ]);
  });

  test('same id at other addresses, same address with other ids or titles: different entries', () => {
    const entries = [
      entry('a', 'g', '1'),
      entry('b', 'g', '2'),
      entry('c', 'h', '1'),
      entry('d', null, '3'),
      entry('e', null, '3'),
    ];
    expect(outline(readAll(rss(entries.join(''))))).toEqual([
      'entry 1: a',
      'entry 2: b',
      'entry 3: c',
      'entry 4: d',
      'entry 5: e',
    ]);
    expect(outline(readAll(rss(entries[3]! + entries[3]!)))).toEqual(['entry 1: d', 'entry 2: ENTRY_REPEATED']);
  });
});

test('the outlet: told by the caller, else by the entry, else the title of the feed', () => {
  const own = item('T', `<source url="https://other.example/rss">Other Paper</source>${full(whole)}`);
  const source = (content: string, declared = {}) => only(readAll(content, { declared })).document.declared.source;
  expect(source(rss(own), { source: 'Told' })).toBe('Told');
  expect(source(rss(own))).toBe('Other Paper');
  expect(source(rss(item('T', full(whole))))).toBe('Harbour Post');
  expect(source(rss(item('T', full(whole)), ''))).toBeUndefined();
});

test('of what the caller declares, only what all entries share holds', () => {
  const declared = {
    id: '1',
    url: 'https://post.example/feed',
    headline: 'H',
    byline: 'B',
    publishedAt: '2024-01-01',
    language: 'en',
    genre: Genre.OPINION,
    source: 'S',
  };
  const read = only(readAll(rss(item('T', full(whole))), { declared }));
  expect(read.document.declared).toEqual({ source: 'S', language: 'en', genre: Genre.OPINION, headline: 'T' });
});

test('relative addresses hang on xml:base, else the address of the feed, else the page of the feed', () => {
  const links = (content: string, input = {}) =>
    readAll(content, input).map((result) => (isRefused(result) ? result.link?.url : undefined));
  const entry = item('T', '<link>a?b=c</link>');
  expect(links(rss(entry), { name: 'https://feeds.example/x/feed.xml' })).toEqual(['https://feeds.example/x/a?b=c']);
  expect(links(rss(entry))).toEqual(['https://post.example/a?b=c']);
  const atom = (base: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="${base}"><entry xml:base="in/"><title>T</title><link href="a"/></entry></feed>`;
  expect(links(atom('https://atom.example/x/'))).toEqual(['https://atom.example/x/in/a']);
  expect(links(atom('/y/'), { declared: { url: 'https://atom.example/feed' } })).toEqual([
    'https://atom.example/y/in/a',
  ]);
});

describe('what is no feed, or an empty one', () => {
  test.each([
    ['a feed without entries', rss(''), 'FEED_EMPTY'],
    [
      'a JSON Feed without entries',
      '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": []}',
      'FEED_EMPTY',
    ],
    ['other XML', '<?xml version="1.0"?><catalogue><book/></catalogue>', 'FEED_MALFORMED'],
    [
      'XML with items of another kind',
      '<?xml version="1.0"?><order><item><sku>1</sku></item></order>',
      'FEED_MALFORMED',
    ],
    ['no XML', 'certainly no feed', 'FEED_MALFORMED'],
    ['blanks', ' \n ', 'DOCUMENT_EMPTY'],
  ])('%s', (_, content, code) => {
    expect(outline(readAll(content, { name: null, mediaType: 'application/rss+xml' }))).toEqual([`file: ${code}`]);
  });

  test('the sentence names the first element', () => {
    expect(refusal(readAll('<?xml version="1.0"?><!-- <rss> --><catalogue/>')).error.message).toContain('<catalogue>');
  });
});

describe('told from other formats', () => {
  const feed = rss(item('T', full(whole)));
  const atom = `<!-- made by hand -->\n<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><content type="html">${sentences(10)}</content></entry></feed>`;
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1',
    items: [{ id: 1, title: 'T', content_html: whole }],
  });
  test.each([
    ['by media type', feed, { name: null, mediaType: 'text/xml; charset=utf-8' }],
    ['by extension', feed, { name: 'feed.rdf' }],
    ['by its first element', atom, { name: null }],
    ['a feed that is served as a page', feed, { name: null, mediaType: 'text/html' }],
    ['JSON Feed by what it says', json, { name: 'feed.json' }],
    ['JSON Feed over several lines', JSON.stringify(JSON.parse(json), null, 2), { name: null }],
    ['JSON Feed by media type', json, { name: null, mediaType: 'application/feed+json' }],
    ['UTF-16 without byte order mark', Buffer.from(feed, 'utf16le'), { name: null }],
  ])('%s', (_, content, input) => {
    expect(outline(readAll(content, input))).toEqual(['entry 1: T']);
  });

  test('a page in the place of a feed is a page', () => {
    const page = '<!DOCTYPE html><html><title>Log in</title><form></form></html>';
    const { document } = only(readAll(page, { name: null, mediaType: 'application/rss+xml' }));
    expect(document.format).toBe(DocumentFormat.HTML);
  });

  test('a page that speaks of feeds is a page', () => {
    const page = '<?xml version="1.0"?><html><body><p>&lt;rss&gt;</p><rss></rss></body></html>';
    expect(only(readAll(page, { name: 'a.xml' })).document.format).toBe(DocumentFormat.HTML);
  });
});

test.each([
  ['ana@post.example (Ana Ruiz)', 'Ana Ruiz'],
  ['ana@post.example (Ana (Staff))', 'Ana (Staff)'],
  ['Ana Ruiz &lt;ana@post.example&gt;', 'Ana Ruiz'],
  ['Ana Ruiz (ana@post.example)', 'Ana Ruiz'],
  ['Ana Ruiz (Reuters)', 'Ana Ruiz (Reuters)'],
  ['ana@post.example', null],
])('the author "%s" is %s', (author, byline) => {
  const feed = rss(
    `<item><title>T</title><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">${author}</dc:creator></item>`,
  );
  expect(readFeed(Buffer.from(feed)).items[0]?.byline).toBe(byline);
});

/** Each of these took minutes to days when patterns went back over them. */
test.each(['a@(', '@(', '('])('an author of 2 MB of "%s" takes no longer than another', (piece) => {
  const feed = rss(`<item><title>T</title><author>x${piece.repeat(2_000_000 / piece.length)} x</author></item>`);
  expect(readFeed(Buffer.from(feed)).items).toHaveLength(1);
});
