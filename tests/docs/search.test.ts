import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startService, type Service } from '../server/support';
import { openTestStore } from '../support/databases';

const page = readFileSync(join(__dirname, '../../docs/search.md'), 'utf8');
const operations = [...page.matchAll(/```graphql\n([^]*?)```/g)].map(([, text]) => text as string);
const [, table] = /\| text \| finds \|\n\|---\|---\|\n([^]*?)\n\n/.exec(page) as unknown as [string, string];
const examples = table.split('\n').map((row) => /^\| `([^`]+)` \|/.exec(row)?.[1] as string);

let service: Service;
beforeAll(async () => {
  service = await startService(await openTestStore('embedded', 'demo'));
}, 120_000);
afterAll(() => service.close());

const search = async (text: string) =>
  (await service.ask('query ($text: String!) { search(text: $text) { nodes { matches { snippet } } } }', { text })).data
    .search;

test('the page shows one operation, and it finds something', async () => {
  expect(operations).toHaveLength(1);
  const { data, errors } = await service.ask(operations[0] as string);
  expect(errors).toBeUndefined();
  expect(data.search.nodes?.length).toBeGreaterThan(0);
});

test.each(examples)('%s finds something in the demo, and shows where', async (text) => {
  const { nodes } = await search(text);
  expect(nodes?.length).toBeGreaterThan(0);
  expect(nodes?.every(({ matches }) => (matches?.length ?? 0) > 0)).toBe(true);
});

test('there are eight examples', () => expect(examples).toHaveLength(8));
