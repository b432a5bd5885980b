import { unfinishedVersions } from '../store/analysis/load.js';
import { saveFailure } from '../store/analysis/save.js';
import type { Store } from '../store/store.js';
import { analyseVersion } from './analyse.js';
import type { Workers } from './workers.js';

export interface AnalysisQueue {
  /** Tells that something was accepted. */
  wake(): void;
  /** Resolves when nothing is left that this process would analyse. */
  settle(): Promise<void>;
  /** Since when the article that is being analysed has been; null when none is. */
  busySince(): Date | null;
  /** Resolves when the article being analysed is finished; the rest waits in the database. */
  stop(): Promise<void>;
}

/** How many ids are asked for at a time. */
const batch = 50;

/** Other processes may accept documents and end before they are analysed: so often it is asked, in milliseconds. */
const interval = 5_000;

/** A connection that broke may have been the reason for a failure: after so long it is tried again, in milliseconds. */
const secondThought = 60_000;

/**
 * Analyses whatever waits for it, one article after the other. The list of work is the state of the versions in the
 * database, so that nothing accepted can be lost between a list and the thing itself: after a crash the next start goes on.
 *
 * @param log receives failures; one bad article never stops the others
 */
export function startAnalysisQueue(
  store: Store,
  workers: Workers,
  now: () => Date,
  log: (error: unknown, versionId: string) => void,
): AnalysisQueue {
  const failedHere = new Map<string, number>();
  const mayTry = (id: string) => now().getTime() - (failedHere.get(id) ?? -Infinity) >= secondThought;
  let stopped = false;
  let running: Promise<void> | null = null;
  let awaited = false;
  let since: Date | null = null;

  async function work(): Promise<void> {
    while (!stopped) {
      awaited = false;
      const unfinished = await unfinishedVersions(store.dataSource.manager, batch + failedHere.size);
      const ids = unfinished.filter(mayTry);
      if (ids.length === 0 && !awaited) return;
      for (const id of ids) {
        if (stopped) return;
        await analyseOne(id);
      }
    }
  }

  async function analyseOne(id: string): Promise<void> {
    since = now();
    try {
      await analyseVersion(store, workers, id, now);
      failedHere.delete(id);
    } catch (error) {
      log(error, id);
      await saveFailure(store.dataSource, id);
      // Only now: where not even that can be written, the database is at fault, and the version is tried again.
      failedHere.set(id, now().getTime());
    } finally {
      since = null;
    }
  }

  function wake(): void {
    awaited = true;
    if (stopped || running !== null) return;
    running = work()
      .catch((error: unknown) => log(error, ''))
      .finally(() => {
        running = null;
        if (awaited) wake();
      });
  }

  const timer = setInterval(wake, interval);
  timer.unref();
  return {
    wake,
    busySince: () => since,
    settle: async () => {
      wake();
      while (running !== null) await running;
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      if (running !== null) await running;
    },
  };
}
