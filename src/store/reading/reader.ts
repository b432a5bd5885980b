import type { DataSource } from 'typeorm';
import type { DatabaseError, Pool, PoolClient } from 'pg';
import { ParallaxError } from '../../errors.js';
import { isOfConnection, unavailable } from '../lost-connection.js';
import { cancelStatement } from './cancel.js';
import { NamedArrays } from './named-arrays.js';

/** Asks the database for what requests read. */
export interface Reader {
  /**
   * Runs one statement. @returns its rows as objects
   * @throws ParallaxError REQUEST_TIMEOUT when the database gave up; DATABASE_UNAVAILABLE when it cannot be reached or
   *   has no connection to spare; the reason of the signal when that fired
   */
  query<Rows extends readonly object[]>(text: string, values?: readonly unknown[]): Promise<Rows>;
  /**
   * As {@link query}, with the rows as arrays.
   * @param name under which the database keeps the statement prepared; without it, it is prepared anew
   */
  queryArrays(text: string, values: readonly unknown[], name?: string): Promise<unknown[][]>;
  /** How many statements went through this reader. */
  readonly statements: number;
  /** A reader on the same connections with a count of its own, whose statements are canceled when the signal fires. */
  withSignal(signal: AbortSignal): Reader;
}

interface Statement<Result> {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name?: string;
  ask(client: PoolClient): Promise<Result>;
}

/** query_canceled (PostgreSQL, appendix A): by its own timeout, when it was not by us. */
const queryCanceled = '57014';

/**
 * Named statements that a connection may hold before it is renewed: the database frees them with it. A plan of a deeply
 * nested page takes some hundred kilobytes.
 */
const mostHeldNames = 1_000;

const heldNames = new WeakMap<PoolClient, Set<string>>();

/** @returns whether the connection holds too many */
function holdName(client: PoolClient, name: string | undefined): boolean {
  if (name === undefined) return false;
  const held = heldNames.get(client) ?? new Set();
  heldNames.set(client, held.add(name));
  return held.size > mostHeldNames;
}

const ignore = () => undefined;

/**
 * @param canCancel false for the embedded database, which computes in this process and hears nothing meanwhile: there the
 *   statement is waited for and its answer dropped
 */
export function createReader(dataSource: DataSource, pool: Pool, canCancel: boolean, signal?: AbortSignal): Reader {
  return new PoolReader(dataSource, pool, canCancel, signal);
}

/** A class, as each request has one: its functions are made once. */
class PoolReader implements Reader {
  statements = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly pool: Pool,
    private readonly canCancel: boolean,
    private readonly signal: AbortSignal | undefined,
  ) {}

  async query<Rows extends readonly object[]>(text: string, values: readonly unknown[] = []): Promise<Rows> {
    const ask = (client: PoolClient) => client.query(text, values as unknown[]);
    return (await this.#run({ text, values, ask })).rows as unknown as Rows;
  }

  queryArrays(text: string, values: readonly unknown[], name?: string): Promise<unknown[][]> {
    return this.#run({ text, values, name, ask: askArrays(text, values, name, this.canCancel) });
  }

  withSignal(signal: AbortSignal): Reader {
    return new PoolReader(this.dataSource, this.pool, this.canCancel, signal);
  }

  async #run<Result>(statement: Statement<Result>): Promise<Result> {
    const { dataSource, pool, canCancel, signal } = this;
    signal?.throwIfAborted();
    this.statements += 1;
    dataSource.logger.logQuery(statement.text, statement.values as unknown[]);
    try {
      return await runOn(pool, statement, canCancel, signal);
    } catch (error) {
      signal?.throwIfAborted();
      if ((error as Partial<DatabaseError>).code !== queryCanceled) throw error;
      throw new ParallaxError('REQUEST_TIMEOUT', 'The database took too long: ask for less at a time.', {
        cause: error,
      });
    }
  }
}

/** Whether an error leaves the connection as it was: the database's own, but for those with which it ends connections. */
function isOfStatement(error: Partial<DatabaseError>): boolean {
  return error.severity !== undefined && (error.code === queryCanceled || !/^(08|57P)/.test(error.code ?? ''));
}

/**
 * As `pool.query`, which throws the connection away whenever a statement fails: that costs PostgreSQL a new one, and
 * leaves the embedded database's only one out of step.
 */
async function runOn<Result>(
  pool: Pool,
  statement: Statement<Result>,
  canCancel: boolean,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const client = await pool.connect().catch((error: unknown) => {
    throw unavailable(error);
  });
  // What breaks the connection fails the statement as well; unheard, it would end the process.
  client.on('error', ignore);
  const isFull = canCancel && holdName(client, statement.name);
  let isBroken = false;
  let canceling: Promise<void> | null = null;
  const cancel = () => (canceling = cancelStatement(client));
  try {
    signal?.throwIfAborted();
    if (canCancel) signal?.addEventListener('abort', cancel, { once: true });
    const result = await statement.ask(client);
    signal?.throwIfAborted();
    return result;
  } catch (error) {
    isBroken = error !== signal?.reason && !isOfStatement(error as Partial<DatabaseError>);
    throw isOfConnection(error as Error) ? unavailable(error) : error;
  } finally {
    signal?.removeEventListener('abort', cancel);
    client.off('error', ignore);
    // The request to cancel may arrive late, and would then hit whatever runs next on this connection.
    if (canceling) await canceling;
    client.release(isBroken || isFull || canceling !== null);
  }
}

/** @param isServer whether it is PostgreSQL itself; the embedded database takes no messages but those of `pg`'s own query */
function askArrays(text: string, values: readonly unknown[], name: string | undefined, isServer: boolean) {
  return async (client: PoolClient): Promise<unknown[][]> => {
    if (name !== undefined && isServer) return client.query(new NamedArrays(name, text, values)).rows;
    const { rows } = await client.query<unknown[]>({ text, values: values as unknown[], name, rowMode: 'array' });
    return rows;
  };
}
