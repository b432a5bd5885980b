import { encode } from 'iconv-lite';
import { isParallaxError } from '../../../src/errors.js';
import { readFeed } from '../../../src/readers/feed/index.js';
import { outline, readAll } from './support.js';

const feed = (title: string, encoding: string | null = null): string =>
  `<?xml version="1.0"${encoding === null ? '' : ` encoding="${encoding}"`}?><rss><channel><title>${title}</title><item><title>${title}</title></item></channel></rss>`;

/** The title that is read, or the code. */
function titleOf(bytes: Uint8Array, mediaType: string | null = null): string | null {
  try {
    return readFeed(bytes, mediaType).items[0]?.title ?? null;
  } catch (error) {
    if (!isParallaxError(error)) throw error;
    return error.code;
  }
}

const western = '“Café” à Nîmes';
const russian = 'Плотина выдержала';

test.each([
  ['UTF-8, undeclared', encode(feed(western), 'utf8'), null, western],
  ['the XML declaration', encode(feed(russian, 'koi8-r'), 'koi8-r'), null, russian],
  [
    'the media type before the XML declaration',
    encode(feed(russian, 'koi8-r'), 'windows-1251'),
    'text/xml; charset=windows-1251',
    russian,
  ],
  [
    'a byte order mark before all',
    encode(feed(western, 'koi8-r'), 'utf8', { addBOM: true }),
    'text/xml; charset=koi8-r',
    western,
  ],
  ['UTF-16 with byte order mark', encode(feed(russian, 'UTF-16'), 'utf-16be', { addBOM: true }), null, russian],
  ['UTF-16 without', encode(feed(russian, 'UTF-16'), 'utf-16le'), null, russian],
  ['UTF-32', encode(feed(russian, 'UTF-32'), 'utf-32be', { addBOM: true }), null, russian],
  ['ISO 8859-1 is windows-1252', encode(feed(western, 'iso-8859-1'), 'windows-1252'), null, western],
  ['a text in two bytes a character', encode(feed('大坝', 'gb2312'), 'gb2312'), null, '大坝'],
  ['declared ISO 8859-1, in truth UTF-8', encode(feed(western, 'ISO-8859-1'), 'utf8'), null, western],
  [
    'the server says ISO 8859-1, in truth UTF-8',
    encode(feed(russian), 'utf8'),
    'text/xml; charset=iso-8859-1',
    russian,
  ],
  ['declared UTF-8, in truth windows-1252', encode(feed(western, 'utf-8'), 'windows-1252'), null, western],
  [
    'the server says UTF-8, the file knows better',
    encode(feed(russian, 'windows-1251'), 'windows-1251'),
    'text/xml; charset=utf-8',
    russian,
  ],
  ['declared UTF-16 in bytes like ASCII', encode(feed(western, 'UTF-16'), 'utf8'), null, western],
  ['an unknown name', encode(feed(western, 'klingon'), 'utf8'), null, western],
  ['undeclared, in an alphabet that nothing tells', encode(feed(russian), 'windows-1251'), null, 'ENCODING_INVALID'],
])('%s', (_, bytes, mediaType, expected) => {
  expect(titleOf(bytes, mediaType)).toBe(expected);
});

test('a few broken bytes do not cost the feed', () => {
  const bytes = Buffer.concat([
    encode(feed(russian.repeat(20)).replace('</title></item>', ''), 'utf8'),
    Buffer.from([0xd0, 0x20]),
  ]);
  expect(titleOf(bytes)).toContain(russian);
});

test('bytes that are not text are refused before', () => {
  expect(outline(readAll(Buffer.from('\x89PNG\0\0\0\0')))).toEqual(['file: DOCUMENT_BINARY']);
});
