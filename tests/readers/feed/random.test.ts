import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodes, isParallaxError } from '../../../src/errors.js';
import { readFeed } from '../../../src/readers/feed/index.js';
import { isRefused, readDocument } from '../../../src/readers/index.js';
import { sentences } from './support.js';

/** Mulberry32: the same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const folder = join(__dirname, '../../cases/feed');
const feeds = readdirSync(folder).map((name) => {
  const file = readdirSync(join(folder, name)).find((each) => each.startsWith('input.'))!;
  return readFileSync(join(folder, name, file));
});
const pieces = [
  ...'< > </ & &# ; " \' ]]> <!-- --> <? ?> \0 é \xff { } [ ] ,'.split(' '),
  ...[
    '<![CDATA[',
    '<!DOCTYPE a [',
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&nbsp;',
    '<item>',
    '</item>',
    '<entry>',
    '</rss>',
    '<rss>',
    '<title>',
    '</title>',
  ],
  ...[
    '<content type="xhtml">',
    ' mode="base64" ',
    ' xml:base="http://[" ',
    ' href="http://a b/" ',
    '<link>javascript:x</link>',
    '<guid>',
    '__proto__="x"',
  ],
  `<description>${sentences(20)}</description>`,
  '<pubDate>99 Feb 20204 99:99</pubDate>',
];

test('feeds changed at random are answered: each entry with a document that can be read again, or with a known code', () => {
  const random = randomFrom(3);
  const below = (limit: number): number => Math.floor(random() * limit);
  const outcomes = { documents: 0, refused: 0 };
  for (let round = 0; round < 1500; round += 1) {
    let bytes = feeds[below(feeds.length)]!;
    for (let change = below(6); change >= 0; change -= 1) {
      const at = below(bytes.length + 1);
      const inserted =
        random() < 0.7
          ? Buffer.from(pieces[below(pieces.length)]!, random() < 0.5 ? 'utf8' : 'latin1')
          : Buffer.alloc(0);
      bytes = Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + (random() < 0.3 ? below(60) : 0))]);
    }
    for (const result of readDocument({ bytes, name: random() < 0.5 ? 'a.xml' : null })) {
      if (isRefused(result)) {
        outcomes.refused += 1;
        expect(errorCodes).toHaveProperty(result.error.code);
        continue;
      }
      outcomes.documents += 1;
      const [again] = readDocument({ bytes: result.bytes, mediaType: result.mediaType });
      expect(again && !isRefused(again) && again.document).toEqual(result.document);
    }
    try {
      readFeed(bytes);
    } catch (error) {
      expect(isParallaxError(error)).toBe(true);
    }
  }
  expect(outcomes.documents).toBeGreaterThan(300);
  expect(outcomes.refused).toBeGreaterThan(300);
});
