import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Store } from '../store.js';

/** Statements that get a name; the database keeps a plan of each on every connection, so they must not grow without end. */
const mostNames = 500;

const names = new Map<string, string>();

/**
 * A text seen for the second time gets a name. What is asked only once (a handwritten query, an attack) takes none.
 */
const seenOnce = new Set<string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known;
  if (!seenOnce.delete(text)) {
    if (seenOnce.size >= mostNames) seenOnce.clear();
    seenOnce.add(text);
    return undefined;
  }
  const name = `parallax_${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
  names.set(text, name);
  return name;
}

/**
 * Runs a statement straight on the pool, past TypeORM, as a named prepared statement once it is asked for again.
 * @returns the rows as arrays
 */
export async function runPrepared(store: Store, text: string, values: readonly unknown[]): Promise<unknown[][]> {
  store.dataSource.logger.logQuery(text, values as unknown[]);
  const pool = (store.dataSource.driver as PostgresDriver).master as Pool;
  const { rows } = await pool.query({ name: nameOf(text), text, values: values as unknown[], rowMode: 'array' });
  return rows as unknown[][];
}
