import { setTimeout as wait } from 'node:timers/promises';
import { Connection, type PreparedRequest } from '../measure/client.js';

/** A client that means well: some connections, each of which asks, is answered, pauses, and asks again. */
export interface NormalClient {
  readonly port: number;
  readonly requests: readonly PreparedRequest[];
  readonly connections: number;
  readonly pauseMilliseconds: number;
}

/** @returns the latency of each request in milliseconds. @throws when one is not answered with status 200 */
export async function askFor(client: NormalClient, seconds: number): Promise<number[]> {
  const { port, requests, pauseMilliseconds } = client;
  const latencies: number[] = [];
  const until = performance.now() + seconds * 1000;
  let sent = 0;
  const connections = await Promise.all(Array.from({ length: client.connections }, () => Connection.open(port)));
  try {
    await Promise.all(
      connections.map(async (connection) => {
        while (performance.now() < until) {
          const request = requests[sent % requests.length] as PreparedRequest;
          sent += 1;
          const began = performance.now();
          await connection.send(request);
          latencies.push(performance.now() - began);
          await wait(pauseMilliseconds);
        }
      }),
    );
    return latencies;
  } finally {
    for (const connection of connections) connection.close();
  }
}
