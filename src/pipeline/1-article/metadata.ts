import type { Genre } from '../values.js';
import { cleanLine } from './clean.js';
import { readDate, type PublicationTime } from './date.js';
import type { PageDocument } from './dom.js';
import { readGenre } from './genre.js';
import { readHeadings, readHeadline, readTitle } from './headline.js';
import { isObject, listOf, namesOf, readJsonLd, stringOf, type JsonObject } from './jsonLd.js';
import { firstTag, readMetaTags, type MetaTags } from './meta.js';

/** What a page says of its article outside the text. */
export interface PageMetadata {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly published: PublicationTime | null;
  readonly language: string | null;
  readonly genre: Genre;
  readonly canonicalUrl: string | null;
  readonly siteName: string | null;
  readonly isAccessibleForFree: boolean | null;
  /** Whether JSON-LD, OpenGraph or an article element say that this page is one piece. */
  readonly isDeclaredArticle: boolean;
  /** The text as JSON-LD gives it; null when it does not. */
  readonly articleBody: string | null;
}

const dateTags = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'parsely:pub-date',
  'dc:date.issued',
  'dcterms:issued',
  'dcterms:created',
  'dc:date',
  'dcterms:date',
  'publish-date',
  'publishdate',
  'publication_date',
  'pubdate',
  'sailthru.date',
  'date',
];
const timeElements = ['time[itemprop="datePublished"]', 'time[pubdate]', 'article time', 'main time', 'time'];

/** The first declared date that can be read; then a `<time>` element; then /2023/05/22/ in the address. */
function readPublished(
  document: PageDocument,
  jsonLd: JsonObject | null,
  tags: MetaTags,
  url: string | null,
): PublicationTime | null {
  const declared = [stringOf(jsonLd?.datePublished), stringOf(jsonLd?.dateCreated)];
  for (const name of dateTags) declared.push(tags.get(name) ?? null);
  for (const selector of timeElements) {
    const element = document.querySelector(selector);
    if (element) declared.push(element.getAttribute('datetime'), cleanLine(element.textContent ?? ''));
  }
  const path = /\/(\d{4})[/-](\d{2})[/-](\d{2})(?:[/-]|$)/.exec(url ?? '');
  if (path) declared.push(`${path[1]}-${path[2]}-${path[3]}`);
  for (const value of declared) {
    const date = value === null ? null : readDate(value);
    if (date) return date;
  }
  return null;
}

/** Names of the authors: no addresses, no "By", not the outlet itself. */
function readByline(
  document: PageDocument,
  jsonLd: JsonObject | null,
  tags: MetaTags,
  siteName: string | null,
): string | null {
  const named = namesOf(jsonLd?.author);
  const tag = firstTag(tags, ['author', 'article:author', 'parsely:author', 'dc:creator', 'dcterms:creator', 'byl']);
  const element = document.querySelector('[rel="author"], [itemprop="author"]');
  for (const candidate of [named.join(', '), tag, cleanLine(element?.textContent ?? '')]) {
    const name = (candidate ?? '').replace(/^by[\s:]+/i, '');
    if (name !== '' && name !== siteName && name.length <= 200 && !/^(?:https?:)?\/\//.test(name)) return name;
  }
  return null;
}

/** BCP 47 in canonical form ("en_us" gives "en-US"); null for anything else. */
export function canonicalLanguage(value: string | null | undefined): string | null {
  try {
    return Intl.getCanonicalLocales((value ?? '').trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** An http address without fragment, resolved against that of the page; null for anything else. */
export function canonicalAddress(value: string | null | undefined, base: string | null): string | null {
  if (!value || !URL.canParse(value, base ?? undefined)) return null;
  const url = new URL(value, base ?? undefined);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  return url.href;
}

/** A canonical link to the home page, on a page that is not the home page, is a mistake of the site's template. */
function readCanonicalUrl(
  document: PageDocument,
  jsonLd: JsonObject | null,
  tags: MetaTags,
  base: string | null,
): string | null {
  const entity = listOf(jsonLd?.mainEntityOfPage)[0];
  const candidates = [
    document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    tags.get('og:url'),
    stringOf(jsonLd?.url),
    isObject(entity) ? stringOf(entity['@id']) : stringOf(entity),
  ];
  for (const candidate of candidates) {
    const address = canonicalAddress(candidate, base);
    if (address && new URL(address).pathname !== '/') return address;
  }
  return canonicalAddress(base, null);
}

/** schema.org isAccessibleForFree of the article, or of one of its parts; else the paywall tier of the article: tags. */
function readAccess(jsonLd: JsonObject | null, tags: MetaTags): boolean | null {
  const parts = listOf(jsonLd?.hasPart).filter(isObject);
  for (const value of [jsonLd?.isAccessibleForFree, ...parts.map((part) => part.isAccessibleForFree)]) {
    const word = String(value ?? '')
      .replace(/^https?:\/\/schema\.org\//, '')
      .toLowerCase();
    if (word === 'true' || word === 'false') return word === 'true';
  }
  const tier = tags.get('article:content_tier');
  if (tier === 'free') return true;
  return tier === 'locked' ? false : null;
}

/** Reads everything that the page declares. @param url where the page was found; null when unknown */
export function readMetadata(document: PageDocument, url: string | null): PageMetadata {
  const tags = readMetaTags(document);
  const titles = [readTitle(document), tags.get('og:title'), ...readHeadings(document)];
  const jsonLd = readJsonLd(
    document,
    titles.filter((title) => typeof title === 'string'),
  );
  const publisher = listOf(jsonLd?.publisher)[0];
  const publisherName = isObject(publisher) ? stringOf(publisher.name) : stringOf(publisher);
  const siteName = publisherName ?? firstTag(tags, ['og:site_name', 'application-name']);
  const siteNames = [publisherName, tags.get('og:site_name'), tags.get('application-name')];
  const headline = readHeadline(
    document,
    jsonLd,
    tags,
    siteNames.filter((name) => typeof name === 'string'),
  );
  const canonicalUrl = readCanonicalUrl(document, jsonLd, tags, url);
  const languages = [
    document.documentElement.getAttribute('lang'),
    stringOf(jsonLd?.inLanguage),
    tags.get('og:locale'),
    tags.get('content-language'),
  ];
  return {
    headline,
    byline: readByline(document, jsonLd, tags, siteName),
    published: readPublished(document, jsonLd, tags, canonicalUrl ?? url),
    language: languages.map(canonicalLanguage).find((language) => language !== null) ?? null,
    genre: readGenre(jsonLd, tags, canonicalUrl ?? url, headline ?? ''),
    canonicalUrl,
    siteName,
    isAccessibleForFree: readAccess(jsonLd, tags),
    isDeclaredArticle:
      jsonLd !== null || tags.get('og:type') === 'article' || document.querySelector('article') !== null,
    articleBody: typeof jsonLd?.articleBody === 'string' ? jsonLd.articleBody : null,
  };
}
