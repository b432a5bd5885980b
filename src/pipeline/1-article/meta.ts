import { cleanLine, decodeReferences } from './clean.js';
import type { PageDocument } from './dom.js';

/** `<meta>` by property, name or itemprop, in lower case; the first value that is not empty. */
export type MetaTags = ReadonlyMap<string, string>;

/** One element may name several properties, separated by spaces; `dc:title` and `dc.title` are the same. */
export function readMetaTags(document: PageDocument): MetaTags {
  const tags = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const value = cleanLine(decodeReferences(element.getAttribute('content') ?? ''));
    if (value === '') continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (element.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/)) {
        const key = name.replace(/^(dc|dcterms?|parsely|weibo:\w+)[.-]/, '$1:');
        if (key !== '' && !tags.has(key)) tags.set(key, value);
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
