import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { defaultRequestTimeoutMillis, type Config } from '../config.js';
import { ParallaxError } from '../errors.js';
import { ClaimLogSignal } from './claim-log.js';
import { connectionTimeoutMillis, createDataSource } from './data-source.js';
import { openEmbeddedDatabase } from './embedded.js';
import { KeySignal } from './keys/signal.js';
import { listenTo, type Listening, type ListenOptions } from './listen.js';
import { createReader, type Reader } from './reading/reader.js';
import { forgetForeignChanges } from './queries/data-version.js';
import { openReadingPool } from './reading/pool.js';
import { fillSearch } from './search/fill-search.js';

/** Connections for reading, and as many for everything else. */
const maximumConnections = 10;

/** How much longer than a request the database waits before it gives a statement up by itself, in milliseconds. */
const statementGrace = 1_000;

/** The oldest PostgreSQL that is supported, as `server_version_num` counts. */
const oldestServerVersion = 150_000;

export interface Store {
  /** For writing and for the jobs. */
  readonly dataSource: DataSource;
  /** For what requests read. */
  readonly reader: Reader;
  readonly isEmbedded: boolean;
  /** Fires after a transaction of this process appended to the log of claim changes. */
  readonly claimLog: ClaimLogSignal;
  /**
   * Hears what other processes on the same PostgreSQL say on a channel (src/store/listen.ts); null on the embedded
   * database, where there are none.
   */
  readonly listen: ((...channel: ListenOptions) => Listening) | null;
  /** Fires after this process made or revoked a key. */
  readonly keySignal: KeySignal;
  /** How its connections stand at the moment; the embedded database has one for everything. */
  connections(): readonly PoolState[];
  close(): Promise<void>;
}

export interface PoolState {
  readonly pool: 'reading' | 'writing';
  /** Connections that are open; `idle` of them nobody uses. */
  readonly total: number;
  readonly idle: number;
  /** Statements that wait for one. */
  readonly awaited: number;
  readonly most: number;
}

/** The store as one request has it: what it reads is counted, and given up when the signal fires. */
export function storeOfRequest(store: Store, signal: AbortSignal): Store {
  return { ...store, reader: store.reader.withSignal(signal) };
}

/**
 * Opens the database that the configuration names and brings its tables up to date.
 * For the embedded database the caller must hold the lock of the data folder.
 * @throws ParallaxError DATABASE_UNAVAILABLE
 */
export async function openStore(
  config: Pick<Config, 'databaseUrl' | 'dataFolder'> & Partial<Pick<Config, 'requestTimeoutMillis'>>,
): Promise<Store> {
  const embedded = config.databaseUrl === null ? await openEmbeddedDatabase(config.dataFolder) : null;
  const dataSource = createDataSource(
    embedded?.connection ?? { url: config.databaseUrl as string, maximumConnections },
  );
  let readingPool: Pool | null = null;
  const closeAll = async () => {
    await readingPool?.end();
    if (dataSource.isInitialized) await dataSource.destroy();
    await embedded?.close();
  };
  try {
    await dataSource.initialize();
    await migrate(dataSource, embedded === null);
    await forgetForeignChanges(dataSource);
    if (config.databaseUrl !== null) {
      readingPool = await openReadingPool({
        url: config.databaseUrl,
        maximumConnections,
        connectionTimeoutMillis,
        statementTimeoutMillis: (config.requestTimeoutMillis ?? defaultRequestTimeoutMillis) + statementGrace,
      });
    }
  } catch (error) {
    await closeAll();
    if (error instanceof ParallaxError) throw error;
    throw new ParallaxError('DATABASE_UNAVAILABLE', `The database cannot be used: ${(error as Error).message}`, {
      cause: error,
    });
  }
  const writingPool = (dataSource.driver as PostgresDriver).master as Pool;
  const pool = readingPool ?? writingPool;
  return {
    dataSource,
    reader: createReader(dataSource, pool, readingPool !== null),
    isEmbedded: embedded !== null,
    claimLog: new ClaimLogSignal(),
    listen: config.databaseUrl === null ? null : listenTo.bind(null, config.databaseUrl),
    keySignal: new KeySignal(),
    connections: () => [...(readingPool ? [stateOf('reading', readingPool)] : []), stateOf('writing', writingPool)],
    close: closeAll,
  };
}

function stateOf(name: PoolState['pool'], { totalCount, idleCount, waitingCount, options }: Pool): PoolState {
  return { pool: name, total: totalCount, idle: idleCount, awaited: waitingCount, most: options.max };
}

/** Several processes may start on one PostgreSQL at a time: the first migrates, the others wait for it. */
async function migrate(dataSource: DataSource, isShared: boolean): Promise<void> {
  if (!isShared) {
    await dataSource.runMigrations();
    await fillSearch(dataSource);
    return;
  }
  const [{ version }] = await dataSource.query<[{ version: string }]>(
    `SELECT current_setting('server_version_num') AS version`,
  );
  if (Number(version) < oldestServerVersion) {
    throw new ParallaxError('DATABASE_UNAVAILABLE', `PostgreSQL 15 or newer is needed; this server says ${version}.`);
  }
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`SELECT pg_advisory_lock(hashtext('parallax migrations'))`);
    await dataSource.runMigrations();
    await fillSearch(dataSource);
  } finally {
    await runner.query(`SELECT pg_advisory_unlock(hashtext('parallax migrations'))`);
    await runner.release();
  }
}
