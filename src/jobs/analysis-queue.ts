import { unfinishedVersions } from '../store/analysis/load.js';
import { saveFailure } from '../store/analysis/save.js';
import type { Store } from '../store/store.js';
import { analyseVersion } from './analyse.js';
import { startLoop, type Loop } from './loop.js';
import type { Workers } from './workers.js';

/** Woken when something was accepted. When it is stopped, what was accepted and is not analysed waits in the database. */
export interface AnalysisQueue extends Loop {
  /** Since when the article that is being analysed has been; null when none is. */
  busySince(): Date | null;
}

/** How many ids are asked for at a time. */
const batch = 50;

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
  let since: Date | null = null;

  async function analyseSome(isStopped: () => boolean): Promise<boolean> {
    const unfinished = await unfinishedVersions(store.dataSource.manager, batch + failedHere.size);
    const ids = unfinished.filter(mayTry);
    for (const id of ids) {
      if (isStopped()) break;
      await analyseOne(id);
    }
    return ids.length > 0;
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

  return { ...startLoop(analyseSome, (error) => log(error, '')), busySince: () => since };
}
