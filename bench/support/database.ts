import { existsSync, readFileSync } from 'node:fs';
import { Client } from 'pg';
import { openStore, type Store } from '../../src/store/store.js';
import { startPostgres } from '../../tests/support/postgres.js';

/** CPU time in milliseconds by the id of the process. */
export type ProcessTimes = ReadonlyMap<number, number>;

/** What the processes used between two looks, in milliseconds. A connection that was closed in between is left out. */
export function timeBetween(before: ProcessTimes | null, after: ProcessTimes | null): number | null {
  if (before === null || after === null) return null;
  let total = 0;
  for (const [processId, time] of after) total += time - (before.get(processId) ?? 0);
  return total;
}

/** A database on it, with the tables of the service. */
export interface BenchDatabase {
  readonly url: string;
  open(): Promise<Store>;
  /**
   * CPU time in milliseconds that each process of the server has used so far which serves a connection to this database.
   * Null where the system does not tell (it is read from /proc).
   */
  times(): Promise<ProcessTimes | null>;
}

/** A PostgreSQL for the length of a benchmark. */
export interface BenchServer {
  create(name: string): Promise<BenchDatabase>;
  stop(): Promise<void>;
}

/** Linux counts the CPU time of processes in hundredths of a second, whatever its own clock. */
const millisecondsPerTick = 10;

/** @returns 0 when the process has ended meanwhile */
function cpuOfProcess(processId: number): number {
  const file = `/proc/${processId}/stat`;
  if (!existsSync(file)) return 0;
  const text = readFileSync(file, 'utf8');
  // The second field is the name, in parentheses, and may hold spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Starts the PostgreSQL that comes from npm. It keeps no promise over a crash (fsync off), as its data is thrown away. */
export async function startServer(): Promise<BenchServer> {
  const server = await startPostgres();
  return {
    async create(name) {
      await withClient(server.url, (client) => client.query(`CREATE DATABASE ${name}`));
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      const open = () => openStore({ databaseUrl: url.href, dataFolder: '' });
      await (await open()).close();
      const times = () =>
        withClient(server.url, async (client) => {
          const text = 'SELECT pid FROM pg_stat_activity WHERE datname = $1';
          const { rows } = await client.query<{ pid: number }>(text, [name]);
          if (!existsSync('/proc/self/stat')) return null;
          return new Map(rows.map(({ pid }) => [pid, cpuOfProcess(pid)]));
        });
      return { url: url.href, open, times };
    },
    stop: () => server.stop(),
  };
}
