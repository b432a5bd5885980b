import type { Config } from '../config.js';
import { startJobs, type DemoStep, type DocumentReceipt, type Submission } from '../jobs/index.js';
import { findServiceOrOpenStore } from './open-store.js';
import { RunningService } from './running-service.js';

/** Where a command's work is done: in this process, or by the service that owns the data folder. */
export interface Target {
  /** Takes documents in; one receipt for each document, in order. */
  ingest(submissions: readonly Submission[]): Promise<readonly DocumentReceipt[]>;
  /** Waits until what was taken in is analysed. */
  settle(): Promise<void>;
  loadDemo(): Promise<{ readonly articles: number }>;
  /** Takes one delivery of the demo in and waits for its analysis; the first has number 0. */
  loadDemoDelivery(number: number): Promise<DemoStep>;
  removeDemo(): Promise<{ readonly articles: number }>;
  close(): Promise<void>;
}

/**
 * Finds where to send work: to the running service when one owns the data folder, else here.
 * @throws ParallaxError DATA_FOLDER_IN_USE, DATABASE_UNAVAILABLE, SERVICE_UNAVAILABLE
 */
export async function openTarget(config: Config): Promise<Target> {
  const place = await findServiceOrOpenStore(config);
  if (place instanceof RunningService) return place;
  const { store } = place;
  const jobs = startJobs(store, config, {
    now: () => new Date(),
    log: (error, versionId) => console.error(`Analysis failed${versionId && ` of version ${versionId}`}:`, error),
  });
  return {
    ingest: async (submissions) => {
      const receipts: DocumentReceipt[] = [];
      for (const submission of submissions) receipts.push(...(await jobs.accept(submission)));
      return receipts;
    },
    settle: () => jobs.settle(),
    loadDemo: () => jobs.loadDemo(),
    loadDemoDelivery: (number) => jobs.loadDemoDelivery(number),
    removeDemo: () => jobs.removeDemo(),
    close: async () => {
      await jobs.stop();
      await place.close();
    },
  };
}
