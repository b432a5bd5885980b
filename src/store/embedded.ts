import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { ParallaxError } from '../errors.js';
import type { Connection } from './data-source.js';
import { optimiseLate } from './optimise-late.js';

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
 * @throws ParallaxError DATABASE_UNAVAILABLE
 */
export async function openEmbeddedDatabase(folder: string | null): Promise<EmbeddedDatabase> {
  const path = folder === null ? 'memory://' : join(folder, 'database');
  const database = await open(path, folder !== null);
  return {
    connection: { pool: createPgConfig(database), maximumConnections: 1 },
    close: () => database.close(),
  };
}

async function open(path: string, isFolder: boolean): Promise<PGlite> {
  try {
    if (isFolder) mkdirSync(path, { recursive: true });
    optimiseLate();
    return await PGlite.create(path);
  } catch (error) {
    throw new ParallaxError(
      'DATABASE_UNAVAILABLE',
      `The embedded database in ${path} cannot be opened: ${(error as Error).message}`,
      { cause: error },
    );
  }
}
