import { rmSync } from 'node:fs';
import { Client } from 'pg';

export default async function teardown(): Promise<void> {
  const client = new Client({ connectionString: process.env.PARALLAX_TEST_ADMIN_URL });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${process.env.PARALLAX_TEST_TEMPLATE}`);
  await client.end();
  await globalThis.parallaxTestServer?.stop();
  rmSync(process.env.PARALLAX_TEST_FOLDER as string, { recursive: true, force: true });
}
