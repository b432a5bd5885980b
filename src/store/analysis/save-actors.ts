import type { EntityManager } from 'typeorm';
import { saveActorSearch } from '../search/save-search-rows.js';
import type { ActorRow } from './values.js';

/** An actor that another version of the same engine found: what one engine says of it is not mixed with another's. */
const isRenewed = '(actor.method_engine = excluded.method_engine AND actor.method_version <> excluded.method_version)';

const renewed = (column: string) =>
  `${column} = CASE WHEN ${isRenewed} THEN excluded.${column} ELSE actor.${column} END`;

const currentName = `CASE WHEN ${isRenewed} THEN excluded.name ELSE actor.name END`;

// The first article that names an actor writes it as a later one would, so that the same again changes nothing.
const aliasesOf = (aliases: string, name: string) =>
  `ARRAY(SELECT DISTINCT alias FROM unnest(${aliases}) AS alias WHERE alias <> ${name} ORDER BY alias)`;
const rolesOf = (roles: string) =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object('role', role, 'firstSeenAt', first, 'lastSeenAt', last)
                              ORDER BY first, role), '[]')
    FROM (SELECT entry->>'role' AS role, min(entry->>'firstSeenAt') AS first, max(entry->>'lastSeenAt') AS last
          FROM jsonb_array_elements(${roles}) AS entry GROUP BY entry->>'role') AS seen)`;

/**
 * Adds actors, or adds to known ones what this article says of them: names, roles with the dates they were seen, and
 * country or Wikidata id where none was known. A newer version of the engine also says anew what its name and kind are.
 * Rows are taken in the order of their keys, so that two writers never wait for each other.
 */
export async function saveActors(
  manager: EntityManager,
  actors: readonly ActorRow[],
  publishedAt: Date,
): Promise<void> {
  const day = publishedAt.toISOString();
  const sorted = [...actors].sort((a, b) => (a.key < b.key ? -1 : 1));
  const rows = sorted.map((actor) => ({
    ...actor,
    roles: actor.roles.map((role) => ({ role, firstSeenAt: day, lastSeenAt: day })),
  }));
  const saved = await manager.query<Pick<ActorRow, 'id' | 'name' | 'aliases' | 'scope'>[]>(
    `INSERT INTO actor (id, key, name, kind, scope, article_id, aliases, roles, country, wikidata_id,
       method_engine, method_version, method_confidence, method_input_hash)
     SELECT (row->>'id')::uuid, row->>'key', row->>'name', row->>'kind', row->>'scope', (row->>'articleId')::uuid,
            ${aliasesOf("ARRAY(SELECT jsonb_array_elements_text(row->'aliases'))", "row->>'name'")},
            ${rolesOf("row->'roles'")}, row->>'country', row->>'wikidataId',
            row->'method'->>'engine', row->'method'->>'version', (row->'method'->>'confidence')::real,
            row->'method'->>'inputHash'
     FROM jsonb_array_elements($1::jsonb) AS rows(row)
     ON CONFLICT (key) DO UPDATE SET
       ${['name', 'kind', 'method_version', 'method_confidence', 'method_input_hash'].map(renewed).join(', ')},
       aliases = ${aliasesOf('actor.aliases || excluded.aliases', currentName)},
       roles = ${rolesOf('actor.roles || excluded.roles')},
       country = coalesce(actor.country, excluded.country),
       wikidata_id = coalesce(actor.wikidata_id, excluded.wikidata_id)
     RETURNING id, name, aliases, scope`,
    [JSON.stringify(rows)],
  );
  await saveActorSearch(manager, saved, publishedAt);
}
