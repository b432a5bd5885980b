import { ParallaxError } from '../../errors.js';
import { isHeavyJson } from '../json-weight.js';
import { emptyEntry, type MarkedText, type RawEntry, type RawFeed, type RawLink } from './raw.js';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Texts, and numbers where a text should be: ids are often numbers. */
function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function marked(value: unknown, type: MarkedText['type']): MarkedText | null {
  const found = text(value);
  return found === null ? null : { value: found, type };
}

/** Version 1.1 has `authors`, version 1.0 `author`. */
function authors(item: Json): string[] {
  const people = Array.isArray(item.authors) ? item.authors : [item.author];
  return people.flatMap((person) => (isObject(person) ? (text(person.name) ?? []) : (text(person) ?? [])));
}

const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

function link(value: unknown): RawLink[] {
  const href = text(value);
  return href === null ? [] : [{ href, rel: 'alternate', type: null }];
}

function readItem(item: Json): RawEntry {
  return {
    ...emptyEntry(),
    id: text(item.id),
    idIsLink: true,
    // `url` is this site's page; `external_url` another page that it is about.
    links: link(item.url),
    // Plain text by the standard; tags stand in it all the same.
    title: marked(item.title, 'unsaid'),
    authors: authors(item),
    published: text(item.date_published),
    updated: text(item.date_modified),
    language: text(item.language),
    content: marked(item.content_html, 'html') ?? marked(item.content_text, 'text'),
    summary: marked(item.summary, 'text'),
    enclosures: objects(item.attachments).map(({ mime_type }) => text(mime_type) ?? ''),
  };
}

/**
 * Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). Whatever has the wrong type counts as absent.
 * @param most how many entries are read
 * @returns null for what is no JSON, or not a JSON Feed
 * @throws ParallaxError DOCUMENT_TOO_LARGE
 */
export function readJsonFeed(source: string, most: number): RawFeed | null {
  if (isHeavyJson(source))
    throw new ParallaxError('DOCUMENT_TOO_LARGE', 'The JSON Feed holds too many values to be read.');
  let feed: unknown;
  try {
    feed = JSON.parse(source);
  } catch {
    return null;
  }
  if (!isObject(feed) || !(Array.isArray(feed.items) || /jsonfeed\.org/i.test(text(feed.version) ?? ''))) return null;
  const items = objects(feed.items);
  return {
    title: marked(feed.title, 'text'),
    links: link(feed.home_page_url),
    language: text(feed.language),
    bases: [],
    entries: items.slice(0, most).map(readItem),
    isCut: items.length > most,
  };
}
