import { nameOf, readDocument, type ReadResult } from '../../src/readers/index';

const read = (text: string | Uint8Array, mediaType: string | null = 'text/x-opml', name = 'list'): ReadResult[] => [
  ...readDocument({ bytes: Buffer.from(text), mediaType, name, declared: { language: 'en' } }),
];

const told = (results: readonly ReadResult[]): string[] =>
  results.map((result) => {
    if (!('error' in result)) throw new Error('A list holds no document.');
    const link = result.link ? ` -> ${result.link.url} (${result.link.declared.source})` : '';
    return `${nameOf(result)}: ${result.error.code}${link}`;
  });

const list = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>What we read</title></head>
  <body>
    <outline text="Harbour" title="The Harbour Times" type="rss" xmlUrl="https://harbour.example/feed?a=1&amp;b=2" htmlUrl="https://harbour.example/"/>
    <outline text="Papers of the north">
      <outline text="Caf&#233; &amp; Co" xmlurl=" https://coast.example/rss "/>
      <OUTLINE TEXT="Deep"><outline XMLURL="http://deep.example/atom.xml"/></OUTLINE>
    </outline>
    <outline text="Nothing here"/>
    <outline text="A file" xmlUrl="file:///etc/passwd"/>
    <outline text="Nonsense" xmlUrl="http://[x"/>
  </body>
</opml>`;

const expected = [
  'list, outline 1: FEED_ONLY_NAMED -> https://harbour.example/feed?a=1&b=2 (The Harbour Times)',
  'list, outline 3: FEED_ONLY_NAMED -> https://coast.example/rss (Café & Co)',
  'list, outline 5: FEED_ONLY_NAMED -> http://deep.example/atom.xml (undefined)',
  'list, outline 6: URL_INVALID',
  'list, outline 7: URL_INVALID',
  'list, outline 8: URL_INVALID',
];

test('feeds of a list, in folders or not, by the names they have there', () => {
  expect(told(read(list))).toEqual(expected);
  expect(read(list)[0]).toMatchObject({ link: { declared: { language: 'en', source: 'The Harbour Times' } } });
});

test.each([
  ['the extension', null, 'list.opml'],
  ['the first element', null, 'list'],
  ['the first element, whatever the server says', 'text/xml', 'https://a.example/list'],
  ['the first element, whatever the name says', null, 'list.xml'],
])('it is known by %s', (_, mediaType, name) => {
  expect(told(read(list, mediaType, name)).map((line) => line.replace(name, 'list'))).toEqual(expected);
});

test.each([
  ['another text', 'Just words.', ['list: FEED_MALFORMED']],
  ['no outline', '<opml version="1.0"><body/></opml>', ['list: FEED_EMPTY']],
  ['nothing', '', ['list: DOCUMENT_EMPTY']],
  ['one that breaks off', list.slice(0, list.indexOf('<outline text="Papers')), expected.slice(0, 1)],
  [
    'tags that close what is not open',
    '<opml></x></outline><body></body><outline text="A" xmlUrl="http://a.example/"></b></opml>',
    ['list, outline 1: FEED_ONLY_NAMED -> http://a.example/ (A)'],
  ],
  ['a tower of outlines', `<opml>${'<outline text="a">'.repeat(100_000)}`, ['list: FEED_MALFORMED']],
])('%s', (_, text, results) => {
  expect(told(read(text))).toEqual(results);
});

test('entities that the file defines are not expanded, files that it names not read', () => {
  const bomb = `<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
    <opml><body><outline text="&b;&f;" xmlUrl="http://a.example/"/></body></opml>`;
  expect(told(read(bomb))).toEqual(['list, outline 1: FEED_ONLY_NAMED -> http://a.example/ (&b;&f;)']);
});
