import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { DatabaseError } from 'pg';
import type { DataSource } from 'typeorm';
import type { Store } from '../store.js';

/**
 * Statements that have a name at a time: those asked for last. The database keeps a plan of each on every connection; one
 * that holds too many is renewed (`reading/reader.ts`). The one session of the embedded database cannot be, so there the
 * first come keep their names.
 */
const mostNames = 500;

const names = new LRUCache<string, string>({ max: mostNames });

/**
 * A text seen for the second time gets a name. What is asked only once (a handwritten query, an attack) takes none.
 */
const seenOnce = new Set<string>();

function nameOf(text: string, isEmbedded: boolean): string | undefined {
  const known = names.get(text);
  if (known !== undefined || (isEmbedded && names.size >= mostNames)) return known;
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
  { dataSource, reader, isEmbedded }: Store,
  text: string,
  values: readonly unknown[],
): Promise<unknown[][]> {
  const name = withoutNames.has(dataSource) ? undefined : nameOf(text, isEmbedded);
  try {
    return await reader.queryArrays(text, values, name);
  } catch (error) {
    if (name === undefined || !namesAreLost.has((error as DatabaseError).code)) throw error;
    withoutNames.add(dataSource);
    return reader.queryArrays(text, values);
  }
}
