import { DocumentFormat, Genre } from '../../src/pipeline/values.js';
import { isRefused, readDocument, type DocumentInput, type ReadLimits } from '../../src/readers/index.js';

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** Each result as its content or its code. */
function read(input: DocumentInput, limits?: ReadLimits): string[] {
  return [...readDocument(input, limits)].map((result) =>
    isRefused(result) ? result.error.code : result.document.content,
  );
}

function only(input: DocumentInput) {
  const results = [...readDocument(input)];
  expect(results).toHaveLength(1);
  const [result] = results;
  if (!result || isRefused(result)) throw result?.error ?? new Error('nothing read');
  return result;
}

describe('format', () => {
  const page = '<!DOCTYPE html><html><p>Hello</p></html>';
  test.each([
    ['by media type', { bytes: utf8('Hello'), mediaType: 'text/html; charset=utf-8' }, DocumentFormat.HTML],
    ['by extension', { bytes: utf8('Hello'), name: 'page.HTM' }, DocumentFormat.HTML],
    [
      'by the extension of an address',
      { bytes: utf8('Hello'), name: 'https://a.example/x.html?y=1.txt' },
      DocumentFormat.HTML,
    ],
    [
      'media type before extension',
      { bytes: utf8(page), mediaType: 'text/plain', name: 'a.html' },
      DocumentFormat.TEXT,
    ],
    [
      'extension where the media type says nothing',
      { bytes: utf8('x'), mediaType: 'application/octet-stream', name: 'a.html' },
      DocumentFormat.HTML,
    ],
    ['by a doctype', { bytes: utf8(`\n  ${page}`) }, DocumentFormat.HTML],
    ['XHTML', { bytes: utf8(`<?xml version="1.0"?><html xmlns="x"></html>`), name: 'story' }, DocumentFormat.HTML],
    ['anything else is text', { bytes: utf8('Headline\n\nText') }, DocumentFormat.TEXT],
  ])('%s', (_, input, format) => {
    expect(only(input).document.format).toBe(format);
  });

  test('machine text without a reader is refused', () => {
    expect(read({ bytes: utf8('a: b'), name: 'list.yaml' })).toEqual(['FORMAT_UNKNOWN']);
    expect(read({ bytes: utf8('<a/>'), mediaType: 'application/mathml+xml' })).toEqual(['FORMAT_UNKNOWN']);
  });
});

describe('bad input', () => {
  test('an empty file', () => {
    expect(read({ bytes: utf8('') })).toEqual(['DOCUMENT_EMPTY']);
    expect(read({ bytes: utf8(' \n\t'), name: 'a.txt' })).toEqual(['DOCUMENT_EMPTY']);
    expect(read({ bytes: utf8('\n\n'), name: 'a.jsonl' })).toEqual(['DOCUMENT_EMPTY']);
    expect(read({ bytes: utf8('\ufeff'), name: 'a.html' })).toEqual(['DOCUMENT_EMPTY']);
  });

  test('a binary file, whatever its name', () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    for (const name of ['a.png', 'a.txt', 'a.html', 'a.jsonl']) {
      expect(read({ bytes: png, name })).toEqual(['DOCUMENT_BINARY']);
    }
    expect(read({ bytes: utf8('%PDF-1.7\nabc'), name: 'a.txt' })).toEqual(['DOCUMENT_BINARY']);
  });

  test('a file over the limit', () => {
    expect(read({ bytes: utf8('12345678901'), name: 'a.txt' }, { documentBytes: 10 })).toEqual(['DOCUMENT_TOO_LARGE']);
    expect(read({ bytes: utf8('1234567890'), name: 'a.txt' }, { documentBytes: 10 })).toEqual(['1234567890']);
  });
});

test.each([
  ['JSON', `[${'1,'.repeat(1_100_000)}1]`, 'a.json'],
  ['a line of JSON Lines', `{"text":[${'1,'.repeat(1_100_000)}1]}`, 'a.jsonl'],
  ['a list of feeds', `<opml><body>${'<outline/>'.repeat(310_000)}</body></opml>`, 'a.opml'],
])('%s with more values than memory may hold', (_, text, name) => {
  expect(read({ bytes: utf8(text), name })).toEqual(['DOCUMENT_TOO_LARGE']);
});

describe('encoding', () => {
  const latin = Buffer.from([0x93, 0x43, 0x61, 0x66, 0xe9, 0x94]); // “Café” in windows-1252

  test('text that is not UTF-8 and says nothing is refused', () => {
    expect(read({ bytes: latin, name: 'a.txt' })).toEqual(['ENCODING_INVALID']);
  });

  test('text in a declared encoding', () => {
    expect(read({ bytes: latin, mediaType: 'text/plain; charset="windows-1252"' })).toEqual(['“Café”']);
    expect(read({ bytes: latin, mediaType: 'text/plain; charset=utf-8' })).toEqual(['ENCODING_INVALID']);
    expect(read({ bytes: latin, mediaType: 'text/plain; charset=klingon' })).toEqual(['ENCODING_INVALID']);
  });

  test.each(['constructor', '__proto__', 'base64', 'hex', 'utf-7'])('"%s" is no character encoding', (charset) => {
    expect(read({ bytes: utf8('Hello'), mediaType: `text/plain; charset=${charset}` })).toEqual(['ENCODING_INVALID']);
    expect(read({ bytes: utf8('text\nHello'), mediaType: `text/csv; charset=${charset}` })).toEqual([
      'ENCODING_INVALID',
    ]);
    const page = `<meta charset="${charset}"><p>Café`;
    expect(read({ bytes: utf8(page), mediaType: `text/html; charset=${charset}` })).toEqual([page]);
    const feed = '<rss><channel><item><title>A</title></item></channel></rss>';
    expect(read({ bytes: utf8(feed), mediaType: `text/xml; charset=${charset}` })).toEqual(['ENTRY_EMPTY']);
  });

  test('byte order marks win and are not part of the text', () => {
    expect(read({ bytes: utf8('\ufeffCafé'), mediaType: 'text/plain; charset=windows-1252' })).toEqual(['Café']);
    expect(read({ bytes: Buffer.from('\ufeffCafé', 'utf16le'), name: 'a.txt' })).toEqual(['Café']);
  });

  test('pages: HTTP before meta, then UTF-8 if valid, then windows-1252', () => {
    const page = (head: string) => Buffer.concat([utf8(`<html>${head}<p>`), latin]);
    const found = (input: DocumentInput) => read(input)[0]?.slice(-6);
    expect(found({ bytes: page('<meta charset="windows-1252">') })).toBe('“Café”');
    expect(found({ bytes: page('') })).toBe('“Café”');
    expect(found({ bytes: utf8('<html><p>“Café”') })).toBe('“Café”');
    expect(found({ bytes: page('<meta charset="koi8-r">'), mediaType: 'text/html; charset=windows-1252' })).toBe(
      '“Café”',
    );
  });

  test('a page that is not what it declares is refused, a stray byte in a long one is not', () => {
    const declared = '<meta charset="utf-8"><p>';
    expect(read({ bytes: Buffer.concat([utf8(declared), latin]) })).toEqual(['ENCODING_INVALID']);
    const long = Buffer.concat([utf8(declared + 'word '.repeat(5000)), Buffer.from([0xe9])]);
    expect(read({ bytes: long })[0]).toMatch(/word \ufffd$/);
  });

  test('what is kept gives the same document again', () => {
    const first = only({ bytes: latin, mediaType: 'text/plain; charset=windows-1252', declared: { source: 'A' } });
    const second = only({ bytes: first.bytes, mediaType: first.mediaType, declared: { source: 'A' } });
    expect(second).toEqual(first);
    const record = only({ bytes: utf8('{"text": "Hello", "id": "1"}\n'), name: 'a.jsonl' });
    expect(only({ bytes: record.bytes, mediaType: record.mediaType }).document).toEqual(record.document);
  });
});

describe('JSON Lines', () => {
  const lines = (...rows: unknown[]): DocumentInput => ({
    bytes: utf8(rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n')),
    name: 'a.jsonl',
    declared: { source: 'Told' },
  });

  test('all fields', () => {
    const row = {
      id: '7',
      url: 'https://a.example/7',
      source: 'A',
      headline: 'H',
      byline: 'B',
      text: 'T',
      publishedAt: '2024-03-12',
      language: 'en',
      genre: 'opinion',
      other: 5,
    };
    const { text, other, ...declared } = row;
    expect(other).toBe(5);
    expect(only(lines(row)).document).toEqual({
      format: DocumentFormat.TEXT,
      content: text,
      declared: { ...declared, genre: Genre.OPINION },
    });
  });

  test('the caller fills what the record leaves out', () => {
    expect(only(lines({ html: '<p>x', source: null })).document).toEqual({
      format: DocumentFormat.HTML,
      content: '<p>x',
      declared: { source: 'Told' },
    });
  });

  test('an unknown genre', () => {
    expect(only(lines({ text: 'x', genre: 'poem' })).document.declared.genre).toBe(Genre.UNKNOWN);
  });

  test('a bad line is refused with its number and the next is read', () => {
    const input = lines({ text: 'a' }, '{"text": ', '', '[1]', { text: 5 }, { id: 'x' }, { text: ' ' }, { text: 'b' });
    const results = [...readDocument(input)].map((result) => [
      result.place,
      isRefused(result) ? result.error.code : result.document.content,
    ]);
    expect(results).toEqual([
      ['line 1', 'a'],
      ['line 2', 'JSON_MALFORMED'],
      ['line 4', 'JSON_MALFORMED'],
      ['line 5', 'JSON_MALFORMED'],
      ['line 6', 'JSON_MALFORMED'],
      ['line 7', 'DOCUMENT_EMPTY'],
      ['line 8', 'b'],
    ]);
  });

  test('the message names the field of a wrong type', () => {
    const [result] = readDocument(lines({ text: 'x', publishedAt: 20240312 }));
    expect(result && isRefused(result) && result.error.message).toContain('"publishedAt"');
  });

  test('a line that is not UTF-8, one over the limit', () => {
    const bytes = Buffer.concat([
      utf8('{"text": "'),
      Buffer.from([0xe9]),
      utf8('"}\n{"text": "long long long"}\n{"text": "b"}'),
    ]);
    expect(read({ bytes, name: 'a.jsonl' }, { documentBytes: 20 })).toEqual([
      'ENCODING_INVALID',
      'DOCUMENT_TOO_LARGE',
      'b',
    ]);
  });

  test('one object over several lines', () => {
    expect(read({ bytes: utf8('{\n  "text": "x"\n}'), name: 'a.json' })).toEqual(['x']);
    expect(read({ bytes: utf8('{\n  "text": "x"\n}') })).toEqual(['x']);
  });
});
