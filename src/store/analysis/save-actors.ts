import type { EntityManager } from 'typeorm';
import { decide } from '../actors/decisions.js';
import { describeActors } from '../actors/describe-actors.js';
import { saveSightings, type SightingRow } from '../actors/save-sightings.js';
import { saveActorSearch, type SearchedActor } from '../search/save-search-rows.js';
import type { ActorRow, Analysis } from './values.js';

/** An actor that another version of the same engine found: what one engine says of it is not mixed with another's. */
const isRenewed = '(actor.method_engine = excluded.method_engine AND actor.method_version <> excluded.method_version)';

const renewed = (column: string) =>
  `${column} = CASE WHEN ${isRenewed} THEN excluded.${column} ELSE actor.${column} END`;

interface Described {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles: readonly { readonly role: string; readonly firstSeenAt: string; readonly lastSeenAt: string }[];
  readonly country: string | null;
  readonly scope: string;
}

/**
 * Adds the actors of an article and what it says of them, in place of what it said before: names, roles, country. A newer
 * version of the engine also says anew what their kind is. What was decided about them holds.
 * @returns actors that the article speaks of no longer; they may be nobody's
 */
export async function saveActors(
  manager: EntityManager,
  { version, actors, decisions }: Pick<Analysis, 'version' | 'actors' | 'decisions'>,
): Promise<readonly string[]> {
  const known = await manager.query<{ id: string; version: string }[]>(
    'SELECT id, method_version AS version FROM actor WHERE id = ANY($1::uuid[])',
    [actors.map(({ id }) => id)],
  );
  await upsertActors(manager, actors);
  const sightings = actors.map(({ id, name, isListed, aliases, roles, country }): SightingRow => ({
    foundId: id,
    actorId: decide(decisions, id, { ...version, claimId: null }),
    name,
    isListed,
    aliases: [...aliases].sort(),
    roles,
    country,
  }));
  // Who is spoken of by a decision alone is as much of this version as those that are found.
  await manager.query(
    `UPDATE actor SET method_version = $2 WHERE id = ANY($1::uuid[]) AND method_engine = $3 AND method_version <> $2`,
    [sightings.map(({ actorId }) => actorId), actors[0]?.method.version ?? '', actors[0]?.method.engine ?? ''],
  );
  const { altered, added, gone } = await saveSightings(manager, version, sightings);
  const versions = new Map(known.map((row) => [row.id, row.version]));
  const made = actors.filter(({ id }) => !versions.has(id)).map(({ id }) => id);
  const renewedActors = actors.filter(({ id, method }) => versions.get(id) !== method.version).map(({ id }) => id);
  const anew = new Set([...altered, ...made, ...renewedActors]);
  const addedTo = added.filter(({ actorId }) => !anew.has(actorId));
  for (const id of await addToActors(manager, addedTo, version.publishedAt)) anew.add(id);
  await describeActors(manager, [...anew], version.publishedAt);
  await findNewActors(manager, made, version.publishedAt);
  return gone;
}

/** Rows are taken in the order of their keys, so that two writers never wait for each other. */
async function upsertActors(manager: EntityManager, actors: readonly ActorRow[]): Promise<void> {
  const sorted = [...actors].sort((a, b) => (a.key < b.key ? -1 : 1));
  await manager.query(
    `INSERT INTO actor (id, key, name, kind, scope, article_id, country, wikidata_id,
       method_engine, method_version, method_confidence, method_input_hash)
     SELECT (row->>'id')::uuid, row->>'key', row->>'name', row->>'kind', row->>'scope', (row->>'articleId')::uuid,
            row->>'country', row->>'wikidataId', row->'method'->>'engine', row->'method'->>'version',
            (row->'method'->>'confidence')::real, row->'method'->>'inputHash'
     FROM jsonb_array_elements($1::jsonb) AS rows(row)
     ON CONFLICT (key) DO UPDATE SET
       ${['kind', 'method_version', 'method_confidence', 'method_input_hash'].map(renewed).join(', ')},
       wikidata_id = coalesce(excluded.wikidata_id, actor.wikidata_id)
     WHERE ${isRenewed} OR (excluded.wikidata_id IS NOT NULL AND actor.wikidata_id IS DISTINCT FROM excluded.wikidata_id)`,
    [JSON.stringify(sorted)],
  );
}

/**
 * Adds to actors what one more article says of them, without reading what all others say: an outlet speaks in each of its own.
 * @returns the actors of which all must be read, since the article may give them another name or country
 */
async function addToActors(
  manager: EntityManager,
  sightings: readonly SightingRow[],
  publishedAt: Date,
): Promise<readonly string[]> {
  if (sightings.length === 0) return [];
  const rows = await manager.query<Described[]>(
    'SELECT id, name, aliases, roles, country, scope FROM actor WHERE id = ANY($1::uuid[])',
    [sightings.map(({ actorId }) => actorId)],
  );
  const day = publishedAt.toISOString();
  const anew: string[] = [];
  const changed: Described[] = [];
  for (const actor of rows) {
    const own = sightings.filter(({ actorId }) => actorId === actor.id);
    const mayRename = own.some(
      ({ foundId, name, isListed }) =>
        foundId === actor.id && name !== actor.name && (isListed || name.length >= actor.name.length),
    );
    if (mayRename || own.some(({ country }) => country !== null && country !== actor.country)) {
      anew.push(actor.id);
      continue;
    }
    const said = own.flatMap(({ name, aliases }) => [name, ...aliases]).filter((alias) => alias !== actor.name);
    const aliases = [...new Set([...actor.aliases, ...said])];
    const roles = new Map(actor.roles.map((entry) => [entry.role, entry]));
    for (const role of own.flatMap((sighting) => sighting.roles)) {
      const seen = roles.get(role) ?? { role, firstSeenAt: day, lastSeenAt: day };
      roles.set(role, {
        role,
        firstSeenAt: day < seen.firstSeenAt ? day : seen.firstSeenAt,
        lastSeenAt: day > seen.lastSeenAt ? day : seen.lastSeenAt,
      });
    }
    changed.push({ ...actor, aliases, roles: [...roles.values()] });
  }
  // Sorted by the database, as where all that articles say is read: the same in another order would be a change.
  const [saved] = await manager.query<[SearchedActor[], number]>(
    `UPDATE actor SET aliases = told.aliases, roles = told.roles FROM (
       SELECT (row->>'id')::uuid AS id,
              ARRAY(SELECT alias FROM jsonb_array_elements_text(row->'aliases') AS alias ORDER BY alias COLLATE "C") AS aliases,
              (SELECT coalesce(jsonb_agg(entry ORDER BY entry->>'firstSeenAt' COLLATE "C", entry->>'role' COLLATE "C"), '[]')
               FROM jsonb_array_elements(row->'roles') AS entry) AS roles
       FROM jsonb_array_elements($1::jsonb) AS rows(row)) AS told
     WHERE told.id = actor.id AND (actor.aliases, actor.roles) IS DISTINCT FROM (told.aliases, told.roles)
     RETURNING actor.id, actor.name, actor.aliases, actor.scope`,
    [JSON.stringify(changed)],
  );
  await saveActorSearch(manager, saved, publishedAt);
  return anew;
}

/** An actor without aliases was described as it was added, and is to be found all the same. */
async function findNewActors(manager: EntityManager, ids: readonly string[], publishedAt: Date): Promise<void> {
  if (ids.length === 0) return;
  const rows = await manager.query<SearchedActor[]>(
    'SELECT id, name, aliases, scope FROM actor WHERE id = ANY($1::uuid[]) AND merged_into_id IS NULL',
    [ids],
  );
  await saveActorSearch(manager, rows, publishedAt);
}
