import { Connection, type PreparedRequest } from './client.js';
import { timeBetween, type ProcessTimes } from '../support/database.js';
import { quantile, sum } from './statistics.js';

/** A server under load, and the requests to send it, over and over in their order. */
export interface Target {
  readonly name: string;
  readonly port: number;
  readonly requests: readonly PreparedRequest[];
  /** CPU time in milliseconds that the server's process has used so far. */
  cpu(): Promise<number>;
  /** The same of the database's processes that serve it; null when it cannot be told. */
  databaseTimes(): Promise<ProcessTimes | null>;
}

/** One short time in which one server alone was asked. */
interface Slice {
  readonly requests: number;
  readonly seconds: number;
  readonly cpu: number;
  readonly databaseCpu: number | null;
  /** Of each request, in milliseconds. */
  readonly latencies: readonly number[];
}

/** What one server did in all its slices. */
export interface Measured {
  readonly name: string;
  /** Requests a second in each slice, in their order. */
  readonly rates: readonly number[];
  readonly requests: number;
  /** Milliseconds of the server's CPU for a request. */
  readonly cpu: number;
  /** Milliseconds of the database's CPU for a request. */
  readonly databaseCpu: number | null;
  readonly p50: number;
  readonly p99: number;
}

export interface LoadOptions {
  /** Connections, each of which asks again as soon as it was answered. */
  readonly connections: number;
  readonly slices: number;
  readonly sliceSeconds: number;
}

/** Asks with some connections at once until the time is over and every request was sent equally often. */
async function runSlice(target: Target, connections: readonly Connection[], seconds: number): Promise<Slice> {
  const { requests } = target;
  const latencies: number[] = [];
  const [cpuBefore, databaseBefore] = [await target.cpu(), await target.databaseTimes()];
  const since = performance.now();
  let sent = 0;
  await Promise.all(
    connections.map(async (connection) => {
      while (sent % requests.length !== 0 || performance.now() - since < seconds * 1000) {
        const request = requests[sent % requests.length] as PreparedRequest;
        sent += 1;
        const began = performance.now();
        await connection.send(request);
        latencies.push(performance.now() - began);
      }
    }),
  );
  const elapsed = (performance.now() - since) / 1000;
  const [cpu, databaseAfter] = [await target.cpu(), await target.databaseTimes()];
  return {
    requests: sent,
    seconds: elapsed,
    cpu: cpu - cpuBefore,
    databaseCpu: timeBetween(databaseBefore, databaseAfter),
    latencies,
  };
}

/**
 * Measures servers in turn, in short slices (A B A B …), so that whatever else the machine does falls on all alike. Before
 * that each is warmed up for two slices, which do not count.
 */
export async function interleave(targets: readonly Target[], options: LoadOptions): Promise<Measured[]> {
  const slices = targets.map((): Slice[] => []);
  const connections = await Promise.all(
    targets.map(({ port }) => Promise.all(Array.from({ length: options.connections }, () => Connection.open(port)))),
  );
  try {
    for (let turn = -2; turn < options.slices; turn += 1) {
      for (const [place, target] of targets.entries()) {
        const slice = await runSlice(target, connections[place] as Connection[], options.sliceSeconds);
        if (turn >= 0) slices[place]?.push(slice);
      }
    }
  } finally {
    for (const connection of connections.flat()) connection.close();
  }
  return targets.map(({ name }, place) => summarise(name, slices[place] as Slice[]));
}

function summarise(name: string, slices: readonly Slice[]): Measured {
  const requests = sum(slices.map((slice) => slice.requests));
  const latencies = slices.flatMap((slice) => slice.latencies);
  const databaseTimes = slices.map((slice) => slice.databaseCpu).filter((time) => time !== null);
  return {
    name,
    rates: slices.map((slice) => slice.requests / slice.seconds),
    requests,
    cpu: sum(slices.map(({ cpu }) => cpu)) / requests,
    databaseCpu: databaseTimes.length < slices.length ? null : sum(databaseTimes) / requests,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

/** Of two servers measured together, the first's requests a second divided by the second's, in each pair of slices. */
export function ratios(first: Measured, second: Measured): number[] {
  return first.rates.map((rate, turn) => rate / (second.rates[turn] as number));
}
