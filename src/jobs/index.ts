import { join } from 'node:path';
import type { Config } from '../config.js';
import { mergeActors, revertActorDecision, splitActor } from '../store/actors/decide-actors.js';
import { beginReprocessing, countChosen, everyStaleArticle, signatureOf } from '../store/reprocessing/begin.js';
import { countWaiting, loadReprocessing } from '../store/reprocessing/progress.js';
import type { Store } from '../store/store.js';
import { startAnalysisQueue } from './analysis-queue.js';
import { atMost } from './at-most.js';
import { compareSources } from './compare.js';
import { loadDemoDelivery } from './demo-delivery.js';
import { loadDemo, removeDemo } from './demo.js';
import { importActors } from './listed-actors.js';
import type { Jobs, ReprocessingChoice, Submission } from './jobs.js';
import { methods } from './methods.js';
import { watchStale } from './watch-stale.js';
import { startReprocessQueue } from './reprocess-queue.js';
import { startWorkers } from './workers.js';

export {
  ReceiptStatus,
  type DemoStep,
  type DocumentReceipt,
  type GivenActor,
  type ImportedActors,
  type Jobs,
  type ReprocessingBegun,
  type ReprocessingChoice,
  type ReprocessingProgress,
  type Submission,
} from './jobs.js';

/** One thread for analysis, one so that a comparison need not wait for it. */
const threads = 2;

/** How many comparisons are read and computed at a time: each holds all texts of its event. */
const comparisonsAtATime = 2;

/** Effects, so that tests can give a clock and a log. */
export interface JobsEffects {
  readonly now: () => Date;
  /** Told of what failed; `place` is such as `version ID` or `article ID`, empty when it was about neither. */
  readonly log: (error: unknown, place: string) => void;
}

/** The folder of the demo, beside the sources or beside dist/. */
function demoFolder(): string {
  const root = __dirname.includes(`${join('dist', 'src')}`) ? '../../..' : '../..';
  return join(__dirname, root, 'demo');
}

/**
 * Starts the jobs on a store, and with them whatever analysis an earlier process left unfinished.
 * @param options `reprocesses`: whether stored articles that wait for it are computed again here
 */
export function startJobs(
  store: Store,
  config: Pick<Config, 'maximumDocumentBytes'>,
  effects: JobsEffects,
  { reprocesses } = { reprocesses: true },
): Jobs {
  const { now, log } = effects;
  const workers = startWorkers(threads);
  const queue = startAnalysisQueue(store, workers, now, (error, id) => log(error, id && `version ${id}`));
  const again = reprocesses
    ? startReprocessQueue(
        store,
        workers,
        now,
        () => queue.settle(),
        (error, id) => log(error, id && `article ${id}`),
      )
    : null;
  const limits = { documentBytes: config.maximumDocumentBytes };
  const accept = async (submission: Submission) => {
    // With the readers of all formats and stage 1, which nobody else here needs: loaded with the first document.
    const { acceptSubmission } = await import('./accept.js');
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
  const reprocess = async (choice: ReprocessingChoice, isCountOnly: boolean, unlessUnderWay: boolean) => {
    const { manager } = store.dataSource;
    if (isCountOnly) return { articles: await countChosen(manager, choice, methods), reprocessing: null };
    const id = await beginReprocessing(store.dataSource, choice, methods, now(), unlessUnderWay);
    const reprocessing = id === null ? null : await loadReprocessing(manager, id);
    again?.wake();
    return { articles: reprocessing?.articles ?? 0, reprocessing };
  };
  queue.wake();
  again?.wake();
  // Events whose claims have other speakers now wait to be lined up anew.
  const decided = async <Result>(work: Promise<Result>): Promise<Result> => {
    const result = await work;
    queue.wake();
    return result;
  };
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
    reprocess: (choice, isCountOnly) => reprocess(choice, isCountOnly, false),
    reprocessStale: (isCountOnly) => reprocess(everyStaleArticle, isCountOnly, true),
    staleArticles: watchStale(() => countChosen(store.dataSource.manager, everyStaleArticle, methods), now),
    reprocessingArticles: (of) => countWaiting(of, signatureOf(methods)),
    reprocessing: (id) => loadReprocessing(store.dataSource.manager, id),
    importActors: (given) => importActors(store, given),
    mergeActors: (merger) => decided(mergeActors(store, merger, now())),
    splitActor: (split) => decided(splitActor(store, split, now())),
    revertActorDecision: (id, grounds) => decided(revertActorDecision(store, id, grounds, now())),
    analysisSince: () => queue.busySince(),
    stop: async () => {
      await Promise.all([queue.stop(), again?.stop()]);
      await workers.close();
    },
  };
}
