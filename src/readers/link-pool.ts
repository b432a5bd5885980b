import type { Fetcher, FetchedDocument } from './fetch/index.js';
import type { ArticleLink } from './result.js';

/** What stands at the other end: a feed whose entries may be followed in turn, or a page where it ends. */
export type LinkKind = 'FEED' | 'PAGE';

export interface Link extends ArticleLink {
  readonly kind: LinkKind;
}

export type FetchedLink =
  | { readonly link: Link; readonly fetched: FetchedDocument; readonly error: null }
  | { readonly link: Link; readonly fetched: null; readonly error: unknown };

/** Hosts asked at once. Each may hold one document of the size limit in memory. */
const HOSTS_AT_ONCE = 4;

/** Links that wait for being fetched: several hosts at once, each host one link at a time, in the order they came. */
export class LinkPool {
  readonly #fetcher: Fetcher;
  readonly #waiting = new Map<string, Link[]>();
  readonly #active = new Map<string, Promise<FetchedLink>>();
  #size = 0;

  constructor(fetcher: Fetcher) {
    this.#fetcher = fetcher;
  }

  /** Links that are not given back yet. */
  get size(): number {
    return this.#size;
  }

  add(link: Link): void {
    const host = URL.canParse(link.url) ? new URL(link.url).hostname : '';
    const waiting = this.#waiting.get(host);
    if (waiting) waiting.push(link);
    else this.#waiting.set(host, [link]);
    this.#size += 1;
  }

  /** The link that is fetched next, with its document or with why there is none. Only for a pool that is not empty. */
  async next(): Promise<FetchedLink> {
    for (const [host, links] of this.#waiting) {
      if (this.#active.size >= HOSTS_AT_ONCE) break;
      if (this.#active.has(host)) continue;
      const link = links.shift();
      if (links.length === 0) this.#waiting.delete(host);
      if (link) this.#active.set(host, this.#fetch(link));
    }
    const [host, done] = await Promise.race(
      [...this.#active].map(async ([name, fetching]) => [name, await fetching] as const),
    );
    this.#active.delete(host);
    this.#size -= 1;
    return done;
  }

  async #fetch(link: Link): Promise<FetchedLink> {
    try {
      return { link, fetched: await this.#fetcher.fetch(link.url), error: null };
    } catch (error) {
      return { link, fetched: null, error };
    }
  }
}
