import { isRefused, readDocument } from '../../src/readers/index.js';
import { randomFrom } from './random.js';
import { errorCodes } from '../../src/errors.js';

const names = [
  '@type @graph @context @id @value @list mainEntity itemListElement articleBody liveBlogUpdate author publisher url headline',
  'uri type pubstatus embargoed bodies body_text body_xhtml headlines headline versionCreated standard genre by infosources',
  'text html source id publishedAt language name role value __proto__ constructor toString',
].flatMap((list) => list.split(' '));
const words = [
  'NewsArticle',
  'LiveBlogPosting',
  'text',
  'picture',
  'canceled',
  '<p>x</p>',
  'https://a.example/x',
  '',
  'Ü\0\ud800',
];

/** A random JSON value made of the names that readers look for. */
function randomValue(random: () => number, depth: number): unknown {
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!;
  const kind = random();
  if (depth === 0 || kind < 0.4) return pick<unknown>([...words, null, true, 7, -1.5]);
  const size = Math.floor(random() * 5);
  if (kind < 0.6) return Array.from({ length: size }, () => randomValue(random, depth - 1));
  return Object.fromEntries(Array.from({ length: size + 2 }, () => [pick(names), randomValue(random, depth - 1)]));
}

/** @returns how many documents were read; fails where a result is neither a document nor a known code */
function readAll(bytes: Uint8Array, name: string | null): number {
  let read = 0;
  const results = [...readDocument({ bytes, name })];
  expect(results.length).toBeGreaterThan(0);
  for (const result of results) {
    if (isRefused(result)) {
      expect(errorCodes).toHaveProperty(result.error.code);
      continue;
    }
    read += 1;
    expect(typeof result.document.content).toBe('string');
    const [again] = readDocument({ bytes: result.bytes, mediaType: result.mediaType });
    expect(again && !isRefused(again) && again.document).toEqual(result.document);
  }
  return read;
}

test('random JSON of the names that the formats have is answered, each item with a document or a code', () => {
  const random = randomFrom(7);
  const shapes = [
    {},
    { text: 'x' },
    { '@type': 'NewsArticle', articleBody: 'x' },
    { uri: 'tag:a', body_text: 'x' },
    { uri: 'tag:a', bodies: [{ value: 'x' }] },
  ];
  let read = 0;
  for (let round = 0; round < 3000; round += 1) {
    const value = randomValue(random, 5);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    const item = isObject ? { ...value, ...shapes[round % shapes.length] } : value;
    read += readAll(Buffer.from(JSON.stringify(item)), 'a.json');
  }
  expect(read).toBeGreaterThan(300);
});

test('random bytes are answered under any name', () => {
  const random = randomFrom(11);
  const starts = ['', '{', '[', '[{"text":', '{"@graph":[', 'title,text\n', '"', '\ufeff'];
  let documents = 0;
  for (let round = 0; round < 600; round += 1) {
    const isText = random() < 0.7;
    const noise = Uint8Array.from({ length: Math.floor(random() * 300) }, () =>
      isText ? 32 + Math.floor(random() * 95) : Math.floor(random() * 256),
    );
    const bytes = Buffer.concat([Buffer.from(starts[round % starts.length]!), noise]);
    for (const name of ['a.json', 'a.jsonl', 'a.jsonld', 'a.csv', null]) documents += readAll(bytes, name);
  }
  expect(documents).toBeGreaterThan(10);
});

test('values nested as deep as a file may hold are answered', () => {
  const read: number[] = [];
  for (const [open, close] of [
    ['[', ']'],
    ['{"@graph":', '}'],
    ['{"@type":"NewsArticle","articleBody":"x","author":', '}'],
    ['{"text":"x","other":', '}'],
  ] as const) {
    read.push(readAll(Buffer.from(open.repeat(100_000) + '1' + close.repeat(100_000)), 'a.json'));
  }
  expect(read).toEqual([0, 0, 1, 0]);
});
