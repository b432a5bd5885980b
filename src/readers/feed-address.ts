import { ParallaxError } from '../errors.js';
import type { FetchedDocument } from './fetch/index.js';
import { detectFormat, InputFormat } from './format.js';

/** `/feed.xml`, `/world/rss`, `/feed/`, `/index.atom`; as a parameter WordPress has `?feed=rss2`. */
const feedPath = /\.(?:xml|rss|atom|rdf)$|\/(?:feeds?|rss|rss2|atom)\/?$/i;
const feedQuery = /[?&](?:feed|format|type|output)=(?:rss|atom|rdf|feed)/i;

/** True for addresses that are written like that of a feed: an article does not stand there. */
export function looksLikeFeedAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, search } = new URL(address);
  return feedPath.test(pathname) || feedQuery.test(search);
}

/**
 * Refuses a page where a feed should be, which would be read as an article: often the subscription has run out, or the feed
 * has moved. Known failure: a page that only its script turns into a login is told as one that has moved.
 * @throws ParallaxError FEED_IS_A_PAGE
 */
export function refusePage(fetched: FetchedDocument): void {
  if (fetched.bytes.length === 0) return;
  if (detectFormat(fetched.bytes, fetched.mediaType, fetched.url) !== InputFormat.HTML) return;
  const asksForPassword = /type\s{0,9}=\s{0,9}["']?password/i.test(Buffer.from(fetched.bytes).toString('latin1'));
  throw new ParallaxError(
    'FEED_IS_A_PAGE',
    asksForPassword
      ? `Instead of a feed ${fetched.url} gives a page that asks for a password.`
      : `Instead of a feed ${fetched.url} gives a web page. The feed may have moved: look there for its new address.`,
  );
}
