import { parseHTML } from 'linkedom';
import { ParallaxError } from '../../errors.js';
import { isElement, walk, type PageDocument, type PageElement } from './dom.js';
import { measureSource } from './source.js';

/** Browsers stop nesting at 512 elements (the parser limit of Blink and WebKit); deeper than that is not a page made to be read. */
const MAXIMUM_DEPTH = 512;

/** Estimates run high on pages that leave elements open. */
const MAXIMUM_ESTIMATE = 4 * MAXIMUM_DEPTH;

/** Five times the largest news pages; bounds the time and memory that one page can take. */
const MAXIMUM_TAGS = 200_000;

/** Names, attributes and classes in tags: each takes some 400 bytes, and every look at an element passes all of its own. */
const MAXIMUM_WORDS = 500_000;

/** Characters outside tags: a thousand times a long report. */
const MAXIMUM_TEXT = 6_000_000;

/** Character references, each a node of its own. */
const MAXIMUM_REFERENCES = 500_000;

/** Characters; what describes a page is never longer, even with the whole article in it. */
const LONGEST_DESCRIPTION = 2_000_000;

/** Characters; of a style attribute. The parser of styles goes back over every run of spaces. */
const LONGEST_STYLE = 1000;

/** Characters; every comparison of titles stays short. */
const LONGEST_TITLE = 1000;

const ofTheHead = new Set(['head', 'title', 'meta', 'link', 'base', 'style', 'script']);

/**
 * Parses HTML into a document with html, head and body, also where the source leaves those tags out.
 * @throws ParallaxError DOCUMENT_TOO_LARGE when it has too much of anything, or nests tags too deep.
 */
export function openPage(html: string): PageDocument {
  const size = measureSource(html);
  if (size.depth > MAXIMUM_ESTIMATE) throw tooDeep();
  if (size.tags > MAXIMUM_TAGS) throw tooMany(MAXIMUM_TAGS, 'tags');
  if (size.words > MAXIMUM_WORDS) throw tooMany(MAXIMUM_WORDS, 'attributes and classes');
  if (size.text > MAXIMUM_TEXT) throw tooMany(MAXIMUM_TEXT, 'characters of text');
  if (size.references > MAXIMUM_REFERENCES) throw tooMany(MAXIMUM_REFERENCES, 'character references');
  const whole = /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { document: PageDocument };
  refuseDepth(document);
  shortenStyles(document);
  removeLongDescriptions(document);
  if (capitals.test(html)) lowerAttributes(document);
  putContentIntoBody(document);
  shortenTitles(document);
  return document;
}

/** linkedom keeps `CLASS` as written, where a browser reads `class`. */
const capitals =
  /\s(?:HREF|CLASS|ID|NAME|CONTENT|PROPERTY|REL|STYLE|LANG|TYPE|Href|Class|Id|Name|Content|Property|Rel|Style)\s?=/;

function lowerAttributes(document: PageDocument): void {
  for (const { node, entering } of walk(document)) {
    if (!entering || !isElement(node)) continue;
    for (const { name, value } of [...node.attributes]) {
      const lower = name.toLowerCase();
      if (lower !== name && !node.hasAttribute(lower)) node.setAttribute(lower, value);
    }
  }
}

function tooMany(most: number, what: string): ParallaxError {
  return new ParallaxError('DOCUMENT_TOO_LARGE', `The page has more than ${most} ${what}.`);
}

function tooDeep(): ParallaxError {
  return new ParallaxError('DOCUMENT_TOO_LARGE', `The page nests its elements more than ${MAXIMUM_DEPTH} deep.`);
}

function refuseDepth(document: PageDocument): void {
  let depth = 0;
  for (const { entering } of walk(document)) {
    depth += entering ? 1 : -1;
    if (depth > MAXIMUM_DEPTH) throw tooDeep();
  }
}

function shortenStyles(document: PageDocument): void {
  for (const element of document.querySelectorAll('[style]')) {
    const style = element.getAttribute('style') ?? '';
    if (style.length > LONGEST_STYLE) element.setAttribute('style', style.slice(0, LONGEST_STYLE));
  }
}

/** JSON of so many values takes thirty times its length, and Readability parses it once more. */
function removeLongDescriptions(document: PageDocument): void {
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')]) {
    if ((script.textContent ?? '').length > LONGEST_DESCRIPTION) script.remove();
  }
}

function shortenTitles(document: PageDocument): void {
  for (const title of document.querySelectorAll('title')) {
    const text = title.textContent ?? '';
    if (text.length > LONGEST_TITLE) title.textContent = text.slice(0, LONGEST_TITLE);
  }
}

/** linkedom keeps `<html><p>` as written; a browser would put the paragraph into a body. */
function putContentIntoBody(document: PageDocument): void {
  const root = document.documentElement;
  const children = [...root.children];
  if (children.some((child) => child.localName === 'body')) return;
  const stray: PageElement[] = children.filter((child) => !ofTheHead.has(child.localName));
  for (const child of stray) document.body.append(child);
}
