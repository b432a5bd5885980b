import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { readFiles, type ReadFilesOptions } from '../../src/readers/files.js';
import { isRefused } from '../../src/readers/index.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function read(paths: string[], options?: ReadFilesOptions): Promise<[string, string][]> {
  const results: [string, string][] = [];
  for await (const result of readFiles(paths, options)) {
    results.push([basename(result.name ?? ''), isRefused(result) ? result.error.code : result.document.content]);
  }
  return results;
}

test('folders are read in name order, whatever is bad is refused, and the rest follows', async () => {
  mkdirSync(join(folder, 'b'));
  writeFileSync(join(folder, 'c.txt'), 'third');
  writeFileSync(join(folder, 'b', 'two.txt'), 'second');
  writeFileSync(join(folder, 'a.txt'), 'first');
  writeFileSync(join(folder, 'd.txt'), '');
  writeFileSync(join(folder, 'e.txt'), Buffer.from([0, 1, 2, 3]));
  writeFileSync(join(folder, '.hidden'), 'not read');
  symlinkSync(folder, join(folder, 'b', 'circle'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'f.txt'));
  expect(await read([folder, join(folder, 'missing'), join(folder, 'a.txt')])).toEqual([
    ['a.txt', 'first'],
    ['two.txt', 'second'],
    ['c.txt', 'third'],
    ['d.txt', 'DOCUMENT_EMPTY'],
    ['e.txt', 'DOCUMENT_BINARY'],
    ['f.txt', 'FILE_UNREADABLE'],
    ['missing', 'FILE_UNREADABLE'],
    ['a.txt', 'first'],
  ]);
});

test('standard input: text, records, or none at hand', async () => {
  expect(await read(['-'], { stdin: Readable.from([Buffer.from('Hello')]) })).toEqual([['-', 'Hello']]);
  const records = Readable.from(['{"text": ', '"a"}\n{"te', 'xt": "b"}\n']);
  expect(await read(['-'], { stdin: records })).toEqual([
    ['-', 'a'],
    ['-', 'b'],
  ]);
  expect(await read(['-'])).toEqual([['-', 'FILE_UNREADABLE']]);
});

test('what the caller declares holds for every file', async () => {
  writeFileSync(join(folder, 'a.txt'), 'first');
  for await (const result of readFiles([folder], { declared: { source: 'Told' } })) {
    expect(result).toMatchObject({ document: { declared: { source: 'Told' } } });
  }
});

test('50 MB of records are read as they come, 50 MB of text are refused', async () => {
  const record = JSON.stringify({ text: 'word '.repeat(2000) }) + '\n';
  writeFileSync(join(folder, 'a.jsonl'), record.repeat(Math.ceil((50 * 1024 * 1024) / record.length)));
  writeFileSync(join(folder, 'b.txt'), 'word '.repeat(10 * 1024 * 1024));
  writeFileSync(join(folder, 'c.jsonl'), '{"text": "' + 'word '.repeat(10 * 1024 * 1024) + '"}\n{"text": "next"}');
  const counts = new Map<string, number>();
  for await (const result of readFiles([folder])) {
    const kind = `${basename(result.name ?? '')} ${isRefused(result) ? result.error.code : 'read'}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  expect([...counts]).toEqual([
    ['a.jsonl read', Math.ceil((50 * 1024 * 1024) / record.length)],
    ['b.txt DOCUMENT_TOO_LARGE', 1],
    ['c.jsonl DOCUMENT_TOO_LARGE', 1],
    ['c.jsonl read', 1],
  ]);
}, 120_000);
