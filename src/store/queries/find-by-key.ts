import { addressesOfPage, registrableDomain, sourceKey } from '../identity.js';
import type { Store } from '../store.js';

/** Which outlet has this domain? Of a longer host name or an address, its registrable domain is taken. */
export async function findSourceByDomain(
  store: Store,
  { domain }: { readonly domain: string },
): Promise<string | null> {
  const registrable = registrableDomain(domain);
  if (registrable === null) return null;
  const key = sourceKey({ domain: registrable, name: '' });
  const [found] = await store.reader.query<{ id: string }[]>('SELECT id FROM source WHERE key = $1', [key]);
  return found?.id ?? null;
}

/**
 * Which article was published at this address, or at the same with the other of http and https? When several were, the one
 * whose address is exactly this, else the one first seen.
 */
export async function findArticleByUrl(store: Store, { url }: { readonly url: string }): Promise<string | null> {
  const [found] = await store.reader.query<{ id: string }[]>(
    'SELECT id FROM article WHERE url = ANY($1::text[]) ORDER BY url <> ($1::text[])[1], first_seen_at, id LIMIT 1',
    [addressesOfPage(url)],
  );
  return found?.id ?? null;
}
