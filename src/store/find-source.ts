import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { normaliseWords, sourceKey } from './identity.js';

export interface SourceName {
  readonly name: string;
  readonly domain: string | null;
}

/**
 * The id of the outlet, which is added when it is new.
 * An outlet first met by name alone is the same when it is met again under its domain, and gets the domain then.
 */
export async function findOrAddSource(manager: EntityManager, source: SourceName, at: Date): Promise<string> {
  const key = sourceKey(source);
  const [known] = await manager.query<{ id: string }[]>('SELECT id FROM source WHERE key = $1', [key]);
  if (known) return known.id;
  const byName = await findByName(manager, source);
  if (byName !== null) return byName;
  await manager.query(
    `INSERT INTO source (id, key, name, domain, first_seen_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (key) DO NOTHING`,
    [randomUUID(), key, source.name, source.domain, at],
  );
  const [added] = await manager.query<[{ id: string }]>('SELECT id FROM source WHERE key = $1', [key]);
  return added.id;
}

async function findByName(manager: EntityManager, source: SourceName): Promise<string | null> {
  if (source.domain !== null) {
    const [unplaced] = await manager.query<{ id: string }[]>('SELECT id FROM source WHERE key = $1', [
      sourceKey({ name: source.name, domain: null }),
    ]);
    if (!unplaced) return null;
    await manager.query('UPDATE source SET key = $2, domain = $3 WHERE id = $1', [
      unplaced.id,
      sourceKey(source),
      source.domain,
    ]);
    return unplaced.id;
  }
  const named = await manager.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM source WHERE lower(name) = lower($1) LIMIT 2',
    [source.name],
  );
  const same = named.filter(({ name }) => normaliseWords(name) === normaliseWords(source.name));
  return same.length === 1 ? (same[0]?.id ?? null) : null;
}
