import { createHash } from 'node:crypto';
import type { DatabaseError } from 'pg';
import type { DataSource } from 'typeorm';
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
 * Databases behind a pooler that hands each statement to another session (PgBouncer), where a name that was given is not
 * known, or known already: there statements go without names.
 */
const withoutNames = new WeakSet<DataSource>();

/**
 * Runs a statement as a named prepared statement once it is asked for again.
 * @returns the rows as arrays
 */
export async function runPrepared(
  { dataSource, reader }: Store,
  text: string,
  values: readonly unknown[],
): Promise<unknown[][]> {
  const name = withoutNames.has(dataSource) ? undefined : nameOf(text);
  try {
    return await reader.queryArrays(text, values, name);
  } catch (error) {
    if (name === undefined || !namesAreLost.has((error as DatabaseError).code)) throw error;
    withoutNames.add(dataSource);
    return reader.queryArrays(text, values);
  }
}
