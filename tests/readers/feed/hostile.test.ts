import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readDocument } from '../../../src/readers/index.js';
import { outline, readAll, rss } from './support.js';

jest.setTimeout(120_000);

/** The most memory that a process may have while it reads a feed of the largest size, in MB. */
const MOST_MEGABYTES = 300;

const compiled = join(__dirname, '../../../dist/src/readers/index.js');

/** Builds a feed and reads it in a process of its own. @returns how often each code came, `document` for what was read */
function readInChild(build: string): { counts: Record<string, number>; megabytes: number } {
  const program = `
    const { readDocument } = require(${JSON.stringify(compiled)});
    const bytes = Buffer.from((${build})());
    let most = 0;
    const counts = {};
    for (const result of readDocument({ bytes, name: 'feed.xml' })) {
      const code = result.error ? result.error.code : 'document';
      counts[code] = (counts[code] ?? 0) + 1;
      most = Math.max(most, process.memoryUsage.rss());
    }
    console.log(JSON.stringify({ counts, megabytes: Math.max(most, process.memoryUsage.rss()) / 1024 / 1024 }));
  `;
  // As `npm run parallax` starts it: by default Node 24 lets short-lived objects take 100 MB more than Node 20 does.
  const output = execFileSync(process.execPath, ['--max-semi-space-size=16', '-e', program], {
    encoding: 'utf8',
    maxBuffer: 1 << 20,
    timeout: 100_000,
  });
  return JSON.parse(output);
}

const wrap = (items: string): string =>
  `'<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>' + ${items} + '</channel></rss>'`;
const article = `'<item><title>T ' + i + '</title><link>https://big.example/' + i + '</link><content:encoded><![CDATA[<p>' + 'The dam held, “they” said. '.repeat(60) + '</p>]]></content:encoded>'`;

describe('memory stays under 300 MB', () => {
  test.each([
    [
      '10,000 entries with their articles',
      `() => ${wrap(`Array.from({ length: 10000 }, (_, i) => ${article} + '</item>').join('')`)}`,
      { document: 10_000 },
    ],
    [
      'the same without end tags',
      `() => ${wrap(`Array.from({ length: 10000 }, (_, i) => ${article}).join('')`)}`,
      { document: 10_000 },
    ],
    [
      'a million empty entries',
      `() => ${wrap(`'<item/>'.repeat(1e6)`)}`,
      { ENTRY_EMPTY: 50_000, DOCUMENT_TOO_LARGE: 1 },
    ],
    [
      'entities within entities',
      `() => '<!DOCTYPE rss [<!ENTITY a0 "lol">' + Array.from({ length: 30 }, (_, i) => '<!ENTITY a' + (i + 1) + ' "' + ('&a' + i + ';').repeat(10) + '">').join('') + ']>' + ${wrap(`'<item><title>&a30;</title></item>'`)}`,
      { ENTRY_EMPTY: 1 },
    ],
    [
      'one long entity, often',
      `() => '<!DOCTYPE rss [<!ENTITY a "' + 'x'.repeat(1e6) + '">]>' + ${wrap(`'<item><description>' + '&a;'.repeat(1e6) + '</description></item>'`)}`,
      { document: 1 },
    ],
    [
      'elements in elements',
      `() => ${wrap(`'<a>'.repeat(100000) + '<item/>' + '</a>'.repeat(100000)`)}`,
      { DOCUMENT_TOO_LARGE: 1 },
    ],
    ['tags in a text', `() => ${wrap(`'<item><description>' + '<b>'.repeat(1e6)`)}`, { ENTRY_EMPTY: 1 }],
    [
      'a text of 20 MB',
      `() => ${wrap(`'<item><description><![CDATA[' + '<b>x</b>é“ '.repeat(1.3e6) + ']]></description></item>'`)}`,
      { DOCUMENT_TOO_LARGE: 1 },
    ],
    [
      'a text of 16 MB in references',
      `() => ${wrap(`'<item><description>' + '&lt;b&gt;'.repeat(1.8e6) + '</description></item>'`)}`,
      { DOCUMENT_TOO_LARGE: 1 },
    ],
    ['links of one entry', `() => ${wrap(`'<item>' + '<link>a</link>'.repeat(1e6) + '</item>'`)}`, { ENTRY_EMPTY: 1 }],
    [
      'lists in a JSON Feed',
      `() => '{"version":"https://jsonfeed.org/version/1","items":[' + '[],'.repeat(5e6) + '{}]}'`,
      { DOCUMENT_TOO_LARGE: 1 },
    ],
    [
      'attributes',
      `() => ${wrap(`'<item ' + Array.from({ length: 1e6 }, (_, i) => 'a' + i + '="b"').join(' ') + '/>'`)}`,
      { ENTRY_EMPTY: 1 },
    ],
    [
      'namespaces',
      `() => '<rss ' + Array.from({ length: 5e5 }, (_, i) => 'xmlns:a' + i + '="b"').join(' ') + '><channel><item/></channel></rss>'`,
      { ENTRY_EMPTY: 1 },
    ],
    ['comments that do not end', `() => ${wrap(`'<!--'.repeat(1e6)`)}`, { FEED_EMPTY: 1 }],
    ['CDATA that does not end', `() => ${wrap(`'<item><title><![CDATA['.repeat(2e5)`)}`, { ENTRY_EMPTY: 1 }],
    ['angle brackets', `() => '<'.repeat(5e6)`, { FEED_MALFORMED: 1 }],
    [
      'JSON in JSON',
      `() => '{"version":"https://jsonfeed.org/version/1","items":' + '['.repeat(5e5)`,
      { FEED_MALFORMED: 1 },
    ],
  ])('%s', (_, build, counts) => {
    const read = readInChild(build);
    expect(read.counts).toEqual(counts);
    expect(read.megabytes).toBeLessThan(MOST_MEGABYTES);
  });
});

test('a feed over the limit', () => {
  const bytes = Buffer.from(rss('<item><title>T</title></item>'));
  expect(outline(readAll(bytes))).toEqual(['entry 1: ENTRY_EMPTY']);
  expect(outline([...readDocument({ bytes, name: 'feed.xml' }, { documentBytes: 50 })])).toEqual([
    'file: DOCUMENT_TOO_LARGE',
  ]);
});
