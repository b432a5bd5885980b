import './resolve-typescript.js';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openStore } from '../../src/store/store';
import { startPostgres, type TestServer } from './postgres';

declare global {
  var parallaxTestServer: TestServer | undefined;
}

/**
 * Before all tests: a PostgreSQL (that of TEST_DATABASE_URL, or one of our own) with a migrated template database, and a
 * migrated folder of the embedded database. Each test file copies one of the two.
 */
export default async function setup(): Promise<void> {
  const given = process.env.TEST_DATABASE_URL;
  if (!given) globalThis.parallaxTestServer = await startPostgres();
  const adminUrl = given ?? (globalThis.parallaxTestServer as TestServer).url;
  const template = `parallax_template_${process.pid}`;
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${template}`);
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  const templateUrl = new URL(adminUrl);
  templateUrl.pathname = `/${template}`;
  await (await openStore({ databaseUrl: templateUrl.href, dataFolder: '' })).close();

  const folder = mkdtempSync(join(tmpdir(), 'parallax-embedded-template-'));
  await (await openStore({ databaseUrl: null, dataFolder: folder })).close();

  process.env.PARALLAX_TEST_ADMIN_URL = adminUrl;
  process.env.PARALLAX_TEST_TEMPLATE = template;
  process.env.PARALLAX_TEST_FOLDER = folder;
}
