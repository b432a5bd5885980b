import { createHash } from 'node:crypto';
import { getDomain } from 'tldts';
import type { TextPart } from '../pipeline/values.js';

/** SHA-256 in hexadecimal of values that JSON can tell apart. */
export function digest(...values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}

/** SHA-256 in hexadecimal of bytes. */
export function digestBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A UUID (RFC 9562, version 8) that the same kind and values always give again. */
export function stableId(kind: string, ...values: readonly unknown[]): string {
  const hash = digest(kind, ...values);
  const variant = ((parseInt(hash[16] as string, 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

/** Lower case, without marks, every run of anything but letters and digits one space. */
export function normaliseWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const trackingParameter = /^(utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid)$/;

/**
 * The form under which two addresses of one page are the same: no fragment, no tracking parameters, host in lower case.
 * @returns null when it is not an http(s) URL
 */
export function normaliseUrl(url: string): string | null {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  parsed.hash = '';
  parsed.username = '';
  parsed.password = '';
  for (const name of [...parsed.searchParams.keys()]) {
    if (trackingParameter.test(name)) parsed.searchParams.delete(name);
  }
  return parsed.href;
}

/**
 * The addresses, as {@link normaliseUrl} gives them, under which a page may be held: as given, and with the other of http
 * and https. They stay two identities of an article, since a site may serve different pages by them; looked up they are one.
 * @returns none when it is not an http(s) URL
 */
export function addressesOfPage(url: string): readonly string[] {
  const own = normaliseUrl(url);
  if (own === null) return [];
  return [own, own.startsWith('https:') ? own.replace('https:', 'http:') : own.replace('http:', 'https:')];
}

/** The registrable domain of an address or a bare host name; null when there is none. */
export function registrableDomain(urlOrHost: string): string | null {
  return getDomain(urlOrHost);
}

/** How a Source is recognised: by its domain, else by its name. */
export function sourceKey(source: { readonly domain: string | null; readonly name: string }): string {
  return source.domain === null ? `name:${normaliseWords(source.name)}` : `domain:${source.domain}`;
}

/** How an Article is recognised within its Source: by its canonical URL, else the caller's id, else headline and date. */
export function articleIdentity(article: {
  readonly url: string | null;
  readonly externalId: string | null;
  readonly headline: string;
  readonly publishedAt: string | null;
}): string {
  if (article.url !== null) return indexable(`url:${article.url}`);
  if (article.externalId !== null) return indexable(`id:${article.externalId}`);
  return indexable(`headline:${normaliseWords(article.headline)}|${article.publishedAt?.slice(0, 10) ?? ''}`);
}

/** An index entry of PostgreSQL holds at most 2,704 bytes; what is longer is recognised by its digest. */
function indexable(identity: string): string {
  return Buffer.byteLength(identity) <= 2_000 ? identity : `digest:${digest(identity)}`;
}

/** Makes claim ids: of the article, the part, the normalised words of the content, and an ordinal among repeats. */
export function claimIdentifier(articleId: string): (part: TextPart, text: string) => string {
  const seen = new Map<string, number>();
  return (part, text) => {
    const words = `${part} ${normaliseWords(text)}`;
    const ordinal = (seen.get(words) ?? 0) + 1;
    seen.set(words, ordinal);
    return stableId('claim', articleId, words, ordinal);
  };
}
