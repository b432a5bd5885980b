import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { sourceKey } from './identity.js';

export interface NewDemoSource {
  readonly name: string;
  readonly domain: string;
  readonly kind: string;
  readonly country: string;
  readonly languages: readonly string[];
  readonly owner: string | null;
}

/** Adds the invented outlets of the demo, marked as such. */
export async function saveDemoSources(
  dataSource: DataSource,
  sources: readonly NewDemoSource[],
  at: Date,
): Promise<void> {
  const rows = sources.map((source) => ({ ...source, id: randomUUID(), key: sourceKey(source) }));
  await dataSource.query(
    `INSERT INTO source (id, key, name, domain, kind, country, languages, owner, is_demo, first_seen_at)
     SELECT (row->>'id')::uuid, row->>'key', row->>'name', row->>'domain', row->>'kind', row->>'country',
            ARRAY(SELECT jsonb_array_elements_text(row->'languages')), row->>'owner', true, $2
     FROM jsonb_array_elements($1::jsonb) AS rows(row)
     ON CONFLICT (key) DO UPDATE SET name = excluded.name, kind = excluded.kind, country = excluded.country,
       languages = excluded.languages, owner = excluded.owner, is_demo = true`,
    [JSON.stringify(rows), at],
  );
}
