import { Pool, type DatabaseError, type PoolConfig } from 'pg';

/** protocol_violation (PostgreSQL, appendix A): so a pooler refuses settings at the start of a connection. */
const settingRefused = '08P01';

export interface ReadingPoolOptions {
  readonly url: string;
  readonly maximumConnections: number;
  readonly connectionTimeoutMillis: number;
  /** After so long the database gives a statement up by itself, in milliseconds, also when this process hangs or is gone. */
  readonly statementTimeoutMillis: number;
}

/**
 * Connections for reading only, apart from those that write: readers cannot keep an article from being taken in, and
 * the timeout of their statements holds for no other.
 */
export async function openReadingPool(options: ReadingPoolOptions): Promise<Pool> {
  const { url, maximumConnections, connectionTimeoutMillis, statementTimeoutMillis } = options;
  const config: PoolConfig = { connectionString: url, max: maximumConnections, connectionTimeoutMillis };
  const pool = listen(new Pool({ ...config, statement_timeout: statementTimeoutMillis }));
  try {
    await pool.query('SELECT 1');
    return pool;
  } catch (error) {
    await pool.end();
    if ((error as Partial<DatabaseError>).code !== settingRefused) throw error;
    // PgBouncer without `ignore_startup_parameters`: this process still cancels what takes too long.
    return listen(new Pool(config));
  }
}

/** A connection that breaks while nobody uses it is replaced; unheard, its error would end the process. */
function listen(pool: Pool): Pool {
  return pool.on('error', () => undefined);
}
