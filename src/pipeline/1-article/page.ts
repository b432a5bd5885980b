import { parseHTML } from 'linkedom';
import { ParallaxError } from '../../errors.js';
import { walk, type PageDocument, type PageElement } from './dom.js';

/** Browsers stop nesting at 512 elements (the parser limit of Blink and WebKit); deeper than that is not a page made to be read. */
const MAXIMUM_DEPTH = 512;

/** More than any news page holds (large ones have 20,000); bounds the time that one page can take. */
const MAXIMUM_ELEMENTS = 200_000;

const ofTheHead = new Set(['head', 'title', 'meta', 'link', 'base', 'style', 'script']);

/**
 * Parses HTML into a document with html, head and body, also where the source leaves those tags out.
 * @throws ParallaxError DOCUMENT_TOO_LARGE when it has too many elements or nests them too deep.
 */
export function openPage(html: string): PageDocument {
  const whole = /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { document: PageDocument };
  refuseExcess(document);
  putContentIntoBody(document);
  return document;
}

function refuseExcess(document: PageDocument): void {
  let depth = 0;
  let elements = 0;
  for (const { entering } of walk(document)) {
    depth += entering ? 1 : -1;
    if (entering) elements += 1;
    if (depth > MAXIMUM_DEPTH) {
      throw new ParallaxError('DOCUMENT_TOO_LARGE', `The page nests its elements more than ${MAXIMUM_DEPTH} deep.`);
    }
    if (elements > MAXIMUM_ELEMENTS) {
      throw new ParallaxError('DOCUMENT_TOO_LARGE', `The page has more than ${MAXIMUM_ELEMENTS} elements and texts.`);
    }
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
