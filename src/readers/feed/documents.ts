import { isParallaxError, ParallaxError } from '../../errors.js';
import type { DeclaredFields } from '../../pipeline/values.js';
import { readOwnRecord } from '../json-record.js';
import type { ArticleLink, DocumentInput, ReadResult } from '../result.js';
import { resolveAddress } from './address.js';
import type { FeedItem } from './feed.js';
import { MOST_ENTRIES, parseFeed } from './index.js';
import { contextOf, identityOf, normaliseEntry, plainTitle, type FeedContext } from './normalise.js';
import { readFeedDate } from './date.js';
import { LONGEST_TEXT, type RawFeed } from './raw.js';
import { holdsWholeArticle, visibleText } from './teaser.js';

/**
 * Reads a feed as a file of documents, one an entry, in the order of the feed. An entry with its whole article is a document, kept
 * as a record of our own (json.ts); one with a teaser is refused with ENTRY_IS_TEASER and the link to follow. Of the caller's
 * declared fields only those hold that all entries can share: source, language, genre.
 * Other codes: ENTRY_REPEATED, ENTRY_EMPTY, FEED_EMPTY, DOCUMENT_TOO_LARGE for what follows the 50,000th entry.
 * @throws ParallaxError DOCUMENT_EMPTY, ENCODING_INVALID, FEED_MALFORMED, DOCUMENT_TOO_LARGE
 */
export function* readFeedFile(input: DocumentInput): Generator<ReadResult> {
  const { bytes, mediaType = null, name = null, declared = {} } = input;
  const feed = parseFeed(bytes, mediaType);
  const context = contextOf(feed, resolveAddress(declared.url ?? name, []));
  if (feed.entries.length === 0)
    throw new ParallaxError('FEED_EMPTY', 'The feed holds no entry: there is nothing to read.');
  const entries = new EntryReader(plainTitle(feed.title), declared);
  const first = firstOfRepeats(feed, context);
  for (const [index, entry] of feed.entries.entries()) {
    const place = `entry ${index + 1}`;
    try {
      const counted = first[index] ?? index;
      if (counted !== index) {
        throw new ParallaxError(
          'ENTRY_REPEATED',
          `The entry has the id and address of entry ${counted + 1}, which counts.`,
        );
      }
      yield { name, place, ...entries.read(normaliseEntry(entry, context)) };
    } catch (error) {
      if (!isParallaxError(error)) throw error;
      yield { name, place, error };
    }
  }
  if (feed.isCut) {
    const message = `The feed has more than ${MOST_ENTRIES} entries: those that follow were not read.`;
    yield { name, place: `entry ${MOST_ENTRIES + 1}`, error: new ParallaxError('DOCUMENT_TOO_LARGE', message) };
  }
}

/** For each entry the one that counts among those with its id and address: the newest, else the first. */
function firstOfRepeats(feed: RawFeed, context: FeedContext): number[] {
  const counted = new Map<string, { index: number; date: string }>();
  const keys = feed.entries.map((entry, index) => {
    const { id, url } = identityOf(entry, context);
    // Entries of a live page may share its address and have no id: then the title tells them apart.
    const rest = id === null ? (plainTitle(entry.title) ?? '') : '';
    if (id === null && url === null) return null;
    const key = JSON.stringify([id, url, rest]);
    const date = readFeedDate(entry.updated) ?? readFeedDate(entry.published) ?? '';
    const known = counted.get(key);
    if (!known || date > known.date) counted.set(key, { index, date });
    return key;
  });
  return keys.map((key, index) => (key === null ? index : (counted.get(key)?.index ?? index)));
}

type Answer =
  | Pick<Exclude<ReadResult, { error: unknown }>, 'document' | 'bytes' | 'mediaType'>
  | { error: ParallaxError; link?: ArticleLink };

/** Makes a document, or a refusal, of each entry of one feed. */
class EntryReader {
  readonly #declared: DeclaredFields;

  constructor(
    private readonly title: string | null,
    declared: DeclaredFields,
  ) {
    const { source, language, genre } = declared;
    this.#declared = Object.fromEntries(
      Object.entries({ source, language, genre }).filter(([, value]) => value !== undefined),
    );
  }

  read(item: FeedItem): Answer {
    if (item.content?.isTooLong) {
      throw new ParallaxError('DOCUMENT_TOO_LARGE', `The entry has more than ${LONGEST_TEXT} characters of text.`);
    }
    const text = item.content === null ? '' : visibleText(item.content).trim();
    const isWhole = holdsWholeArticle(item, text);
    if (isRecording(item) && !isWhole) {
      throw new ParallaxError('ENTRY_EMPTY', 'The entry announces a recording: there is no article in it to read.');
    }
    if (item.url === null) {
      if (text === '')
        throw new ParallaxError('ENTRY_EMPTY', 'The entry holds neither text nor the address of a page.');
    } else if (item.title === null || !isWhole) {
      const what = text === '' ? 'no text' : item.title === null ? 'no headline' : 'only a teaser';
      const message = `The entry holds ${what}; its article stands at ${item.url.slice(0, 500)}.`;
      return { error: new ParallaxError('ENTRY_IS_TEASER', message), link: this.#link(item, item.url) };
    }
    return readOwnRecord(this.#record(item, text), 'The entry', this.#declared);
  }

  /** The caller names the outlet best; an aggregator's entry names its own; else it is the feed's title. */
  #source(item: FeedItem): string | undefined {
    return this.#declared.source ?? item.source?.title ?? this.title ?? undefined;
  }

  /**
   * The page's own headline and byline are left to it: those of feeds are shortened, or are the outlet's name. Day and time are the
   * feed's, which are exact where pages often print a day.
   */
  #link(item: FeedItem, url: string): ArticleLink {
    const declared: DeclaredFields = {
      ...this.#declared,
      ...defined({
        id: item.id,
        source: this.#source(item) ?? null,
        url,
        publishedAt: item.publishedAt,
        language: item.language,
      }),
    };
    return { url, declared };
  }

  #record(item: FeedItem, text: string) {
    // Without a headline, the first line of the text is taken for one, as in a text file.
    const isHtml = item.content?.format === 'html' && item.title !== null;
    return defined({
      id: item.id,
      url: item.url,
      source: this.#source(item) ?? null,
      headline: item.title,
      byline: item.byline,
      publishedAt: item.publishedAt,
      language: item.language,
      [isHtml ? 'html' : 'text']: isHtml ? item.content.value : text,
    });
  }
}

function defined<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as {
    [Name in keyof Fields]?: NonNullable<Fields[Name]>;
  };
}

/** An episode: sound, and no file of another kind. News in text has pictures, and often film. */
function isRecording({ enclosures }: FeedItem): boolean {
  return enclosures.length > 0 && enclosures.every((type) => type.toLowerCase().startsWith('audio/'));
}
