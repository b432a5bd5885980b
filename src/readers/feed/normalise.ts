import { pageAddress, resolveAddress } from './address.js';
import { readFeedDate } from './date.js';
import type { FeedItem, FeedText } from './feed.js';
import { decodeReferences, holdsMarkup, oneLine, textOfHtml } from './markup.js';
import { LONGEST_TEXT, type MarkedText, type RawEntry, type RawFeed } from './raw.js';

/** A headline, name or outlet is never longer; what is longer is cut. */
const LONGEST_LINE = 2000;

/**
 * A title as one line of plain text. Where the feed says what its text is, that holds: text keeps its angle brackets, HTML is
 * read once. Where it does not say, tags are taken out twice, since many programs escape titles twice.
 * Known failure: a headline that is about an HTML tag loses it where the feed does not declare its type.
 */
export function plainTitle(title: MarkedText | null): string | null {
  if (title === null) return null;
  const line = oneLine(toText({ ...title, value: title.value.slice(0, 10 * LONGEST_LINE) })).slice(0, LONGEST_LINE);
  return line === '' ? null : line;
}

function toText({ value, type }: MarkedText): string {
  if (type === 'html' || type === 'xhtml') return textOfHtml(value);
  const once = type === 'unsaid' && holdsMarkup(value) ? textOfHtml(value) : decodeReferences(value);
  return type === 'unsaid' && holdsMarkup(once) ? textOfHtml(once) : once;
}

function readContent(text: MarkedText | null, isFullText: boolean): FeedText | null {
  if (text === null || text.value.trim() === '') return null;
  const { type, value } = text;
  if (value.length > LONGEST_TEXT) return { format: 'text', value: '', isTooLong: true, isFullText };
  const read = { isTooLong: false, isFullText } as const;
  if (type === 'text' || (type === 'unsaid' && !holdsMarkup(value))) {
    const decoded = decodeReferences(value);
    // HTML that was escaped once more than it should.
    if (type === 'unsaid' && holdsMarkup(decoded)) return { format: 'html', value: decoded, ...read };
    return { format: 'text', value: decoded.trim(), ...read };
  }
  return { format: 'html', value, ...read };
}

/** True for `name@outlet.example`. */
const isMailAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);

/**
 * `name@outlet.example (Name)`, as RSS has authors, and `Name <name@outlet.example>` are the name; an address alone is none. Cut by
 * the places of brackets: a pattern for both forms goes back over the line for every bracket and every `@` in it.
 */
function authorName(author: string): string[] {
  const line = oneLine(textOfHtml(author.slice(0, LONGEST_LINE)));
  const name = nameBesideAddress(line) ?? line;
  return name === '' || isMailAddress(name) ? [] : [name];
}

function nameBesideAddress(line: string): string | null {
  if (!/[)>]$/.test(line)) return null;
  const first = line.indexOf('(');
  if (first !== -1 && isMailAddress(line.slice(0, first).trim())) return line.slice(first + 1, -1).trim();
  const last = Math.max(line.lastIndexOf('<'), line.lastIndexOf('('));
  const before = line.slice(0, Math.max(0, last)).trim();
  return before !== '' && isMailAddress(line.slice(last + 1, -1)) ? before : null;
}

function byline(authors: readonly string[]): string | null {
  const names = [...new Set(authors.slice(0, 50).flatMap(authorName))];
  return names.length === 0 ? null : names.join(', ').slice(0, LONGEST_LINE);
}

/** A language tag, `en_US` too; null for what is none. */
export function languageTag(value: string | null): string | null {
  const tag = value?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i.test(tag) ? tag : null;
}

const idOf = (id: string | null): string | null => (id === null ? null : oneLine(id).slice(0, LONGEST_LINE) || null);

/** What entries take from their feed. */
export interface FeedContext {
  readonly bases: readonly string[];
  readonly link: string | null;
  readonly language: string | null;
}

/** @param url where the feed was fetched; null when nobody knows */
export function contextOf(feed: RawFeed, url: string | null): FeedContext {
  const bases = [...(url === null ? [] : [url]), ...feed.bases];
  const link = pageAddress(feed.links, bases);
  // Without an address of its own, and without xml:base, relative addresses hang on the page of the feed.
  return { bases: bases.length === 0 && link !== null ? [link] : bases, link, language: languageTag(feed.language) };
}

/** The address and id of an entry, by which repeats are told. */
export function identityOf(entry: RawEntry, context: FeedContext): { id: string | null; url: string | null } {
  const bases = [...context.bases, ...entry.bases];
  const permalink = entry.idIsLink && /^\s*https?:/i.test(entry.id ?? '') ? entry.id : null;
  return { id: idOf(entry.id), url: pageAddress(entry.links, bases) ?? resolveAddress(permalink, bases) };
}

/** One entry, made plain. */
export function normaliseEntry(entry: RawEntry, context: FeedContext): FeedItem {
  const full = readContent(entry.content, true);
  const summary = readContent(entry.summary, false);
  const sourceTitle = plainTitle(entry.source?.title ? { value: entry.source.title, type: 'unsaid' } : null);
  const sourceUrl = resolveAddress(entry.source?.url, context.bases);
  const published = readFeedDate(entry.published);
  const updatedAt = readFeedDate(entry.updated);
  return {
    ...identityOf(entry, context),
    title: plainTitle(entry.title),
    byline: byline(entry.authors),
    publishedAt: published ?? updatedAt,
    updatedAt,
    language: languageTag(entry.language) ?? context.language,
    content: full ?? summary,
    summary: full === null ? null : summary,
    source: sourceTitle === null && sourceUrl === null ? null : { title: sourceTitle, url: sourceUrl },
    enclosures: entry.enclosures,
  };
}
