import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import type * as stages from './stages.js';

type StageName = 'readStored' | 'findForms' | 'analyseText' | 'placeArticle' | 'lineUp' | 'compare';

/** The stages, computed in worker threads so that the service answers meanwhile. */
export type Workers = {
  readonly [Name in StageName]: (
    input: Parameters<(typeof stages)[Name]>[0],
  ) => Promise<Awaited<ReturnType<(typeof stages)[Name]>>>;
} & { close(): Promise<void> };

/** Threads start when first needed and end when idle for so long, in milliseconds. */
const idleTimeout = 60_000;

/** Tests run the sources, but a thread needs compiled code: `npm run build` has put it beside them. */
function workerFile(): string {
  const beside = join(__dirname, 'worker.js');
  return existsSync(beside) ? beside : join(__dirname, '../../dist/src/jobs/worker.js');
}

/** @param threads how many stages may run at a time */
export function startWorkers(threads: number): Workers {
  const pool = new Piscina({ filename: workerFile(), minThreads: 0, maxThreads: threads, idleTimeout });
  const run = (name: StageName) => (input: unknown) => pool.run(input, { name });
  return {
    readStored: run('readStored'),
    findForms: run('findForms'),
    analyseText: run('analyseText'),
    placeArticle: run('placeArticle'),
    lineUp: run('lineUp'),
    compare: run('compare'),
    close: () => pool.destroy(),
  };
}
