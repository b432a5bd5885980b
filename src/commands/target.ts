import type { Config } from '../config.js';
import { ParallaxError } from '../errors.js';
import { startJobs, type DemoStep, type DocumentReceipt, type Submission } from '../jobs/index.js';
import { findFolderOwner, lockFolder } from '../store/folder-lock.js';
import { openStore } from '../store/store.js';
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

/** How long a service that is just starting is waited for, in milliseconds. */
const startPatience = 20_000;

/**
 * Finds where to send work: to the running service when one owns the data folder, else here.
 * @throws ParallaxError DATA_FOLDER_IN_USE, DATABASE_UNAVAILABLE, SERVICE_UNAVAILABLE
 */
export async function openTarget(config: Config): Promise<Target> {
  if (config.databaseUrl === null) {
    const running = await findRunningService(config.dataFolder);
    if (running !== null) return running;
  }
  const lock = config.databaseUrl === null ? lockFolder(config.dataFolder) : null;
  try {
    const store = await openStore(config);
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
        await store.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/**
 * The service that owns a data folder; null when nobody does. One that is just starting is waited for.
 * @throws ParallaxError DATA_FOLDER_IN_USE when the owner does not serve
 */
export async function findRunningService(folder: string): Promise<RunningService | null> {
  const giveUp = Date.now() + startPatience;
  for (;;) {
    const owner = findFolderOwner(folder);
    if (owner === null) return null;
    if (owner.address !== null) return new RunningService(owner.address, owner.token);
    if (Date.now() > giveUp) {
      throw new ParallaxError(
        'DATA_FOLDER_IN_USE',
        `Process ${owner.processId} owns the data folder ${folder} and serves nobody. Try again when it has ended.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
