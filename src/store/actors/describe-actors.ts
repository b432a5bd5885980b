import type { EntityManager } from 'typeorm';
import { saveActorSearch, type SearchedActor } from '../search/save-search-rows.js';

/**
 * Makes name, aliases, roles with their dates and country of actors from all that articles say of them. The name is the fullest
 * of those under which the actor itself was found, or that of a user's table; names of actors merged into it are aliases; the
 * country is the one that most articles give.
 */
export async function describeActors(
  manager: EntityManager,
  actorIds: readonly string[],
  publishedAt: Date,
): Promise<void> {
  if (actorIds.length === 0) return;
  // TypeORM gives the rows of an UPDATE together with their number.
  const [rows] = await manager.query<[(SearchedActor & { isMerged: boolean })[], number]>(
    `WITH named AS (
       SELECT a.id, coalesce((
         SELECT s.name FROM actor_sighting s WHERE s.actor_id = a.id AND s.found_id = a.id
         ORDER BY s.is_listed DESC, length(s.name) DESC, s.name LIMIT 1), a.name) AS name
       FROM actor a WHERE a.id = ANY($1::uuid[])
     ), told AS (
       SELECT n.id, n.name,
         ARRAY(SELECT DISTINCT alias COLLATE "C" AS alias FROM actor_sighting s, unnest(s.aliases || s.name) AS alias
               WHERE s.actor_id = n.id AND alias <> n.name ORDER BY 1) AS aliases,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('role', role, 'firstSeenAt', first, 'lastSeenAt', last)
                                    ORDER BY first COLLATE "C", role COLLATE "C"), '[]')
          FROM (SELECT role, to_char(min(s.published_at) AT TIME ZONE 'UTC', $2) AS first,
                       to_char(max(s.published_at) AT TIME ZONE 'UTC', $2) AS last
                FROM actor_sighting s, unnest(s.roles) AS role WHERE s.actor_id = n.id GROUP BY role) AS seen) AS roles,
         (SELECT s.country FROM actor_sighting s WHERE s.actor_id = n.id AND s.country IS NOT NULL
          GROUP BY s.country ORDER BY count(*) DESC, s.country LIMIT 1) AS country
       FROM named n
     )
     UPDATE actor SET name = told.name, aliases = told.aliases, roles = told.roles, country = told.country
     FROM told WHERE told.id = actor.id
       AND (actor.name, actor.aliases, actor.roles, actor.country)
         IS DISTINCT FROM (told.name, told.aliases, told.roles, told.country)
     RETURNING actor.id, actor.name, actor.aliases, actor.scope, actor.merged_into_id IS NOT NULL AS "isMerged"`,
    [actorIds, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'],
  );
  await saveActorSearch(
    manager,
    rows.filter(({ isMerged }) => !isMerged),
    publishedAt,
  );
}
