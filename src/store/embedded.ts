import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { Connection } from './data-source.js';

export interface EmbeddedDatabase {
  readonly connection: Connection;
  close(): Promise<void>;
}

/**
 * Opens PostgreSQL inside this process (PGlite), behind the ordinary `pg` driver.
 * It has one session, so the pool has one connection. The caller must own the folder: two processes on one folder lose
 * data without a word.
 *
 * @param folder the data folder; its subfolder `database` is made when missing. Null keeps everything in memory.
 */
export async function openEmbeddedDatabase(folder: string | null): Promise<EmbeddedDatabase> {
  const path = folder === null ? 'memory://' : join(folder, 'database');
  if (folder !== null) mkdirSync(path, { recursive: true });
  const database = await PGlite.create(path);
  return {
    connection: { pool: createPgConfig(database), maximumConnections: 1 },
    close: () => database.close(),
  };
}
