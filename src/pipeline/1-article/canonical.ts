import type { PageDocument } from './dom.js';
import { isObject, listOf, stringOf, type JsonObject } from './json-ld.js';
import type { MetaTags } from './meta.js';

/** An http address without fragment, resolved against that of the page; null for anything else. */
export function canonicalAddress(value: string | null | undefined, base: string | null): string | null {
  if (!value || !URL.canParse(value, base ?? undefined)) return null;
  const url = new URL(value, base ?? undefined);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  return url.href;
}

/** A canonical link to the home page, on a page that is not the home page, is a mistake of the site's template. */
export function readCanonicalUrl(
  document: PageDocument,
  jsonLd: JsonObject | null,
  tags: MetaTags,
  base: string | null,
): string | null {
  const entity = listOf(jsonLd?.mainEntityOfPage)[0];
  const candidates = [
    document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    tags.get('og:url'),
    stringOf(jsonLd?.url),
    isObject(entity) ? stringOf(entity['@id']) : stringOf(entity),
  ];
  for (const candidate of candidates) {
    const address = canonicalAddress(candidate, base);
    if (address && new URL(address).pathname !== '/') return address;
  }
  return canonicalAddress(base, null);
}
