import { languageTag } from '../../language/detection/index.js';
import type { Genre } from '../values.js';
import { readByline } from './byline.js';
import { readCanonicalUrl } from './canonical.js';
import type { PublicationTime } from './date.js';
import type { PageDocument } from './dom.js';
import { readGenre } from './genre.js';
import { readHeadings, readHeadline, readTitle } from './headline.js';
import { isObject, listOf, readJsonLd, stringOf, type JsonObject } from './json-ld.js';
import { firstTag, readMetaTags, type MetaTags } from './meta.js';
import { readPublished } from './published.js';

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
  const declaredName = publisherName ?? firstTag(tags, ['og:site_name', 'application-name']);
  const siteName = declaredName === null || /^https?:/.test(declaredName) ? null : declaredName;
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
    published: readPublished(document, jsonLd, tags),
    language: languages.map(languageTag).find((language) => language !== null) ?? null,
    genre: readGenre(jsonLd, tags, canonicalUrl ?? url, headline ?? ''),
    canonicalUrl,
    siteName,
    isAccessibleForFree: readAccess(jsonLd, tags),
    isDeclaredArticle:
      jsonLd !== null || tags.get('og:type') === 'article' || document.querySelector('article') !== null,
    articleBody: typeof jsonLd?.articleBody === 'string' ? jsonLd.articleBody : null,
  };
}
