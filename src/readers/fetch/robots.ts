import robotsParser from 'robots-parser';
import { isParallaxError, ParallaxError } from '../../errors.js';

/** The name by which rules of a robots.txt speak of this program (RFC 9309 §2.2.1). */
export const PRODUCT_TOKEN = 'parallax';

/** Of a longer file the beginning counts (RFC 9309 §2.5). */
export const ROBOTS_BYTES = 500 * 1024;

/** Rules are asked for again after a day (RFC 9309 §2.4), a failure after five minutes. */
const KEPT = 24 * 60 * 60 * 1000;
const FAILURE_KEPT = 5 * 60 * 1000;
const MOST_ORIGINS = 500;
const LONGEST_DELAY = 10_000;

interface Rules {
  /** @returns milliseconds between two requests that the host wants, up to 10 s; 0 where it says nothing */
  readonly delay: number;
  isAllowed(url: URL): boolean;
}

interface Kept {
  readonly rules: Promise<Rules>;
  until: number;
}

/**
 * Leaves of a robots.txt the rules for this program and for all (`*`), each group with the names that matter once. The parser
 * keeps every rule once for every name of its group, which for a hostile file of 500 KiB is hundreds of millions.
 */
export function relevantLines(text: string): string {
  const kept: string[] = [];
  let isNaming = false;
  let isForUs = false;
  let names = new Set<string>();
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const [statement = ''] = line.split('#', 1);
    const colon = statement.indexOf(':');
    if (colon < 0) continue;
    const key = statement.slice(0, colon).trim().toLowerCase();
    const value = statement.slice(colon + 1).trim();
    if (key === 'user-agent') {
      if (!isNaming) names = new Set();
      isNaming = true;
      const name = value.toLowerCase().split(/[/\s]/, 1)[0] ?? '';
      if ((name === PRODUCT_TOKEN || name === '*') && !names.has(name)) {
        kept.push(`User-agent: ${name}`);
        names.add(name);
      }
      isForUs = names.size > 0;
    } else if (key === 'allow' || key === 'disallow' || key === 'crawl-delay') {
      isNaming = false;
      if (isForUs) kept.push(`${key}: ${value.replace(/\*+/g, '*')}`);
    }
  }
  return kept.join('\n');
}

function parse(origin: string, text: string): Rules {
  const robots = robotsParser(`${origin}/robots.txt`, relevantLines(text));
  const seconds = robots.getCrawlDelay(PRODUCT_TOKEN) ?? 0;
  return {
    delay: seconds > 0 ? Math.min(seconds * 1000, LONGEST_DELAY) : 0,
    isAllowed: (url) => robots.isAllowed(url.href, PRODUCT_TOKEN) ?? true,
  };
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
    if (rules.isAllowed(url)) return rules.delay;
    throw new ParallaxError(
      'FETCH_ROBOTS_DISALLOWED',
      `${url.origin}/robots.txt asks programs not to read ${url.pathname}.`,
    );
  }

  #rulesOf(origin: string): Promise<Rules> {
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

  async #read(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`;
    try {
      return parse(origin, await this.#fetchText(new URL(address)));
    } catch (error) {
      if (!isParallaxError(error)) throw error;
      // Who answers with an error of its own wants to be left alone; who cannot be reached cannot be for a page either.
      if (error.code !== 'FETCH_STATUS') {
        throw new ParallaxError(error.code, `${address}: ${error.message}`, { cause: error });
      }
      throw new ParallaxError(
        'FETCH_ROBOTS_DISALLOWED',
        `What ${new URL(origin).host} allows programs to read cannot be known now: ${error.message}`,
        { cause: error },
      );
    }
  }
}
