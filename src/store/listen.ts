import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { connectionTimeoutMillis } from './data-source.js';

/** How long after a lost connection the next is tried, in milliseconds; each time twice as long. */
const firstPause = 250;
const longestPause = 15_000;

/** After so long without a word the system asks whether the other side is still there, in milliseconds. */
const keepAliveMillis = 10_000;

export interface Listening {
  /** Settles with the first try, whether it succeeded or not. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** The channel; what to do when something is heard, and when nothing can be heard for a while. */
export type ListenOptions = [channel: string, heard: () => void, failed: (error: unknown) => void];

/**
 * Listens on a channel of PostgreSQL (LISTEN), on a connection of its own that is made again when it is lost.
 * @param channel a plain name
 * @param heard called at each notification, and whenever listening has begun: what was said before went unheard
 * @param failed called with why a connection could not be made or was lost
 */
export function listenTo(url: string, ...[channel, heard, failed]: ListenOptions): Listening {
  const stop = new AbortController();
  let settleFirst: () => void;
  const ready = new Promise<void>((resolve) => (settleFirst = resolve));
  let pause = firstPause;

  const listenOnce = async () => {
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis,
      keepAlive: true,
      keepAliveInitialDelayMillis: keepAliveMillis,
    });
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    // Reported where it fails; unheard, it would end the process.
    let lost: unknown = new Error('The database closed the connection.');
    client.on('error', (error) => (lost = error));
    try {
      await client.connect();
      client.on('notification', heard);
      await client.query(`LISTEN "${channel}"`);
      pause = firstPause;
      heard();
      settleFirst();
      await Promise.race([ended, aborted(stop.signal)]);
      if (!stop.signal.aborted) throw lost;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const run = async () => {
    while (!stop.signal.aborted) {
      await listenOnce().catch(failed);
      settleFirst();
      await sleep(pause, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
      pause = Math.min(pause * 2, longestPause);
    }
  };
  const running = run();
  return {
    ready,
    close: () => {
      stop.abort();
      return running;
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
