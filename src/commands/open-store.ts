import type { Config } from '../config.js';
import { ParallaxError } from '../errors.js';
import { findFolderOwner, lockFolder } from '../store/folder-lock.js';
import type { Store } from '../store/store.js';
import { RunningService } from './running-service.js';

/** How long a service that is just starting is waited for, in milliseconds. */
const startPatience = 20_000;

/** The store of a command that works by itself. */
export interface OwnStore {
  readonly store: Store;
  /** Closes it and gives the data folder back. */
  close(): Promise<void>;
}

/**
 * Finds where a command is to do its work: at the running service when one owns the data folder, else here.
 * @throws ParallaxError DATA_FOLDER_IN_USE, DATABASE_UNAVAILABLE
 */
export async function findServiceOrOpenStore(config: Config): Promise<RunningService | OwnStore> {
  if (config.databaseUrl === null) {
    const running = await findRunningService(config.dataFolder);
    if (running !== null) return running;
  }
  const lock = config.databaseUrl === null ? lockFolder(config.dataFolder) : null;
  try {
    // Loaded here only: the database makes up most of a command, and where a service runs the command does without.
    const { openStore } = await import('../store/store.js');
    const store = await openStore(config);
    return {
      store,
      close: async () => {
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
async function findRunningService(folder: string): Promise<RunningService | null> {
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
