import { isParallaxError } from '../errors.js';
import { refusePage } from './feed-address.js';
import type { FetchedDocument, Fetcher } from './fetch/index.js';
import { readDocument } from './index.js';
import { LinkPool, type Link, type LinkKind } from './link-pool.js';
import { defaultLimits, type ReadLimits } from './limits.js';
import { isRefused, type ArticleLink, type ReadResult, type RefusedDocument } from './result.js';

/** Why a link is not followed. */
export type PassedOver = 'OVER_LIMIT' | 'READ_ALREADY';

export interface FollowOptions {
  readonly limits?: ReadLimits;
  /** Most links that are followed of one file: entries of a feed, feeds of a list. */
  readonly mostLinks?: number;
  /** Told of every link that is not followed, and why. */
  readonly passedOver?: (reason: PassedOver) => void;
}

const MOST_LINKS = 100;

/** Links that may wait before the files they come from are read on. */
const MOST_WAITING = 1000;

type Linked = RefusedDocument & { readonly link: ArticleLink };

const hasLink = (result: ReadResult): result is Linked => isRefused(result) && result.link !== undefined;

const kindOf = (result: Linked): LinkKind => (result.error.code === 'FEED_ONLY_NAMED' ? 'FEED' : 'PAGE');

function* readFetched(link: Link, fetched: FetchedDocument, limits: ReadLimits): Generator<ReadResult> {
  const { bytes, mediaType, url } = fetched;
  if (link.kind === 'FEED') refusePage(fetched);
  // What a list says holds for the feed's entries: the feed's own address is none of theirs.
  const declared = link.kind === 'FEED' ? link.declared : { ...link.declared, url };
  yield* readDocument({ bytes, mediaType, name: url, declared }, limits);
}

/**
 * Passes results on, and where one only says where a document stands (`link`), fetches that and gives what it holds instead:
 * a list's feeds are read and their entries followed, an entry's page is read. It ends there: a page that turns out to be a
 * feed is read, but what it links to is refused as it is. Each address is read once. What fails is a result with an error,
 * named by its address, and the rest goes on. Hosts are asked side by side, so results may come in another order.
 */
export async function* followLinks(
  results: AsyncIterable<ReadResult>,
  fetcher: Fetcher,
  options: FollowOptions = {},
): AsyncGenerator<ReadResult> {
  const { limits = defaultLimits, mostLinks = MOST_LINKS, passedOver = () => {} } = options;
  const pool = new LinkPool(fetcher);
  const seen = new Set<string>();

  /** Takes in the links of one file. */
  function collector(): (result: Linked) => void {
    let count = 0;
    return (result) => {
      const { url, declared } = result.link;
      const address = URL.canParse(url) ? new URL(url).href.replace(/#.*$/s, '') : url;
      if (seen.has(address)) return passedOver('READ_ALREADY');
      if (count >= mostLinks) return passedOver('OVER_LIMIT');
      count += 1;
      seen.add(address);
      pool.add({ url, declared, kind: kindOf(result) });
    };
  }

  async function* readNext(): AsyncGenerator<ReadResult> {
    const { link, fetched, error } = await pool.next();
    const collect = collector();
    try {
      if (fetched === null) throw error;
      for (const result of readFetched(link, fetched, limits)) {
        if (hasLink(result) && link.kind === 'FEED' && kindOf(result) === 'PAGE') collect(result);
        else yield result;
      }
    } catch (failure) {
      if (!isParallaxError(failure)) throw failure;
      yield { name: link.url, place: null, error: failure };
    }
  }

  let file: string | null | undefined;
  let collect = collector();
  for await (const result of results) {
    if (result.name !== file) collect = collector();
    file = result.name;
    if (hasLink(result)) collect(result);
    else yield result;
    while (pool.size >= MOST_WAITING) yield* readNext();
  }
  while (pool.size > 0) yield* readNext();
}
