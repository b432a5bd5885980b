import { isParallaxError, ParallaxError } from '../errors.js';
import type { Reanalysis } from '../store/analysis/values.js';
import { finishArticle, type TakenArticle } from '../store/reprocessing/articles.js';
import { loadStoredDocument, saveReading } from '../store/reprocessing/reading.js';
import { loadStaleness } from '../store/reprocessing/stale.js';
import type { Store } from '../store/store.js';
import { analyseVersion } from './analyse.js';
import { methods } from './methods.js';
import { requirePast } from './storable.js';
import type { Workers } from './workers.js';

interface Reading {
  readonly versionId: string;
  readonly isNewVersion: boolean;
  readonly isChanged: boolean;
  readonly failure: ParallaxError | null;
}

/**
 * Computes one stored article again: its latest version, as far as it is stale, or all of it where that was asked for.
 * No connection is held while a stage runs.
 *
 * 1. Stage 1 reads the document as received. Another text is a new version; one that it now refuses keeps its text.
 * 2. Stages 2 to 5 run, and one transaction saves what changed, tells the log, and takes the article off the list.
 *
 * What another process did meanwhile is left as it is: then the article stays on the list, and the next look finds it done.
 *
 * @param log told when stage 1 refuses the document
 */
export async function reprocessArticle(
  store: Store,
  workers: Workers,
  taken: TakenArticle,
  now: () => Date,
  log: (error: ParallaxError) => void,
): Promise<void> {
  const stale = await loadStaleness(store.dataSource.manager, taken.articleId, methods);
  if (stale === null) return;
  const unread: Reading = { versionId: stale.versionId, isNewVersion: false, isChanged: false, failure: null };
  const isRead = taken.isForced || stale.isTextStale;
  const reading = isRead ? await readAgain(store, workers, stale.versionId, now()) : unread;
  if (reading === null) return;
  const { versionId, isNewVersion: hasNewVersion, failure } = reading;
  if (failure !== null) log(failure);
  if (taken.isForced || stale.isAnalysisStale || reading.isChanged) {
    const again: Reanalysis = {
      article: taken,
      isPlacedAnew: stale.isPlacementStale,
      hasNewVersion,
      failure: failureOf(failure),
    };
    await analyseVersion(store, workers, versionId, now, again);
  } else {
    await finishArticle(store.dataSource.manager, taken, {
      changes: [],
      hasNewVersion,
      failure: failureOf(failure),
    });
  }
}

const failureOf = (error: ParallaxError | null) => error && { code: error.code, message: error.message };

/** @returns null when another version came meanwhile, or the article is gone */
async function readAgain(store: Store, workers: Workers, versionId: string, now: Date): Promise<Reading | null> {
  const stored = await loadStoredDocument(store.dataSource.manager, versionId);
  if (stored === null) return null;
  const failed = (failure: ParallaxError): Reading => ({ versionId, isNewVersion: false, isChanged: false, failure });
  const reading = await workers.readStored(stored);
  if ('refusal' in reading) return failed(new ParallaxError(reading.refusal.code, reading.refusal.message));
  try {
    requirePast(reading.article, now);
  } catch (error) {
    if (!isParallaxError(error)) throw error;
    return failed(error);
  }
  const saved = await saveReading(store.dataSource, versionId, reading.article, methods.article, now);
  return saved && { ...saved, failure: null };
}
