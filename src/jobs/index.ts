import { join } from 'node:path';
import type { Config } from '../config.js';
import type { Store } from '../store/store.js';
import { acceptSubmission } from './accept.js';
import { startAnalysisQueue } from './analysis-queue.js';
import { atMost } from './at-most.js';
import { compareSources } from './compare.js';
import { loadDemoDelivery } from './demo-delivery.js';
import { loadDemo, removeDemo } from './demo.js';
import type { Jobs, Submission } from './jobs.js';
import { startWorkers } from './workers.js';

export { ReceiptStatus, type DemoStep, type DocumentReceipt, type Jobs, type Submission } from './jobs.js';

/** One thread for analysis, one so that a comparison need not wait for it. */
const threads = 2;

/** How many comparisons are read and computed at a time: each holds all texts of its event. */
const comparisonsAtATime = 2;

/** Effects, so that tests can give a clock and a log. */
export interface JobsEffects {
  readonly now: () => Date;
  /** Told of what failed on our side; `versionId` is empty when it was not about one version. */
  readonly log: (error: unknown, versionId: string) => void;
}

/** The folder of the demo, beside the sources or beside dist/. */
function demoFolder(): string {
  const root = __dirname.includes(`${join('dist', 'src')}`) ? '../../..' : '../..';
  return join(__dirname, root, 'demo');
}

/** Starts the jobs on a store, and with them whatever analysis an earlier process left unfinished. */
export function startJobs(store: Store, config: Pick<Config, 'maximumDocumentBytes'>, effects: JobsEffects): Jobs {
  const { now, log } = effects;
  const workers = startWorkers(threads);
  const queue = startAnalysisQueue(store, workers, now, log);
  const limits = { documentBytes: config.maximumDocumentBytes };
  const accept = async (submission: Submission) => {
    const receipts = await acceptSubmission(store, submission, limits, now);
    queue.wake();
    return receipts;
  };
  // The demo is loaded and removed in turn: an outlet that is removed while its articles come in would come back unmarked.
  let demo: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = demo.then(work, work);
    demo = turn;
    return turn;
  };
  queue.wake();
  return {
    accept,
    settle: () => queue.settle(),
    compare: atMost(comparisonsAtATime, (eventId: string, sourceIds: readonly string[] | null) =>
      compareSources(store, workers, eventId, sourceIds, now),
    ),
    loadDemo: () => inTurn(() => loadDemo(store, demoFolder(), accept, now)),
    loadDemoDelivery: (number) =>
      inTurn(() => loadDemoDelivery(store, demoFolder(), number, accept, () => queue.settle(), now)),
    removeDemo: () =>
      inTurn(async () => {
        const removed = await removeDemo(store, now);
        queue.wake();
        return removed;
      }),
    analysisSince: () => queue.busySince(),
    stop: async () => {
      await queue.stop();
      await workers.close();
    },
  };
}
