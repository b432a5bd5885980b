import type { IncomingMessage } from 'node:http';
import { isParallaxError, ParallaxError } from '../../errors.js';
import { defaultLimits, type ReadLimits } from '../limits.js';
import { isOwnNetworkAddress, isPublicAddress } from './addresses.js';
import { readBody } from './body.js';
import { systemEffects, type FetchEffects } from './effects.js';
import { exchange } from './exchange.js';
import { refuseBinary } from './media-type.js';
import { RobotsRules, ROBOTS_BYTES } from './robots.js';
import { retryDelay } from './retry-after.js';
import { HostTurns } from './turns.js';
import { hostAndPort, readAddress } from './urls.js';

export interface FetchOptions {
  /** Size of a document, decompressed. */
  readonly limits?: ReadLimits;
  /** Names this program to servers, with its version. */
  readonly userAgent?: string;
  /** Hosts with port (`archive.example:8080`) that the owner has named, and which may stand in a private network. */
  readonly privateHosts?: readonly string[];
  /** Which addresses may be connected to; without it those on the public internet. */
  readonly allowAddress?: (address: string) => boolean;
  /** Milliseconds for one document: names, connections, redirects, body; waiting for a turn does not count. */
  readonly timeLimit?: number;
  /** Milliseconds in which a server must send something. */
  readonly idleLimit?: number;
}

export interface FetchedDocument {
  /** The body, decompressed. */
  readonly bytes: Uint8Array;
  /** Content-Type as the server gave it; null when it gave none. */
  readonly mediaType: string | null;
  /** Where it was found in the end, after redirects. */
  readonly url: string;
}

const TIME_LIMIT = 30_000;
const IDLE_LIMIT = 10_000;
/** Milliseconds between two requests to a host that wants no other pause. */
const PAUSE = 500;
const MOST_REDIRECTS = 10;
/** RFC 9309 §2.3.1.2 */
const MOST_ROBOTS_REDIRECTS = 5;
/** The longest that a server may make us wait before it is asked a second time. */
const LONGEST_RETRY = 60_000;

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

type Step<Answer> = { readonly next: URL } | { readonly retryIn: number } | { readonly answer: Answer };

interface Plan<Answer> {
  readonly redirects: number;
  /** Asked before each request. @returns milliseconds between two requests to the host */
  readonly permission: (url: URL) => Promise<number>;
  /** Answers that are no redirect. */
  readonly read: (response: IncomingMessage, url: URL) => Promise<Answer>;
}

function checkStatus(response: IncomingMessage, url: URL): void {
  const status = response.statusCode ?? 0;
  if (status >= 200 && status <= 299) return;
  throw new ParallaxError('FETCH_STATUS', `The server answered ${status} for ${url.href}.`);
}

/**
 * The one way to the network: addresses, sizes, times, redirects, robots.txt and politeness are seen to here, for everything
 * that is fetched. One fetcher serves a whole command, since it remembers what hosts want.
 */
export class Fetcher {
  readonly #options: FetchOptions;
  readonly #effects: FetchEffects;
  readonly #turns: HostTurns;
  readonly #robots: RobotsRules;
  readonly #closing = new AbortController();

  constructor(options: FetchOptions = {}, effects: FetchEffects = systemEffects) {
    this.#options = options;
    this.#effects = effects;
    this.#turns = new HostTurns(effects);
    this.#robots = new RobotsRules((url) => this.#fetchRobots(url), effects.now);
  }

  /**
   * Fetches one document over HTTP or HTTPS: at most 10 redirects, gzip, deflate and Brotli decoded, the size limit on what is
   * decoded, robots.txt followed.
   * @throws ParallaxError URL_INVALID, FETCH_ADDRESS_REFUSED, FETCH_ROBOTS_DISALLOWED, FETCH_STATUS, FETCH_REDIRECT_REFUSED,
   *   FETCH_TIMEOUT, FETCH_FAILED, FETCH_CERTIFICATE, DOCUMENT_BINARY, DOCUMENT_TOO_LARGE
   */
  fetch(address: string): Promise<FetchedDocument> {
    const { limits = defaultLimits } = this.#options;
    return this.#follow(this.#readAddress(address, null), {
      redirects: MOST_REDIRECTS,
      permission: async (url) => Math.max(PAUSE, await this.#robots.check(url)),
      read: async (response, url) => {
        checkStatus(response, url);
        const mediaType = response.headers['content-type'] ?? null;
        refuseBinary(mediaType, url);
        return { bytes: await readBody(response, { limits }), mediaType, url: url.href };
      },
    });
  }

  /** Ends whatever is still being fetched. */
  close(): void {
    this.#closing.abort(new ParallaxError('FETCH_FAILED', 'Fetching was ended.'));
  }

  /** @returns the beginning of a robots.txt, nothing where there is none */
  async #fetchRobots(robots: URL): Promise<string> {
    try {
      return await this.#follow(robots, {
        redirects: MOST_ROBOTS_REDIRECTS,
        permission: () => Promise.resolve(PAUSE),
        read: async (response, url) => {
          const status = response.statusCode ?? 0;
          // "Too many requests" is a 4xx by number only: it says nothing about what may be read.
          if (status >= 300 && status <= 499 && status !== 429) return '';
          checkStatus(response, url);
          const bytes = await readBody(response, { limits: { documentBytes: ROBOTS_BYTES }, cut: true });
          return Buffer.from(bytes).toString('utf8');
        },
      });
    } catch (error) {
      if (isParallaxError(error) && error.code === 'FETCH_REDIRECT_REFUSED') return '';
      throw error;
    }
  }

  async #follow<Answer>(start: URL, plan: Plan<Answer>): Promise<Answer> {
    const visited = new Set<string>();
    let remaining = this.#options.timeLimit ?? TIME_LIMIT;
    let mayRetry = true;
    for (let url = start; ;) {
      const pause = await plan.permission(url);
      const step = await this.#turns.take(url.hostname, pause, async () => {
        const began = this.#effects.now();
        try {
          return await this.#ask(url, remaining, plan, mayRetry);
        } finally {
          remaining -= this.#effects.now() - began;
        }
      });
      if ('answer' in step) return step.answer;
      if ('retryIn' in step) {
        mayRetry = false;
        this.#turns.hold(url.hostname, step.retryIn);
        continue;
      }
      visited.add(url.href);
      this.#checkRedirect(url, step.next, visited, start, plan.redirects);
      url = step.next;
    }
  }

  #ask<Answer>(url: URL, timeLimit: number, plan: Plan<Answer>, mayRetry: boolean): Promise<Step<Answer>> {
    const { userAgent = 'Parallax', allowAddress = isPublicAddress, idleLimit = IDLE_LIMIT } = this.#options;
    const isAllowed = this.#isNamed(url)
      ? (address: string) => allowAddress(address) || isOwnNetworkAddress(address)
      : allowAddress;
    const settings = { userAgent, allowAddress: isAllowed, timeLimit, idleLimit, signal: this.#closing.signal };
    return exchange(url, settings, this.#effects, async (response): Promise<Step<Answer>> => {
      const status = response.statusCode ?? 0;
      const { location, 'retry-after': retryAfter } = response.headers;
      if (redirectStatuses.has(status) && location !== undefined) return { next: this.#readAddress(location, url) };
      if ((status === 429 || status === 503) && retryAfter !== undefined && mayRetry) {
        const delay = retryDelay(retryAfter, this.#effects.now());
        if (delay !== null && delay <= LONGEST_RETRY) return { retryIn: delay };
        const when = delay === null ? `"${retryAfter.slice(0, 100)}"` : `${Math.ceil(delay / 1000)} s`;
        throw new ParallaxError('FETCH_STATUS', `${url.host} answered ${status} and wants to be asked after ${when}.`);
      }
      return { answer: await plan.read(response, url) };
    });
  }

  /** A page that was asked for safely is not taken unsafely: whoever stands between could put words into an outlet's mouth. */
  #checkRedirect(from: URL, to: URL, visited: ReadonlySet<string>, start: URL, most: number): void {
    const refuse = (sentence: string) => new ParallaxError('FETCH_REDIRECT_REFUSED', sentence);
    if (visited.has(to.href)) {
      throw refuse(
        `${start.href} redirects in a ring, back to ${to.href}; some servers do that to who keeps no cookies.`,
      );
    }
    if (visited.size > most) throw refuse(`${start.href} redirects more than ${most} times.`);
    if (from.protocol === 'https:' && to.protocol === 'http:') {
      throw refuse(`${from.href} redirects to ${to.href}, which is not encrypted. Give that address if you want it.`);
    }
  }

  #isNamed(url: URL): boolean {
    return this.#options.privateHosts?.includes(hostAndPort(url)) ?? false;
  }

  #readAddress(address: string, base: URL | null): URL {
    return readAddress(address, base, (url) => this.#isNamed(url));
  }
}
