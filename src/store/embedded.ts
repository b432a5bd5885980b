import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { ParallaxError } from '../errors.js';
import type { Connection } from './data-source.js';

/**
 * How much WebAssembly of one function V8 runs before it optimises that function, in bytes of code, roughly. By default so
 * little that an opening alone sets off the optimising of PostgreSQL's largest functions. That takes longer than all else
 * that a short command does, and on Node 24 half a gigabyte. What a service uses much comes to a billion within seconds.
 */
const optimisingThreshold = 1_000_000_000;

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
    setFlagsFromString(`--wasm-tiering-budget=${optimisingThreshold}`);
    return await PGlite.create(path);
  } catch (error) {
    throw new ParallaxError(
      'DATABASE_UNAVAILABLE',
      `The embedded database in ${path} cannot be opened: ${(error as Error).message}`,
      { cause: error },
    );
  }
}
