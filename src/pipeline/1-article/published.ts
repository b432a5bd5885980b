import { cleanLine } from './clean.js';
import { readDate, type PublicationTime } from './date.js';
import type { PageDocument } from './dom.js';
import { stringOf, type JsonObject } from './json-ld.js';
import type { MetaTags } from './meta.js';

const dateTags = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely:pub-date',
  'dc:date.issued',
  'dc:date.created',
  'dcterms:issued',
  'dcterms:created',
  'dc:date',
  'dcterms:date',
  'dc:created',
  'publish-date',
  'publish_date',
  'publishdate',
  'publication_date',
  'publication-date',
  'published-date',
  'published_time',
  'pubdate',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'article_date_original',
  'article.published',
  'originalpublicationdate',
  'citation_publication_date',
  'citation_date',
  'weibo:article:create_at',
  'ptime',
  'date',
  'datecreated',
  'created',
];
const timeElements = [
  '[itemprop="datePublished"]',
  'time[pubdate]',
  'time.published, time.entry-date, time[class*="publi"]',
  'abbr.published',
  'article time',
  'main time',
  'time',
];

/** The first declared date that can be read: JSON-LD, meta tags, microdata, `<time>` elements. */
export function readPublished(
  document: PageDocument,
  jsonLd: JsonObject | null,
  tags: MetaTags,
): PublicationTime | null {
  const declared = [stringOf(jsonLd?.datePublished), stringOf(jsonLd?.dateCreated)];
  for (const name of dateTags) declared.push(tags.get(name) ?? null);
  for (const selector of timeElements) {
    const element = document.querySelector(selector);
    if (!element) continue;
    for (const name of ['datetime', 'content', 'title']) declared.push(element.getAttribute(name));
    declared.push(cleanLine(element.textContent ?? ''));
  }
  for (const value of declared) {
    const date = value === null ? null : readDate(value);
    if (date) return date;
  }
  return null;
}

/** The last resort: the day in an address, /2023/05/22/ or /2023-05/22/. */
export function dateOfAddress(url: string | null): PublicationTime | null {
  const path = /\/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/.exec(url ?? '');
  const pad = (part: string | undefined): string => (part ?? '').padStart(2, '0');
  return path ? readDate(`${path[1]}-${pad(path[2])}-${pad(path[3])}`) : null;
}
