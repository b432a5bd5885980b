import { rmSync } from 'node:fs';
import { Client } from 'pg';

export default async function teardown(): Promise<void> {
  const client = new Client({ connectionString: process.env.PARALLAX_TEST_ADMIN_URL });
  await client.connect();
  const template = process.env.PARALLAX_TEST_TEMPLATE;
  for (const name of [template, `${template}_demo`]) await client.query(`DROP DATABASE IF EXISTS ${name}`);
  await client.end();
  await globalThis.parallaxTestServer?.stop();
  rmSync(process.env.PARALLAX_TEST_TEMPLATES as string, { recursive: true, force: true });
}
