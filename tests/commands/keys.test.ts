import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Scope } from '../../entities/index';
import { readExpiry, readScopes } from '../../src/commands/keys';
import { copyEmbeddedFolder, createPostgresDatabase } from '../support/databases';
import { run, startService } from '../support/programs';

jest.setTimeout(120_000);

const operator = 'the key of the operator';
const newKey = ['keys', 'create', '--name', "The desk's archive", '--scope'];

async function statusOf(address: string, key: string, query = '{ sources { totalCount } }'): Promise<number> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
  });
  await response.text();
  return response.status;
}

/** Whether a text stands in any file of a folder. */
function stands(text: string, folder: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .some((path) => statSync(path).isFile() && readFileSync(path).includes(text));
}

describe.each(['embedded', 'postgres'] as const)('parallax keys on the %s database', (kind) => {
  let environment: Record<string, string>;
  let dataFolder: string;
  let remove: () => void | Promise<void>;
  beforeAll(async () => {
    if (kind === 'embedded') {
      const copy = copyEmbeddedFolder();
      [dataFolder, remove] = [copy.folder, copy.remove];
      environment = { PARALLAX_DATA: dataFolder, PARALLAX_KEY: operator };
    } else {
      const database = await createPostgresDatabase();
      dataFolder = mkdtempSync(join(tmpdir(), 'parallax-keys-'));
      remove = async () => {
        rmSync(dataFolder, { recursive: true, force: true });
        await database.remove();
      };
      environment = { DATABASE_URL: database.url, PARALLAX_DATA: dataFolder, PARALLAX_KEY: operator };
    }
  });
  afterAll(() => remove());

  test('makes, lists and revokes them, without a service and with one', async () => {
    const before = await run([...newKey, 'read', '--expires', '90d'], environment);
    expect(before).toMatchObject({ status: 0 });
    expect(before.stdout).toMatch(/^parallax_[0-9A-Za-z]{49}\n$/);
    const early = before.stdout.trim();

    const service = await startService(environment);
    try {
      expect(await statusOf(service.address, early)).toBe(200);
      const { stdout, stderr } = await run([...newKey, 'read,ingest'], environment);
      const late = stdout.trim();
      expect(stderr).toMatch(/for The desk's archive: read, ingest; made .*shown this once/);
      expect(await statusOf(service.address, late)).toBe(200);
      expect(await statusOf(service.address, late, '{ keys { id } }')).toBe(403);

      const listed = await run(['keys', 'list'], environment);
      const [line = ''] = listed.stdout.split('\n').filter((one) => one.includes('ingest'));
      expect(listed.stdout.trim().split('\n')).toHaveLength(2);
      expect(listed.stdout).toContain('expires');
      expect(listed.stdout).not.toContain('parallax_');

      const [id = ''] = line.split(' ');
      expect(await run(['keys', 'revoke', id], environment)).toMatchObject({ status: 0 });
      // The mistake is the caller's, whoever found it.
      const unknown = await run(['keys', 'revoke', 'nothing'], environment);
      expect(unknown.stderr).toMatch(/^BAD_USER_INPUT: There is no key with this id/);
      expect((await run(['keys', 'list'], environment)).stdout).toContain('revoked');
      // On PostgreSQL the service hears of it a moment later.
      while ((await statusOf(service.address, late)) === 200) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await statusOf(service.address, late)).toBe(401);
      expect(await statusOf(service.address, early)).toBe(200);
      expect(service.output()).not.toContain('parallax_');
      expect(stands(early.slice(9), dataFolder)).toBe(false);
    } finally {
      service.process.kill('SIGTERM');
      expect((await service.finished).status).toBe(0);
    }
    expect((await run(['keys', 'list'], environment)).stdout).toMatch(/read; made .* last used/);
  });

  test.each<[readonly string[], RegExp]>([
    [[...newKey, 'read', '--expires', '2020-01-01'], /cannot expire in the past/],
    [['keys', 'revoke', 'nothing'], /no key with this id/],
  ])('refuses %j with a sentence', async (words, sentence) => {
    const { status, stdout, stderr } = await run(words, environment);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
  });
});

// Before a database is looked for: there is none where these are to look.
test.each<[readonly string[], RegExp]>([
  [[...newKey, 'write'], /--scope holds read, ingest, curate and admin/],
  [[...newKey, 'read', '--expires', 'soon'], /--expires is a span/],
  [['keys', 'create', '--scope', 'read'], /--name/],
])('refuses %j with a sentence', async (words, sentence) => {
  const { status, stdout, stderr } = await run(words, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(sentence);
});

describe('what is typed', () => {
  const now = new Date('2026-01-31T12:00:00Z');

  test.each([
    ['12h', '2026-02-01T00:00:00.000Z'],
    ['90d', '2026-05-01T12:00:00.000Z'],
    ['2w', '2026-02-14T12:00:00.000Z'],
    ['2027-01-31', '2027-01-31T00:00:00.000Z'],
    ['2027-01-31T10:00+02:00', '2027-01-31T08:00:00.000Z'],
  ])('%s is a time', (text, time) => {
    expect(readExpiry(text, now).toISOString()).toBe(time);
  });

  test.each(['', '90', '90y', '-1d', '2027-13-01', '31.1.2027', '2027-01-31T10:00'])('%p is none', (text) => {
    expect(() => readExpiry(text, now)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  test('scopes are a list', () => {
    expect(readScopes('read, Ingest')).toEqual([Scope.READ, Scope.INGEST]);
    expect(() => readScopes('')).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
