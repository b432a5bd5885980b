import { CsvReader, parseColumns } from '../../src/readers/csv/index.js';
import { RowSplitter } from '../../src/readers/csv/rows.js';
import {
  defaultLimits,
  isRefused,
  readDocument,
  type DocumentInput,
  type ReadResult,
} from '../../src/readers/index.js';
import { randomFrom } from './random.js';

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** Each result as place and content or code. */
const summaryOf = (result: ReadResult): string =>
  `${result.place}: ${isRefused(result) ? result.error.code : result.document.content}`;
const read = (text: string, input: Partial<DocumentInput> = {}): string[] =>
  [...readDocument({ bytes: utf8(text), name: 'a.csv', ...input })].map(summaryOf);
const messageOf = (text: string, input: Partial<DocumentInput> = {}): string => {
  const [result] = readDocument({ bytes: utf8(text), name: 'a.csv', ...input });
  return result && isRefused(result) ? result.error.message : '';
};

describe('columns', () => {
  test('a mapping names columns by their exact name, else without case and marks; the rest is found by usual names', () => {
    const [result] = readDocument({
      bytes: utf8('Titel,Story Text,Haus,date\nH,T,A,2024-03-12\n'),
      name: 'a.csv',
      columns: parseColumns('headline=Titel, text=story_text ,source=Haus'),
    });
    expect(result && !isRefused(result) && result.document).toEqual({
      format: 'TEXT',
      content: 'T',
      declared: { headline: 'H', source: 'A', publishedAt: '2024-03-12' },
    });
  });

  test('a field that no column shall fill, and a column that is HTML', () => {
    const [result] = readDocument({
      bytes: utf8('title,author,page\nH,B,plain\n'),
      name: 'a.csv',
      columns: parseColumns('byline=,html=page'),
    });
    expect(result && !isRefused(result) && result.document).toEqual({
      format: 'HTML',
      content: 'plain',
      declared: { headline: 'H' },
    });
  });

  test('a column told to be text is text, whatever it looks like', () => {
    const columns = parseColumns('text=content');
    const [result] = readDocument({ bytes: utf8('content\n<p>x</p>\n'), name: 'a.csv', columns });
    expect(result && !isRefused(result) && result.document.format).toBe('TEXT');
  });

  test('a column that the table does not have is named together with those it has', () => {
    const columns = parseColumns('text=Body');
    expect(read('title,content\na,b\n', { columns })).toEqual(['null: TABLE_COLUMN_MISSING']);
    expect(messageOf('title,content\na,b\n', { columns })).toBe(
      'The table has no column "Body". It has "title", "content".',
    );
  });

  test.each(['headline', 'headline:Title', 'heading=Title', '=x', ''])('"%s" is no mapping', (text) => {
    expect(() => parseColumns(text)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  test('text under no telling name is a table when columns are named', () => {
    const input = { name: '-', columns: parseColumns('text=b') };
    expect(read('a\tb\n1\ttwo\n', input)).toEqual(['row 2: two']);
    expect(read('a\tb\n1\ttwo\n', { name: '-' })).toEqual(['null: a\tb\n1\ttwo\n']);
  });
});

describe('bad tables', () => {
  test('nothing, blank rows only, a header only', () => {
    expect(read('')).toEqual(['null: DOCUMENT_EMPTY']);
    expect(read('\n\n,,\n')).toEqual(['null: DOCUMENT_EMPTY']);
    expect(read('title,text\n')).toEqual(['null: DOCUMENT_EMPTY']);
  });

  test('a row over the limit is refused, also one of separators or quotation marks, and the next is read', () => {
    const rows = ['long '.repeat(30), ','.repeat(200), `"${'x"" '.repeat(50)}"`, `y${'"'.repeat(200)}`];
    for (const row of rows) {
      const results = [...readDocument({ bytes: utf8(`text\n${row}\nnext\n`), name: 'a.csv' }, { documentBytes: 100 })];
      expect(results.map(summaryOf)).toEqual(['row 2: DOCUMENT_TOO_LARGE', 'row 3: next']);
    }
  });

  test('an encoding that is neither UTF-8 nor windows-1252', () => {
    const cyrillic = Buffer.concat([
      utf8('text\n'),
      Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
      utf8('\nnext\n'),
    ]);
    expect(read('', { bytes: cyrillic })).toEqual(['row 2: ENCODING_INVALID', 'row 3: next']);
    expect(read('', { bytes: cyrillic, mediaType: 'text/csv; charset=windows-1251' })).toEqual([
      'row 2: Привет',
      'row 3: next',
    ]);
    expect(read('text\nx\n', { mediaType: 'text/csv; charset=klingon' })).toEqual(['null: ENCODING_INVALID']);
  });
});

describe('bytes as they come', () => {
  const table = Buffer.concat([
    utf8('\ufeffheadline;text\r\nÜber;"a ""quoted""\r\ncell"\r\n\r\nx;'),
    Buffer.from([0xe9]),
    utf8(' mit Text\r"b";c\n'),
  ]);
  const inPieces = (bytes: Uint8Array, size: number): string[] => {
    const reader = new CsvReader({ name: null, mediaType: null, declared: {}, limits: defaultLimits, columns: {} });
    const found: string[] = [];
    for (let at = 0; at < bytes.length; at += size)
      found.push(...[...reader.push(bytes.subarray(at, at + size))].map(summaryOf));
    return [...found, ...[...reader.end()].map(summaryOf)];
  };

  test('give the same in pieces of any size', () => {
    const whole = ['row 2: a "quoted"\r\ncell', 'row 4: é mit Text', 'row 5: c'];
    for (let size = 1; size <= table.length; size += 1) expect(inPieces(table, size)).toEqual(whole);
  });

  test('cells of any characters come back as they were written', () => {
    const random = randomFrom(3);
    const marks = ['"', ',', '\n', '\r\n', ' ', 'a', 'é', '""'];
    const cell = () =>
      Array.from({ length: Math.floor(random() * 6) }, () => marks[Math.floor(random() * marks.length)]).join('');
    for (let round = 0; round < 300; round += 1) {
      const rows = Array.from({ length: 4 }, () => [cell(), cell(), `${cell()}.`]);
      const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',') + '\r\n').join('');
      const splitter = new RowSplitter(',', 1000);
      const size = 1 + Math.floor(random() * 7);
      const found: unknown[] = [];
      for (let at = 0; at < text.length; at += size) found.push(...splitter.push(text.slice(at, at + size)));
      found.push(...splitter.end());
      expect(found).toEqual(rows.map((cells) => ({ cells })));
    }
  });
});
