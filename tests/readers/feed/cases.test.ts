import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filter } from '../../../src/commands/stage/feed.js';
import type { Input } from '../../../src/commands/stage/filter.js';

/** A case is a folder with input.xml or input.json and expected.json: what `stage feed` answers. `npm run case -- feed NAME` adds one. */
const folder = join(__dirname, '../../cases/feed');

async function* one(input: Input): AsyncGenerator<Input> {
  yield input;
}

test.each(readdirSync(folder))('%s', async (name) => {
  const path = join(folder, name);
  const file = readdirSync(path).find((each) => each.startsWith('input.'))!;
  const base64 = readFileSync(join(path, file)).toString('base64');
  const answers: object[] = [];
  for await (const answer of filter(one({ row: { id: 1, base64 } }))) answers.push(answer);
  const expected = JSON.parse(readFileSync(join(path, 'expected.json'), 'utf8'));
  expect(answers).toEqual([{ id: 1, ...expected }]);
});
