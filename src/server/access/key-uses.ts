import { saveUses } from '../../store/keys/live-keys.js';
import type { Store } from '../../store/store.js';

/** Uses are written so often at most, and so soon after the first, in milliseconds. */
const interval = 60_000;
const firstDelay = 1_000;

/** Remembers when keys were last shown, and writes it down later: no request waits for that. */
export class KeyUses {
  readonly #store: Store;
  readonly #failed: (error: unknown) => void;
  #unsaved = new Map<string, Date>();
  #timer: NodeJS.Timeout | null = null;
  /** By `performance.now()`, which does not go back when the clock of the machine is set. */
  #savedAt = -Infinity;

  constructor(store: Store, failed: (error: unknown) => void) {
    this.#store = store;
    this.#failed = failed;
  }

  add(id: string): void {
    this.#unsaved.set(id, new Date());
    if (this.#timer !== null) return;
    this.#timer = setTimeout(
      () => void this.save(),
      Math.max(firstDelay, this.#savedAt + interval - performance.now()),
    ).unref();
  }

  /** Writes what is not yet written. It never fails: what could not be written is tried again with the next use. */
  async save(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#savedAt = performance.now();
    const uses = this.#unsaved;
    if (uses.size === 0) return;
    this.#unsaved = new Map();
    try {
      await saveUses(this.#store, uses);
    } catch (error) {
      for (const [id, at] of uses) if (!this.#unsaved.has(id)) this.#unsaved.set(id, at);
      this.#failed(error);
    }
  }
}
