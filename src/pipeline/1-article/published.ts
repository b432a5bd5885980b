import { cleanLine } from './clean.js';
import { readDate, type PublicationTime } from './date.js';
import type { PageDocument } from './dom.js';
import { stringOf, type JsonObject } from './json-ld.js';
import type { MetaTags } from './meta.js';

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
export function readPublished(
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
