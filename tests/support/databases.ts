import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openStore, type Store } from '../../src/store/store';

export type DatabaseKind = 'embedded' | 'postgres';

/** Both databases that the service runs on; `describe.each(databaseKinds)` runs a suite on each. */
export const databaseKinds: readonly DatabaseKind[] = ['embedded', 'postgres'];

async function administer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: process.env.PARALLAX_TEST_ADMIN_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A migrated, empty data folder of the embedded database, for a process of its own. */
export function copyEmbeddedFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-test-'));
  cpSync(process.env.PARALLAX_TEST_FOLDER as string, folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A migrated, empty database on the test server. Removing it fails when a connection to it was left open. */
export async function createPostgresDatabase(): Promise<{ url: string; remove(): Promise<void> }> {
  const name = `parallax_test_${randomBytes(6).toString('hex')}`;
  await administer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${process.env.PARALLAX_TEST_TEMPLATE}`));
  const url = new URL(process.env.PARALLAX_TEST_ADMIN_URL as string);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    remove: () =>
      administer(async (client) => {
        // The server notices that a connection was closed a moment after the client has closed it.
        for (let attempt = 0; ; attempt += 1) {
          try {
            await client.query(`DROP DATABASE ${name}`);
            return;
          } catch (error) {
            if (attempt === 20) throw error;
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
        }
      }),
  };
}

/**
 * What a service would make of a new folder at its start, which takes as long as everything else that it does then: the demo
 * is still to come.
 */
export function copyNewFolder(): { folder: string; remove(): void } {
  const copy = copyEmbeddedFolder();
  writeFileSync(join(copy.folder, 'demo-unfinished'), 'The demo is being loaded.\n');
  return copy;
}

/** A store on a database of its own, which is gone when the store is closed. */
export async function openTestStore(kind: DatabaseKind): Promise<Store> {
  if (kind === 'embedded') {
    const { folder, remove } = copyEmbeddedFolder();
    const store = await openStore({ databaseUrl: null, dataFolder: folder });
    return { ...store, close: () => store.close().then(remove) };
  }
  const { url, remove } = await createPostgresDatabase();
  const store = await openStore({ databaseUrl: url, dataFolder: '' });
  return { ...store, close: () => store.close().then(remove) };
}
