import { cleanLine } from './clean.js';
import type { PageDocument } from './dom.js';
import { namesOf, type JsonObject } from './json-ld.js';
import { firstTag, type MetaTags } from './meta.js';

/** Characters; what is longer is a biography. */
const LONGEST_BYLINE = 200;

const authorTags = ['author', 'article:author', 'parsely:author', 'dc:creator', 'dcterms:creator', 'byl'];

/** "By Mara Lind" gives "Mara Lind"; null for an address of a profile, the name of the outlet, or a whole biography. */
export function cleanByline(text: string | null | undefined, siteName: string | null): string | null {
  const name = cleanLine(text ?? '').replace(/^by[\s:]+/i, '');
  const isName = name !== '' && name !== siteName && name.length <= LONGEST_BYLINE && !/^(?:https?:)?\/\//.test(name);
  return isName ? name : null;
}

/**
 * Who signs the piece: the authors of the JSON-LD, else a meta tag, else an element marked as author.
 * Known failure: a byline in plain text only, which is left to Readability.
 */
export function readByline(
  document: PageDocument,
  jsonLd: JsonObject | null,
  tags: MetaTags,
  siteName: string | null,
): string | null {
  return (
    cleanByline(namesOf(jsonLd?.author).join(', '), siteName) ??
    cleanByline(firstTag(tags, authorTags), siteName) ??
    cleanByline(document.querySelector('[rel="author"], [itemprop="author"]')?.textContent, siteName)
  );
}
