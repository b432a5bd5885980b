import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Store } from '../store.js';
import { runPrepared } from '../selection/prepared.js';

/**
 * The transactions that have changed what queries can see and whose changes are visible now, as far as they tell this
 * moment from all others: the last of those before which nothing is under way any more (0 where there is none: one that
 * began earlier may then still become visible), and all since. And when the
 * database was started, since what lies behind a crash or a restored copy may get the same ids again.
 */
const text = `
  WITH settled AS (
    SELECT coalesce((SELECT xid FROM data_change WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
                     ORDER BY xid DESC LIMIT 1), '0'::xid8) AS xid)
  SELECT extract(epoch FROM pg_postmaster_start_time())::text, (SELECT xid FROM settled)::text,
         encode(sha256(convert_to(coalesce(string_agg(xid::text, ' ' ORDER BY xid), ''), 'UTF8')), 'hex')
  FROM data_change
  WHERE xid >= (SELECT xid FROM settled)`;

/**
 * In what state is everything that queries can see? Two equal answers mean: nothing of it has changed in between. Ask
 * before reading what the answer is kept with: data may then be newer than its version, which costs a reader one more
 * look, but never older (docs/decisions/data-version.md).
 * @returns 22 characters that mean nothing by themselves
 */
export async function dataVersion(store: Store): Promise<string> {
  const [parts] = await runPrepared(store, text, []);
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

/**
 * Forgets the ids of transactions that this database has not had yet: they came with a backup of another one, and would
 * hide changes of our own that get the same ids. That the data is another's is a change itself.
 */
export async function forgetForeignChanges(dataSource: DataSource): Promise<void> {
  await dataSource.query(`
    WITH foreign_change AS (
      DELETE FROM data_change WHERE xid >= pg_snapshot_xmax(pg_current_snapshot()) RETURNING xid)
    INSERT INTO data_change (xid) SELECT pg_current_xact_id() WHERE EXISTS (SELECT FROM foreign_change)`);
}
