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

/** Characters; every comparison of titles stays short. */
const LONGEST_TITLE = 1000;

const ofTheHead = new Set(['head', 'title', 'meta', 'link', 'base', 'style', 'script']);

/**
 * Parses HTML into a document with html, head and body, also where the source leaves those tags out.
 * @throws ParallaxError DOCUMENT_TOO_LARGE when it has too many tags or nests them too deep.
 */
export function openPage(html: string): PageDocument {
  const size = measureSource(html);
  if (size.depth > MAXIMUM_ESTIMATE) throw tooDeep();
  if (size.tags > MAXIMUM_TAGS) {
    throw new ParallaxError('DOCUMENT_TOO_LARGE', `The page has more than ${MAXIMUM_TAGS} tags.`);
  }
  const whole = /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { document: PageDocument };
  refuseDepth(document);
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
  document.body.append(...stray);
}
