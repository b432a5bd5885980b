import { cleanLine, comparable, decodeReferences } from './clean.js';
import { weigh } from './blocks.js';
import type { PageDocument, PageElement } from './dom.js';
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
const separator = /\s+[|\-–—\\/>»«·•‧｜:]\s+|\s*[｜_](?=\p{Script=Han})/gu;

/** Headings that may show the headline, in the order of trust; a link to the home page is the name of the site. */
const shownIn = ['h1', 'h2', 'h3', '[class*="title"], [class*="headline"], [class*="heading"]', 'b, strong'];
const MOST_SHOWN = 100;
/** A title ends or begins with the name of the site and a section; what has more parts says more. */
const MOST_NAMES = 2;

/**
 * Cuts the name of the site from the end or the beginning of a title.
 * "Talks resume - The Harbour Post" with site "The Harbour Post" gives "Talks resume".
 * Known failure: a site that signs with a name it declares nowhere keeps it in the headline.
 */
function cutSiteName(title: string, siteNames: readonly string[]): string {
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
 * A part of a title that goes on in lower case, over three words or more, is no name of a site but the end of the headline:
 * "Harbour wall - what we know so far".
 */
function isContinuation(tail: string): boolean {
  return /^\p{Ll}/u.test(tail) && tail.split(/\s+/).length >= 3;
}

/** Whether an element leads to the home page, as the name of the site in the head of a page does. */
function leadsHome(element: PageElement): boolean {
  const link = element.localName === 'a' ? element : element.querySelector('a[href]');
  return /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/.test(link?.getAttribute('href') ?? 'none');
}

/**
 * The part of a title that the page shows as its heading: "Maren's Kitchen: Rye bread without an oven" with an h3 "Rye
 * bread without an oven" gives the latter. It must be what stands before or after a separator, so that a short heading
 * elsewhere decides nothing. null when no heading shows a part of it.
 * Known failure: a headline and a site name of which both are headings that lead nowhere; the first wins.
 */
function shownPart(document: PageDocument, title: string): string | null {
  const parts = new Map<string, string>();
  const breaks = [...title.matchAll(/\s+[|\-–—\\/>»«·•‧｜:]\s+|[:：]\s+|\s*[｜_]/gu)];
  for (const [at, { index, 0: mark }] of breaks.entries()) {
    const tail = title.slice(index + mark.length);
    if (isContinuation(tail)) continue;
    if (breaks.length - at <= MOST_NAMES) parts.set(comparable(title.slice(0, index)), title.slice(0, index));
    if (at < MOST_NAMES) parts.set(comparable(tail), tail);
  }
  parts.delete('');
  const whole = comparable(title);
  for (const selector of parts.size === 0 ? [] : shownIn) {
    for (const element of [...document.body.querySelectorAll(selector)].slice(0, MOST_SHOWN)) {
      const text = comparable((element.textContent ?? '').slice(0, LONGEST_TITLE));
      if (text === whole) return title;
      const part = parts.get(text);
      if (part !== undefined && !leadsHome(element)) return part;
    }
  }
  return null;
}

/**
 * `<title>` where nothing better is declared: the part that the page shows as its heading; else what stands before its last
 * separator, if that is long enough. "Council votes on the new harbour wall | Post" gives "Council votes on the new
 * harbour wall".
 * Known failure: a short headline before an undeclared site name ("Talks resume - Post") keeps it, unless a heading repeats it.
 */
function fromTitleElement(document: PageDocument, title: string): string {
  const shown = shownPart(document, title);
  if (shown !== null) return shown;
  const last = [...title.matchAll(separator)].at(-1);
  if (!last || isContinuation(title.slice(last.index + last[0].length))) return title;
  const before = title.slice(0, last.index);
  return before.split(/\s+/).length >= 5 || weigh(before) >= LONG_TITLE ? before : title;
}

/** Weight; what is longer is a headline and no name, also without spaces. */
const LONG_TITLE = 30;

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

/** Elements that editors and templates write into titles; "x < y" is none. */
const markup =
  /<\/?(?:a|abbr|b|big|br|cite|code|em|font|i|mark|p|q|s|small|span|strike|strong|sub|sup|u|wbr)(?:\s[^<>]{0,500})?\/?>/gi;

/** A title without markup and character references: "<b>A wall</b> for the&nbsp;harbour" gives "A wall for the harbour". */
function plain(title: string): string {
  return cleanLine(decodeReferences(decodeReferences(title).replace(markup, ''))) || title;
}

/**
 * The headline as the page declares it: that of its JSON-LD as it stands, since schema.org means the headline alone; then
 * the name in JSON-LD, meta tags, `<title>`, the name of the site cut off; an h1 where there is none of these.
 * Known failure: a publisher that writes its own name into the headline of the JSON-LD.
 * null when the page has no title of any kind.
 */
export function readHeadline(
  document: PageDocument,
  jsonLd: JsonObject | null,
  tags: MetaTags,
  siteNames: readonly string[],
): string | null {
  const headings = readHeadings(document);
  const headline = stringOf(jsonLd?.headline);
  if (headline) return plain(headline.slice(0, LONGEST_TITLE));
  const declared = stringOf(jsonLd?.name) ?? firstTag(tags, titleTags);
  if (declared) return cutSiteName(plain(declared.slice(0, LONGEST_TITLE)), siteNames);
  const shown = readTitle(document);
  const title = shown && plain(shown);
  if (title !== null) {
    const cut = cutSiteName(title, siteNames);
    return cut === title ? fromTitleElement(document, title) : cut;
  }
  return headings[0] ?? null;
}
