import { toGlobalId } from 'graphql-relay';
import type { Config } from '../config.js';
import { startJobs, type DocumentReceipt } from '../jobs/index.js';
import type { OwnStore } from './open-store.js';
import type { Target } from './target.js';
import { tellFailure } from './tell-failure.js';

/**
 * Starts jobs in this process, which do the work of one command.
 * @param reprocesses whether they compute stored articles again that wait for it
 */
export function startOwnTarget({ store, close }: OwnStore, config: Config, reprocesses: boolean): Target {
  const jobs = startJobs(store, config, { now: () => new Date(), log: tellFailure }, { reprocesses });
  return {
    ingest: async (submissions) => {
      const receipts: DocumentReceipt[] = [];
      for (const submission of submissions) receipts.push(...(await jobs.accept(submission)));
      return receipts;
    },
    importActors: (rows) => jobs.importActors(rows),
    settle: () => jobs.settle(),
    loadDemo: () => jobs.loadDemo(),
    loadDemoDelivery: (number) => jobs.loadDemoDelivery(number),
    removeDemo: () => jobs.removeDemo(),
    reprocess: (choice, isCountOnly) => jobs.reprocess(choice, isCountOnly),
    reprocessing: async (id) => {
      const progress = await jobs.reprocessing(id);
      const failures = progress?.failures.map((failure) => ({
        ...failure,
        articleId: toGlobalId('Article', failure.articleId),
      }));
      return progress && { ...progress, failures: failures ?? [] };
    },
    close: async () => {
      await jobs.stop();
      await close();
    },
  };
}
