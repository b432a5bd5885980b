import { isParallaxError } from '../errors.js';
import { finishArticle, takeArticle, type TakenArticle } from '../store/reprocessing/articles.js';
import { signatureOf } from '../store/reprocessing/begin.js';
import type { Store } from '../store/store.js';
import { startLoop, type Loop } from './loop.js';
import { methods } from './methods.js';
import { reprocessArticle } from './reprocess.js';
import type { Workers } from './workers.js';

/** What fails for no reason that we know is tried so often. */
const mostAttempts = 3;

/** An article that ends the process each time would do so for ever. Higher, as several processes may take the same one. */
const mostTakings = 10;

const internalFailure = { code: 'INTERNAL_SERVER_ERROR', message: 'It failed on our side; the log says why.' };

/**
 * Computes stored articles again, one after the other, while no fresh ones wait. The list of work is in the database, and
 * an article leaves it in the transaction that saves what came of it.
 *
 * @param untilIdle resolves when no accepted article waits for its analysis
 * @param log receives failures; one bad article never stops the others
 */
export function startReprocessQueue(
  store: Store,
  workers: Workers,
  now: () => Date,
  untilIdle: () => Promise<void>,
  log: (error: unknown, articleId: string) => void,
): Loop {
  const signature = signatureOf(methods);

  async function reprocessNext(isStopped: () => boolean): Promise<boolean> {
    await untilIdle();
    if (isStopped()) return false;
    const taken = await takeArticle(store.dataSource, signature);
    if (taken !== null) await reprocessOne(taken);
    return taken !== null;
  }

  async function reprocessOne(taken: TakenArticle): Promise<void> {
    try {
      if (taken.takings > mostTakings) throw new Error('The process ended each time that this article was computed.');
      await reprocessArticle(store, workers, taken, now, (refusal) => log(refusal, taken.articleId));
    } catch (error) {
      log(error, taken.articleId);
      if (!isParallaxError(error) && taken.takings < mostAttempts) return;
      const failure = isParallaxError(error) ? { code: error.code, message: error.message } : internalFailure;
      await finishArticle(store.dataSource.manager, taken, { changes: [], hasNewVersion: false, failure });
    }
  }

  return startLoop(reprocessNext, (error) => log(error, ''));
}
