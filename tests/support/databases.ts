import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openStore, type Store } from '../../src/store/store';
import { makeOnce } from './demo-template';

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

/** What is stored from the beginning; the demo as the jobs load it. */
export type Content = 'empty' | 'demo';

const copyFolder = (from: string, to: string) =>
  cpSync(join(process.env.PARALLAX_TEST_TEMPLATES as string, from), to, { recursive: true });

const copyDatabase = (from: string, to: string) =>
  administer((client) => client.query(`CREATE DATABASE ${to} TEMPLATE ${from}`));

function urlOf(database: string): string {
  const url = new URL(process.env.PARALLAX_TEST_ADMIN_URL as string);
  url.pathname = `/${database}`;
  return url.href;
}

async function makeDemoFolder(): Promise<void> {
  await makeOnce('demo', () => {
    const dataFolder = join(process.env.PARALLAX_TEST_TEMPLATES as string, 'demo');
    copyFolder('empty', dataFolder);
    return openStore({ databaseUrl: null, dataFolder });
  });
}

async function makeDemoDatabase(): Promise<string> {
  const empty = process.env.PARALLAX_TEST_TEMPLATE as string;
  const demo = `${empty}_demo`;
  await makeOnce(demo, async () => {
    await copyDatabase(empty, demo);
    return openStore({ databaseUrl: urlOf(demo), dataFolder: '' });
  });
  return demo;
}

interface FolderCopy {
  readonly folder: string;
  remove(): void;
}

function copy(content: Content): FolderCopy {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-test-'));
  copyFolder(content, folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A migrated, empty data folder of the embedded database, for a process of its own. */
export const copyEmbeddedFolder = (): FolderCopy => copy('empty');

/** A data folder in which the demo is, and will not be loaded again. */
export async function copyDemoFolder(): Promise<FolderCopy> {
  await makeDemoFolder();
  return copy('demo');
}

/** A migrated database on the test server. Removing it fails when a connection to it was left open. */
export async function createPostgresDatabase(
  content: Content = 'empty',
): Promise<{ url: string; remove(): Promise<void> }> {
  const name = `parallax_test_${randomBytes(6).toString('hex')}`;
  const template = content === 'demo' ? await makeDemoDatabase() : (process.env.PARALLAX_TEST_TEMPLATE as string);
  await copyDatabase(template, name);
  return {
    url: urlOf(name),
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
export async function openTestStore(kind: DatabaseKind, content: Content = 'empty'): Promise<Store> {
  if (kind === 'embedded') {
    const { folder, remove } = content === 'demo' ? await copyDemoFolder() : copyEmbeddedFolder();
    const store = await openStore({ databaseUrl: null, dataFolder: folder });
    return { ...store, close: () => store.close().then(remove) };
  }
  const { url, remove } = await createPostgresDatabase(content);
  const store = await openStore({ databaseUrl: url, dataFolder: '' });
  return { ...store, close: () => store.close().then(remove) };
}
