import { cleanLine, comparable } from './clean.js';
import type { PageDocument } from './dom.js';
import { stringOf, type JsonObject } from './json-ld.js';
import { firstTag, type MetaTags } from './meta.js';

const titleTags = [
  'dc:title',
  'dcterm:title',
  'dcterms:title',
  'og:title',
  'weibo:article:title',
  'weibo:webpage:title',
  'title',
  'twitter:title',
  'parsely:title',
];

/** Characters; what is longer is a text, put there by mistake. */
const LONGEST_TITLE = 1000;

/** What stands between a headline and the name of the site. A hyphen or colon inside a headline has no space on one side. */
const separator = /\s+[|\-–—\\/>»·:]\s+/g;

/**
 * Cuts the name of the site from the end or the beginning of a title.
 * "Talks resume - The Harbour Post" with site "The Harbour Post" gives "Talks resume".
 * Known failure: a site that signs with a name it declares nowhere keeps it in the headline.
 */
export function cutSiteName(title: string, siteNames: readonly string[]): string {
  const names = new Set(siteNames.map(comparable));
  const breaks = [...title.matchAll(separator)];
  for (const { index, 0: mark } of breaks) {
    if (names.has(comparable(title.slice(index + mark.length)))) return title.slice(0, index);
  }
  const first = breaks[0];
  if (first && names.has(comparable(title.slice(0, first.index)))) return title.slice(first.index + first[0].length);
  return title;
}

/**
 * `<title>` where nothing better is declared: what stands before its last separator, if that is five words or more or
 * is a heading of the page. "Council votes on the new harbour wall | Post" gives "Council votes on the new harbour wall".
 * Known failure: a short headline before an undeclared site name ("Talks resume - Post") keeps it, unless an h1 repeats it.
 */
function fromTitleElement(title: string, headings: readonly string[]): string {
  const shown = new Set(headings.map(comparable));
  const last = [...title.matchAll(separator)].at(-1);
  if (!last || shown.has(comparable(title))) return title;
  const before = title.slice(0, last.index);
  return before.split(/\s+/).length >= 5 || shown.has(comparable(before)) ? before : title;
}

/** The level-one headings of the page, in order. */
export function readHeadings(document: PageDocument): string[] {
  const texts = [...document.querySelectorAll('h1')].map((heading) => cleanLine(heading.textContent ?? ''));
  return texts.filter((text) => text !== '');
}

/** The text of `<title>`; null when it is missing or empty. A title inside an SVG is another thing. */
export function readTitle(document: PageDocument): string | null {
  const element = document.querySelector('head > title') ?? document.querySelector('body > title');
  const title = cleanLine(element?.textContent ?? '');
  return title === '' ? null : title;
}

/**
 * The headline as the page declares it: JSON-LD, then meta tags, then `<title>`, the name of the site cut off; an h1 where there is none of these.
 * null when the page has no title of any kind.
 */
export function readHeadline(
  document: PageDocument,
  jsonLd: JsonObject | null,
  tags: MetaTags,
  siteNames: readonly string[],
): string | null {
  const headings = readHeadings(document);
  const declared = (jsonLd && (stringOf(jsonLd.headline) ?? stringOf(jsonLd.name))) ?? firstTag(tags, titleTags);
  if (declared) return cutSiteName(declared.slice(0, LONGEST_TITLE), siteNames);
  const title = readTitle(document);
  if (title) {
    const cut = cutSiteName(title, siteNames);
    return cut === title ? fromTitleElement(title, headings) : cut;
  }
  return headings[0] ?? null;
}
