import { ParallaxError } from '../../errors.js';
import { decodeFeed } from './decode.js';
import type { Feed } from './feed.js';
import { readWithFeedsmith } from './feedsmith.js';
import { readJsonFeed } from './json-feed.js';
import { contextOf, normaliseEntry, plainTitle } from './normalise.js';
import type { RawFeed } from './raw.js';
import { rootElement } from './sniff.js';
import { readTolerantly } from './tolerant.js';
import { hasLongPerson, isTooHeavy } from './weight.js';

export type { Feed, FeedItem, FeedText } from './feed.js';

/** No outlet has more in one feed; each costs memory. */
export const MOST_ENTRIES = 50_000;

/** The first element stands in so many characters. */
const ROOT_CHARACTERS = 100_000;

const entryTag = /<(?:[\w.-]{1,50}:)?(?:item|entry)[\s>/]/gi;

/** feedsmith does not give the outlet's own address where FeedBurner counts clicks, nor texts in base64 (Atom 0.3). */
const onlyTolerant = /<feedburner:origlink[\s>]|\smode\s*=\s*["']base64["']/i;

/**
 * Decodes a feed and takes it apart: JSON Feed, else feedsmith, else, where that refuses, reads fewer entries than there are
 * tags of entries, or is known to lose something, the tolerant reader.
 * @throws ParallaxError DOCUMENT_EMPTY, ENCODING_INVALID, FEED_MALFORMED, FEED_IS_A_PAGE, DOCUMENT_TOO_LARGE
 */
export function parseFeed(bytes: Uint8Array, mediaType: string | null): RawFeed {
  const text = decodeFeed(bytes, mediaType)
    .content.replace(/^\ufeff/, '')
    .trimStart();
  if (text === '') throw new ParallaxError('DOCUMENT_EMPTY', 'The feed is empty.');
  const feed = text.startsWith('{') ? readJsonFeed(text, MOST_ENTRIES) : readXmlFeed(text);
  if (feed) return feed;
  throw whatElse(text);
}

function readXmlFeed(text: string): RawFeed | null {
  const tags = countTags(text);
  const isForTolerant = tags > MOST_ENTRIES || onlyTolerant.test(text) || isTooHeavy(text) || hasLongPerson(text);
  const first = isForTolerant ? null : readWithFeedsmith(text, MOST_ENTRIES);
  if (first && countFilled(first) >= tags) return first;
  const second = readTolerantly(text, MOST_ENTRIES);
  if (!first || !second) return first ?? second;
  return countFilled(second) > countFilled(first) || second.entries.length > first.entries.length ? second : first;
}

function countTags(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(entryTag)) count += 1;
  return count;
}

/** feedsmith also gives entries in which it understood nothing. */
function countFilled(feed: RawFeed): number {
  return feed.entries.filter(({ id, title, links, content, summary }) => id ?? title ?? links[0] ?? content ?? summary)
    .length;
}

function whatElse(text: string): ParallaxError {
  const malformed = (sentence: string): ParallaxError => new ParallaxError('FEED_MALFORMED', sentence);
  if (text.startsWith('{')) return malformed('The text is JSON, but not a JSON Feed.');
  const root = rootElement(text.slice(0, ROOT_CHARACTERS));
  if (root === 'html' || /^<!doctype html/i.test(text)) {
    return new ParallaxError(
      'FEED_IS_A_PAGE',
      'The text is a web page and not a feed: perhaps one to log in, or one that says where the feed has moved.',
    );
  }
  if (root === null) return malformed('The text is no feed: neither XML nor a JSON Feed.');
  return malformed(`The text is XML, but no feed that is known: its first element is <${root.slice(0, 60)}>.`);
}

/**
 * Reads a feed whole: RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, CDF, JSON Feed 1.0 and 1.1.
 * @param url where the feed was fetched: what relative addresses hang on
 * @throws ParallaxError DOCUMENT_EMPTY, ENCODING_INVALID, FEED_MALFORMED, FEED_IS_A_PAGE, DOCUMENT_TOO_LARGE
 */
export function readFeed(bytes: Uint8Array, mediaType: string | null = null, url: string | null = null): Feed {
  const feed = parseFeed(bytes, mediaType);
  const context = contextOf(feed, url);
  return {
    title: plainTitle(feed.title),
    link: context.link,
    language: context.language,
    items: feed.entries.map((entry) => normaliseEntry(entry, context)),
    isCut: feed.isCut,
  };
}
