/**
 * A worker thread that sends one request over and over at a steady rate, so that whoever measures something else beside it
 * is not slowed by the sending.
 */
import { parentPort, workerData, Worker } from 'node:worker_threads';
import { setTimeout as wait } from 'node:timers/promises';
import { exchange } from './exchange.js';

/** What to send, from where, how often, for how long. */
export interface Stream {
  readonly port: number;
  readonly requests: readonly Uint8Array[];
  readonly localAddress: string;
  readonly perSecond: number;
  readonly seconds: number;
}

/** How often each answer came, by what it was: "400 BAD_USER_INPUT". */
export type AnswerCounts = Readonly<Record<string, number>>;

/** So many may be under way at once; what would be more is not sent. */
const mostUnderWay = 100;

/** An answer in words. */
export const nameOfAnswer = (status: number | null, codes: readonly string[]) =>
  status === null ? 'closed' : [status, ...codes].join(' ');

async function send({ port, requests, localAddress, perSecond, seconds }: Stream): Promise<AnswerCounts> {
  const counts: Record<string, number> = {};
  const underWay = new Set<Promise<void>>();
  const since = performance.now();
  const count = Math.round(perSecond * seconds);
  for (let place = 0; place < count; place += 1) {
    await wait(Math.max(0, since + (place * 1000) / perSecond - performance.now()));
    if (underWay.size >= mostUnderWay) continue;
    const bytes = Buffer.from(requests[place % requests.length] as Uint8Array);
    const one = exchange(port, bytes, localAddress).then(({ status, codes }) => {
      const name = nameOfAnswer(status, codes);
      counts[name] = (counts[name] ?? 0) + 1;
      underWay.delete(one);
    });
    underWay.add(one);
  }
  await Promise.all(underWay);
  return counts;
}

/** Runs a stream in a thread of its own, and waits for its last answer. */
export function attack(stream: Stream): Promise<AnswerCounts> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: stream });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

if (parentPort) {
  const port = parentPort;
  void send(workerData as Stream).then((counts) => port.postMessage(counts));
}
