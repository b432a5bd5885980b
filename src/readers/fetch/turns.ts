import type { FetchEffects } from './effects.js';

/** When a host may be asked again. */
interface Host {
  /** Ends when everybody before has had their turn. */
  queue: Promise<void>;
  waiting: number;
  /** Milliseconds since the epoch. */
  freeAt: number;
}

/** Hosts remembered between turns. */
const REMEMBERED = 1000;

/** One request at a time for each host, with a pause after it; different hosts do not wait for each other. */
export class HostTurns {
  readonly #hosts = new Map<string, Host>();
  readonly #effects: FetchEffects;

  constructor(effects: FetchEffects) {
    this.#effects = effects;
  }

  /** Does the work when the host's turn comes. @param pause milliseconds since the end of the turn before */
  async take<Answer>(name: string, pause: number, work: () => Promise<Answer>): Promise<Answer> {
    const host = this.#find(name);
    const before = host.queue;
    let done = (): void => {};
    host.queue = new Promise((resolve) => (done = resolve));
    host.waiting += 1;
    try {
      await before;
      // The time a host wants may have grown while this turn was waited for.
      for (let wait = this.#wait(host, pause); wait > 0; wait = this.#wait(host, pause))
        await this.#effects.sleep(wait);
      return await work();
    } finally {
      host.freeAt = Math.max(host.freeAt, this.#effects.now());
      host.waiting -= 1;
      done();
    }
  }

  /** Nobody asks this host for so many milliseconds. */
  hold(name: string, milliseconds: number): void {
    const host = this.#find(name);
    host.freeAt = Math.max(host.freeAt, this.#effects.now() + milliseconds);
  }

  #wait(host: Host, pause: number): number {
    return host.freeAt === 0 ? 0 : host.freeAt + pause - this.#effects.now();
  }

  #find(name: string): Host {
    const known = this.#hosts.get(name);
    if (known) return known;
    if (this.#hosts.size >= REMEMBERED) {
      for (const [other, { waiting, freeAt }] of this.#hosts) {
        if (waiting === 0 && freeAt < this.#effects.now() - 60_000) this.#hosts.delete(other);
      }
    }
    const host: Host = { queue: Promise.resolve(), waiting: 0, freeAt: 0 };
    this.#hosts.set(name, host);
    return host;
  }
}
