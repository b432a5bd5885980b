import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Scope } from '../../../entities/enumerations.js';
import { ParallaxError } from '../../errors.js';
import { hashOfKey, isKeyText } from '../../store/keys/key-text.js';
import { liveKeys } from '../../store/keys/live-keys.js';
import { keyChannel } from '../../store/keys/signal.js';
import type { Listening } from '../../store/listen.js';
import type { Store } from '../../store/store.js';
import { createEnding } from './caller.js';
import { KeyUses } from './key-uses.js';
import { withIncluded } from './scopes.js';

/** How often all keys are read again, whatever was heard, in milliseconds. */
const checkInterval = 15_000;
/** Keys that were not read again for so long are no longer trusted, in milliseconds. */
const trustedFor = 60_000;
/** Unknown keys have the keys read again, so often at most, in milliseconds, and so many may wait for it. */
const unknownInterval = 1_000;
const mostWaiting = 100;
/** The longest that a timer of Node can be set to, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** A key that is good. */
export interface KnownKey {
  readonly id: string;
  readonly scopes: ReadonlySet<Scope>;
  readonly expiresAt: Date | null;
  /** Fires when it is revoked or expires. */
  readonly ended: AbortSignal;
}

interface Entry extends KnownKey {
  readonly controller: AbortController;
}

/** Tells which keys are good. */
export interface Keyring {
  /**
   * @param mayLookUp whether the database may be asked for a key that is not known
   * @returns null for what is no key, or no longer
   * @throws ParallaxError DATABASE_UNAVAILABLE when that cannot be told
   */
  find(secret: string, mayLookUp: boolean): Promise<KnownKey | null>;
  close(): Promise<void>;
}

/**
 * Holds all good keys in memory, by their hashes, so that a request with one costs no statement. They are read when a key
 * is first shown, and again
 *
 *     at once          when this process, or another on the same PostgreSQL (LISTEN), made or revoked one; until they are
 *                      read, who shows a key waits
 *     from time to time, should a notification be lost (PgBouncer hands none on)
 *     for an unknown key, since it may have been made a moment ago: for all that come within a second, once
 */
export function openKeyring(store: Store, logger: FastifyBaseLogger): Keyring {
  return new StoredKeyring(store, logger);
}

class StoredKeyring implements Keyring {
  readonly #store: Store;
  readonly #logger: FastifyBaseLogger;
  readonly #uses: KeyUses;
  readonly #closed = new AbortController();
  readonly #entries = new Map<string, Entry>();
  #listening: Listening | null = null;
  #check: NodeJS.Timeout | null = null;
  #expiry: NodeJS.Timeout | null = null;
  #starting: Promise<void> | null = null;
  #current: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;
  #changed: Promise<void> | null = null;
  #lookingAgain: Promise<void> | null = null;
  #waiting = 0;
  /** How often it was heard that keys have changed. */
  #heard = 0;
  /** When the keys that are held were read; -Infinity when they have changed since. By `performance.now()`: the clock of the machine may be set back, which must keep nobody waiting or trusted. */
  #readAt = -Infinity;

  constructor(store: Store, logger: FastifyBaseLogger) {
    this.#store = store;
    this.#logger = logger;
    this.#uses = new KeyUses(store, (error) =>
      logger.warn({ err: error }, 'The use of keys could not be written down'),
    );
  }

  async find(secret: string, mayLookUp: boolean): Promise<KnownKey | null> {
    if (!isKeyText(secret)) return null;
    const hash = hashOfKey(secret);
    await this.#start();
    if (this.#changed) await this.#changed;
    if (performance.now() - this.#readAt > trustedFor) await this.#read();
    if (mayLookUp && !this.#entries.has(hash)) await this.#lookAgain();
    const entry = this.#entries.get(hash);
    if (entry === undefined || hasExpired(entry)) return null;
    this.#uses.add(entry.id);
    return entry;
  }

  async close(): Promise<void> {
    this.#closed.abort();
    this.#store.keySignal.off('changed', this.#hear);
    if (this.#check) clearInterval(this.#check);
    if (this.#expiry) clearTimeout(this.#expiry);
    await this.#listening?.close();
    await this.#current;
    if (this.#expiry) clearTimeout(this.#expiry);
    await this.#uses.save();
  }

  /** Where no key is ever shown, nothing is read. */
  async #start(): Promise<void> {
    this.#starting ??= (async () => {
      this.#store.keySignal.on('changed', this.#hear);
      this.#check = setInterval(() => void this.#read().catch(() => undefined), checkInterval).unref();
      if (this.#store.listen === null) return;
      this.#listening = this.#store.listen(keyChannel, this.#hear, (error) =>
        this.#logger.warn({ err: error }, 'Changes of keys cannot be heard just now'),
      );
      await this.#listening.ready;
    })();
    await this.#starting;
  }

  readonly #hear = (): void => {
    // Should the reading fail, nothing that was read before is trusted, nor what is being read now.
    this.#heard += 1;
    this.#readAt = -Infinity;
    const read: Promise<void> = this.#read().finally(() => {
      if (this.#changed === read) this.#changed = null;
    });
    this.#changed = read;
    read.catch(() => undefined);
  };

  async #lookAgain(): Promise<void> {
    if (this.#waiting >= mostWaiting) return;
    this.#waiting += 1;
    this.#lookingAgain ??= (async () => {
      const pause = Math.max(0, this.#readAt + unknownInterval - performance.now());
      await sleep(pause, undefined, { signal: this.#closed.signal }).catch(() => undefined);
      this.#lookingAgain = null;
      await this.#read();
    })();
    await this.#lookingAgain.finally(() => (this.#waiting -= 1));
  }

  /** Reads all keys, beginning after the call: a reading under way may have begun before what it should see. */
  #read(): Promise<void> {
    this.#next ??= this.#current.then(() => {
      this.#next = null;
      const reading = this.#readNow();
      this.#current = reading.catch(() => undefined);
      return reading;
    });
    return this.#next;
  }

  async #readNow(): Promise<void> {
    if (this.#closed.signal.aborted) return;
    const [began, heard] = [performance.now(), this.#heard];
    const rows = await liveKeys(this.#store).catch((error: unknown) => {
      this.#logger.error({ err: error }, 'The keys could not be read');
      throw new ParallaxError('DATABASE_UNAVAILABLE', 'Keys cannot be checked just now: try again in a while.');
    });
    if (heard === this.#heard) this.#readAt = began;
    const good = new Set(rows.map(({ hash }) => hash));
    for (const [hash, entry] of [...this.#entries]) if (!good.has(hash)) this.#end(hash, entry);
    for (const { hash, id, scopes, expiresAt } of rows) {
      if (this.#entries.has(hash)) continue;
      const controller = createEnding();
      this.#entries.set(hash, { id, scopes: withIncluded(scopes), expiresAt, controller, ended: controller.signal });
    }
    this.#endExpired();
  }

  /** Ends what has expired, and sets the clock for what will be the next. */
  readonly #endExpired = (): void => {
    if (this.#expiry) clearTimeout(this.#expiry);
    this.#expiry = null;
    let next = Infinity;
    for (const [hash, entry] of [...this.#entries]) {
      if (hasExpired(entry)) this.#end(hash, entry);
      else if (entry.expiresAt) next = Math.min(next, entry.expiresAt.getTime());
    }
    if (next === Infinity || this.#closed.signal.aborted) return;
    this.#expiry = setTimeout(this.#endExpired, Math.min(next - Date.now() + 1, longestTimer)).unref();
  };

  #end(hash: string, { controller }: Entry): void {
    this.#entries.delete(hash);
    controller.abort(new ParallaxError('UNAUTHENTICATED', 'The key that was shown has expired or was revoked.'));
  }
}

const hasExpired = ({ expiresAt }: KnownKey) => expiresAt !== null && expiresAt.getTime() <= Date.now();
