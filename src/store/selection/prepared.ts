import { createHash } from 'node:crypto';
import type { DatabaseError, Pool } from 'pg';
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

/** invalid_sql_statement_name and duplicate_prepared_statement (PostgreSQL, appendix A). */
const namesAreLost = new Set<string | undefined>(['26000', '42P05']);

/**
 * Stores behind a pooler that hands each statement to another session (PgBouncer), where a name that was given is not
 * known, or known already: there statements go without names.
 */
const withoutNames = new WeakSet<Store>();

/**
 * Runs a statement straight on the pool, past TypeORM, as a named prepared statement once it is asked for again.
 * @returns the rows as arrays
 */
export async function runPrepared(store: Store, text: string, values: readonly unknown[]): Promise<unknown[][]> {
  store.dataSource.logger.logQuery(text, values as unknown[]);
  const pool = (store.dataSource.driver as PostgresDriver).master as Pool;
  const name = withoutNames.has(store) ? undefined : nameOf(text);
  try {
    return await run(pool, name, text, values);
  } catch (error) {
    if (name === undefined || !namesAreLost.has((error as DatabaseError).code)) throw error;
    withoutNames.add(store);
    return run(pool, undefined, text, values);
  }
}

const ignore = () => undefined;

/** Whether an error leaves the connection as it was: the database's own, but for those with which it ends connections. */
function isOfStatement(error: Partial<DatabaseError>): boolean {
  return error.severity !== undefined && !/^(08|57P)/.test(error.code ?? '');
}

/**
 * As `pool.query`, which throws the connection away whenever a statement fails: that costs PostgreSQL a new one, and
 * leaves the embedded database's only one out of step.
 */
async function run(pool: Pool, name: string | undefined, text: string, values: readonly unknown[]) {
  const client = await pool.connect();
  // What breaks the connection fails the statement as well; unheard, it would end the process.
  client.on('error', ignore);
  let isBroken = false;
  try {
    const { rows } = await client.query({ name, text, values: values as unknown[], rowMode: 'array' });
    return rows as unknown[][];
  } catch (error) {
    isBroken = !isOfStatement(error as Partial<DatabaseError>);
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(isBroken);
  }
}
