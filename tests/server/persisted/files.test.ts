import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PersistedDocuments } from '../../../src/server/persisted/persisted-documents';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const [first, second] = ['query First { sources { totalCount } }', 'query Second { articles { totalCount } }'] as const;

describe('files of persisted documents', () => {
  let folder: string;
  const told: { level: string; words: unknown }[] = [];
  const open: PersistedDocuments[] = [];
  const logger = {
    info: (words: unknown) => told.push({ level: 'info', words }),
    warn: (words: unknown) => told.push({ level: 'warn', words }),
    error: (words: unknown) => told.push({ level: 'error', words }),
  } as never;
  const write = (name: string, content: unknown) => {
    const file = join(folder, name);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const read = async (...paths: string[]) => {
    const check = (text: string) => (text.includes('wrong') ? 'It is wrong.' : null);
    const documents = await PersistedDocuments.open({ paths, check, logger });
    open.push(documents);
    return documents;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parallax-documents-'));
    told.length = 0;
  });
  afterEach(() => {
    for (const documents of open.splice(0)) documents.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('are read as graphql-codegen, Relay and Apollo write them', async () => {
    const sha1 = createHash('sha1').update(first).digest('hex');
    const codegen = write('codegen.json', { [sha1]: first });
    const relay = write('relay.json', { [md5(second)]: second });
    const manifest = write('manifest.json', {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: sha256(second), name: 'Second', type: 'query', body: second }],
    });
    const documents = await read(codegen, relay, manifest);
    expect(documents.find(sha1)).toBe(first);
    expect(documents.find(`sha256:${sha256(first)}`)).toBe(first);
    expect(documents.find(sha256(first))).toBe(first);
    expect(documents.find(md5(second))).toBe(second);
    expect(documents.find(sha256(second))).toBe(second);
    expect(documents.find(md5(first))).toBeUndefined();
    expect(documents.find('constructor')).toBeUndefined();
    expect(told).toEqual([{ level: 'info', words: { documents: 2 } }]);
  });

  test('are all those of a folder, and nothing else in it', async () => {
    mkdirSync(join(folder, 'deeper'));
    write('a.json', { one: first });
    write('b.json', { two: second });
    write('c.txt', 'not JSON');
    const documents = await read(folder);
    expect([documents.find('one'), documents.find('two')]).toEqual([first, second]);
  });

  test('are none at all without a path', async () => {
    const documents = await read();
    expect([documents.areKept, documents.find(sha256(first))]).toEqual([false, undefined]);
  });

  test.each([
    ['no JSON', '{', /is not JSON/],
    ['a list', [first], /holds no JSON object/],
    ['null', 'null', /holds no JSON object/],
    ['no text', { one: 1 }, /holds no text under "one"/],
    ['a digest of another text', { [`sha256:${sha256(first)}`]: second }, /whose SHA-256 is/],
    ['a prefix that is not ours to use', { 'sha1:0a': first }, /identifier "sha1:0a"/],
    ['a digest in capitals', { [`sha256:${sha256(first).toUpperCase()}`]: first }, /identifier/],
    ['no identifier', { '': first }, /identifier ""/],
    ['another version', { format: 'apollo-persisted-query-manifest', version: 2, operations: [] }, /version 1/],
    ['no operation', { format: 'apollo-persisted-query-manifest', version: 1, operations: [null] }, /identifier/],
    ['one identifier for two texts', { [sha256(first)]: second, one: first }, /another text has it/],
  ])('stop a start with %s', async (_name, content, message) => {
    await expect(read(write('documents.json', content))).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
      message: expect.stringMatching(message),
    });
  });

  test('stop a start when they are not there', async () => {
    await expect(read(join(folder, 'missing.json'))).rejects.toMatchObject({ code: 'CONFIGURATION_INVALID' });
  });

  test('tell of what does not fit the schema, and keep it', async () => {
    const documents = await read(write('documents.json', { old: 'query { wrong }', new: first }));
    expect(documents.find('old')).toBe('query { wrong }');
    expect(told[0]).toEqual({
      level: 'warn',
      words: expect.objectContaining({ documentId: 'old', reason: 'It is wrong.' }),
    });
  });

  test('are read again when they change, and stand when they are broken', async () => {
    const file = write('documents.json', { one: first });
    const documents = await read(file);
    write('documents.json', { two: second });
    utimesSync(file, 1, 1);
    await documents.refresh();
    expect([documents.find('one'), documents.find('two')]).toEqual([undefined, second]);
    write('documents.json', '{');
    await expect(documents.refresh()).rejects.toMatchObject({ code: 'CONFIGURATION_INVALID' });
    expect(documents.find('two')).toBe(second);
    // What is wrong is told once, not every five seconds.
    await documents.refresh();
  });
});
