import { isParallaxError, ParallaxError } from '../../errors.js';
import { readRobotsFile, type RobotsFile } from './robots-file.js';

/** Of a longer file the beginning counts (RFC 9309 §2.5). */
export const ROBOTS_BYTES = 500 * 1024;

/** Rules are asked for again after a day (RFC 9309 §2.4), a failure after five minutes. */
const KEPT = 24 * 60 * 60 * 1000;
const FAILURE_KEPT = 5 * 60 * 1000;
const MOST_ORIGINS = 500;
/** Milliseconds. A host that wants longer pauses is asked every ten seconds. */
const LONGEST_DELAY = 10_000;

interface Kept {
  readonly rules: Promise<RobotsFile>;
  until: number;
}

/** What hosts want of programs that read them (Robots Exclusion Protocol, RFC 9309), asked for once for each origin. */
export class RobotsRules {
  readonly #kept = new Map<string, Kept>();
  readonly #fetchText: (url: URL) => Promise<string>;
  readonly #now: () => number;

  /**
   * @param fetchText gives the beginning of a robots.txt, nothing where there is none ("unavailable": everything is allowed),
   *   and throws where it cannot be known ("unreachable": nothing is allowed)
   */
  constructor(fetchText: (url: URL) => Promise<string>, now: () => number) {
    this.#fetchText = fetchText;
    this.#now = now;
  }

  /**
   * @returns milliseconds between two requests that the host wants
   * @throws ParallaxError FETCH_ROBOTS_DISALLOWED, or the code for which the host's robots.txt could not be fetched
   */
  async check(url: URL): Promise<number> {
    const rules = await this.#rulesOf(url.origin);
    if (rules.isAllowed(url)) return Math.min(rules.crawlDelay * 1000, LONGEST_DELAY);
    throw new ParallaxError(
      'FETCH_ROBOTS_DISALLOWED',
      `${url.origin}/robots.txt asks programs not to read ${url.pathname}.`,
    );
  }

  #rulesOf(origin: string): Promise<RobotsFile> {
    const known = this.#kept.get(origin);
    if (known && known.until > this.#now()) return known.rules;
    this.#kept.delete(origin);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MOST_ORIGINS && oldest !== undefined) this.#kept.delete(oldest);
    const kept: Kept = { rules: this.#read(origin), until: this.#now() + KEPT };
    kept.rules.catch(() => (kept.until = this.#now() + FAILURE_KEPT));
    this.#kept.set(origin, kept);
    return kept.rules;
  }

  async #read(origin: string): Promise<RobotsFile> {
    const address = `${origin}/robots.txt`;
    try {
      return readRobotsFile(await this.#fetchText(new URL(address)));
    } catch (error) {
      if (!isParallaxError(error)) throw error;
      // Who answers with an error of its own wants to be left alone; who cannot be reached cannot be for a page either.
      if (error.code !== 'FETCH_STATUS') {
        const isOfHost = error.message.includes(new URL(origin).hostname);
        throw isOfHost ? error : new ParallaxError(error.code, `${address}: ${error.message}`, { cause: error });
      }
      throw new ParallaxError(
        'FETCH_ROBOTS_DISALLOWED',
        `What ${new URL(origin).host} allows programs to read cannot be known now: ${error.message}`,
        { cause: error },
      );
    }
  }
}
