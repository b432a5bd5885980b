import { cleanLine, decodeReferences } from './clean.js';
import type { PageDocument } from './dom.js';

/** `<meta>` by property, else name, else itemprop, in lower case; the first value that is not empty. */
export type MetaTags = ReadonlyMap<string, string>;

/** One element may name several properties, separated by spaces; `dc:title` and `dc.title` are the same. */
export function readMetaTags(document: PageDocument): MetaTags {
  const tags = new Map<string, string>();
  const elements = [...document.querySelectorAll('meta[content]')];
  for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
    for (const element of elements) {
      const value = cleanLine(decodeReferences(element.getAttribute('content') ?? ''));
      for (const name of (element.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/)) {
        const key = name.replace(/^(dc|dcterms?|parsely)[.-]/, '$1:');
        if (key !== '' && value !== '' && !tags.has(key)) tags.set(key, value);
      }
    }
  }
  return tags;
}

export function firstTag(tags: MetaTags, names: readonly string[]): string | null {
  for (const name of names) {
    const value = tags.get(name);
    if (value !== undefined) return value;
  }
  return null;
}
