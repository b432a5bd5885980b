import type { RawLink } from './raw.js';

/** Longer addresses are not addresses. */
const LONGEST_ADDRESS = 4096;

/**
 * An address of http or https, made absolute; null for everything else (mailto:, tag:, urn:, words).
 * @param bases where it stands, outermost first: the feed's own address, xml:base from outside to inside
 */
export function resolveAddress(value: string | null | undefined, bases: readonly string[]): string | null {
  const address = (value ?? '').trim().replace(/[\t\r\n]+/g, '');
  if (address === '' || address.length > LONGEST_ADDRESS) return null;
  const own = parse(address, undefined);
  if (own) return isWeb(own) ? (/\s/.test(address) ? own.href : address) : null;
  let base: URL | undefined;
  for (const next of bases) base = parse(next.trim(), base) ?? base;
  const resolved = base && isWeb(base) ? parse(address, base) : undefined;
  return resolved && isWeb(resolved) ? resolved.href : null;
}

function parse(address: string, base: URL | undefined): URL | undefined {
  return URL.canParse(address, base?.href) ? new URL(address, base?.href) : undefined;
}

const isWeb = (url: URL): boolean => (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '';

/** The address of the page that an entry or a feed is about: the first link to an HTML page, else the first that is no other thing. */
export function pageAddress(links: readonly RawLink[], bases: readonly string[]): string | null {
  const pages = links.filter(({ rel }) => /^(?:alternate|original)$/i.test(rel.replace(/^.*\/relation\//, '')));
  // feedburner:origLink is the outlet's own address; link is then one that counts clicks and leads there.
  const original = pages.filter(({ rel }) => rel === 'original');
  const html = pages.filter(({ type }) => type !== null && /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type));
  const unsaid = pages.filter(({ type }) => type === null);
  for (const { href } of [...original, ...html, ...unsaid, ...pages]) {
    const address = resolveAddress(href, bases);
    if (address !== null) return address;
  }
  return null;
}
