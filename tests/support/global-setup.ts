import './resolve-typescript.js';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';
import { optimiseLate } from '../../src/store/optimise-late';
import { openStore } from '../../src/store/store';
import { startPostgres, type TestServer } from './postgres';

declare global {
  var parallaxTestServer: TestServer | undefined;
}

/**
 * Smaller than PGlite makes them by itself, as each test file copies the folder and opens it, once or more: the buffers are
 * cleared at each opening, a half of the time that it takes, and the write-ahead log's only file is as long as all others.
 */
const smallDatabase = ['--set=shared_buffers=8MB', '--wal-segsize=1'];

/**
 * Before all tests: a PostgreSQL (that of TEST_DATABASE_URL, or one of our own) with a migrated template database, and a
 * folder of templates with a migrated folder of the embedded database. Each test file copies one of the two, or one with
 * the demo, which is made beside it when it is first asked for.
 */
export default async function setup(): Promise<void> {
  // PGlite keeps this process busy while the programs of PostgreSQL do their work. No connection is opened meanwhile: its
  // time limit would pass without anybody looking.
  const [adminUrl, templates] = await Promise.all([findPostgres(), prepareEmbedded()]);
  process.env.PARALLAX_TEST_ADMIN_URL = adminUrl;
  process.env.PARALLAX_TEST_TEMPLATE = await prepareTemplate(adminUrl);
  process.env.PARALLAX_TEST_TEMPLATES = templates;
}

/** The address of the server's own database, for whoever may create others. */
async function findPostgres(): Promise<string> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return given;
  globalThis.parallaxTestServer = await startPostgres();
  return globalThis.parallaxTestServer.url;
}

async function prepareTemplate(adminUrl: string): Promise<string> {
  const template = `parallax_template_${process.pid}`;
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  for (const name of [template, `${template}_demo`]) await client.query(`DROP DATABASE IF EXISTS ${name}`);
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  const url = new URL(adminUrl);
  url.pathname = `/${template}`;
  await (await openStore({ databaseUrl: url.href, dataFolder: '' })).close();
  return template;
}

async function prepareEmbedded(): Promise<string> {
  const templates = mkdtempSync(join(tmpdir(), 'parallax-templates-'));
  const folder = join(templates, 'empty');
  mkdirSync(folder);
  optimiseLate();
  const database = await PGlite.create(join(folder, 'database'), { initDbStartParams: smallDatabase });
  // Nobody connects to these two, and they are half of what each test file copies.
  await database.exec('UPDATE pg_database SET datistemplate = false');
  for (const name of ['template0', 'template1']) await database.exec(`DROP DATABASE ${name}`);
  await database.close();
  await (await openStore({ databaseUrl: null, dataFolder: folder })).close();
  return templates;
}
