import type { Config } from '../config.js';
import type {
  DemoStep,
  DocumentReceipt,
  GivenActor,
  ImportedActors,
  ReprocessingChoice,
  ReprocessingProgress,
  Submission,
} from '../jobs/index.js';
import { findServiceOrOpenStore } from './open-store.js';
import { RunningService } from './running-service.js';

/** How far a round of computing stored articles again has come. */
export type ReprocessingState = Omit<ReprocessingProgress, 'requestedAt' | 'methods'>;

/** Where a command's work is done: in this process, or by the service that owns the data folder. */
export interface Target {
  /** Takes documents in; one receipt for each document, in order. */
  ingest(submissions: readonly Submission[]): Promise<readonly DocumentReceipt[]>;
  /** Adds rows to the user's own table of actors; one result for each row, in order. */
  importActors(rows: readonly GivenActor[]): Promise<ImportedActors>;
  /** Waits until what was taken in is analysed. */
  settle(): Promise<void>;
  loadDemo(): Promise<{ readonly articles: number }>;
  /** Takes one delivery of the demo in and waits for its analysis; the first has number 0. */
  loadDemoDelivery(number: number): Promise<DemoStep>;
  removeDemo(): Promise<{ readonly articles: number }>;
  /** Has stored articles computed again, or only counts them. */
  reprocess(
    choice: ReprocessingChoice,
    isCountOnly: boolean,
  ): Promise<{ readonly articles: number; readonly reprocessing: ReprocessingState | null }>;
  /** How far that has come; null when nothing is known of it. */
  reprocessing(id: string): Promise<ReprocessingState | null>;
  close(): Promise<void>;
}

/**
 * Finds where to send work: to the running service when one owns the data folder, else here.
 * @param reprocesses whether to compute stored articles again that wait for it, where the work is done here
 * @throws ParallaxError DATA_FOLDER_IN_USE, DATABASE_UNAVAILABLE, SERVICE_UNAVAILABLE
 */
export async function openTarget(config: Config, { reprocesses } = { reprocesses: false }): Promise<Target> {
  const place = await findServiceOrOpenStore(config);
  if (place instanceof RunningService) return place;
  const { startOwnTarget } = await import('./own-target.js');
  return startOwnTarget(place, config, reprocesses);
}
