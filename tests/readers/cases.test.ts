import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefused, readDocument, type ReadResult } from '../../src/readers/index.js';

const folder = join(__dirname, '../cases/reader');

/** Each folder holds `input.EXTENSION` and what the readers make of it. With WRITE_CASES=1 a missing answer is written, to be read and corrected. */
function summaryOf(result: ReadResult) {
  if (isRefused(result)) {
    const { place, error, link } = result;
    return { place, code: error.code, message: error.message, ...(link ? { link } : {}) };
  }
  const { place, mediaType, document } = result;
  return { place, mediaType, ...document };
}

describe.each(readdirSync(folder))('%s', (name) => {
  const file = readdirSync(join(folder, name)).find((each) => each.startsWith('input.'))!;
  const results = [...readDocument({ bytes: readFileSync(join(folder, name, file)), name: file })];

  test('is read as expected', () => {
    const path = join(folder, name, 'expected.json');
    const found = results.map(summaryOf);
    if (!existsSync(path) && process.env.WRITE_CASES) writeFileSync(path, JSON.stringify(found, null, 2) + '\n');
    expect(found).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });

  test('what is kept of each document gives the same document again', () => {
    for (const result of results) {
      if (isRefused(result)) continue;
      const again = [...readDocument({ bytes: result.bytes, mediaType: result.mediaType })];
      expect(again.map(summaryOf)).toEqual([{ ...summaryOf(result), place: null }]);
    }
  });
});
