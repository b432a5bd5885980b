import type { EntityManager } from 'typeorm';
import type { AnalysedVersion } from '../analysis/values.js';
import { digest } from '../identity.js';

/** What an article says of an actor. */
export interface SightingRow {
  readonly foundId: string;
  readonly actorId: string;
  readonly name: string;
  readonly isListed: boolean;
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
  readonly country: string | null;
}

/** What has changed in what the articles say of actors. */
export interface ChangedSightings {
  /** Actors of whom something is no longer said, or is said otherwise. */
  readonly altered: ReadonlySet<string>;
  /** What is said for the first time, of actors that are not among the altered. */
  readonly added: readonly SightingRow[];
  /** Actors that the article spoke of before and no longer does. */
  readonly gone: readonly string[];
}

type StoredSighting = SightingRow & { readonly publishedAt: Date };

const contentOf = ({ actorId, name, isListed, aliases, roles, country }: SightingRow, publishedAt: Date) =>
  digest(actorId, name, isListed, aliases, roles, country, publishedAt.toISOString());

/** Writes what an article says of its actors, in place of what it said before; the same again writes nothing. */
export async function saveSightings(
  manager: EntityManager,
  { articleId, publishedAt }: Pick<AnalysedVersion, 'articleId' | 'publishedAt'>,
  sightings: readonly SightingRow[],
): Promise<ChangedSightings> {
  const stored = await manager.query<StoredSighting[]>(
    `SELECT found_id AS "foundId", actor_id AS "actorId", name, is_listed AS "isListed", aliases, roles, country,
            published_at AS "publishedAt" FROM actor_sighting WHERE article_id = $1`,
    [articleId],
  );
  const before = new Map(stored.map((sighting) => [sighting.foundId, sighting]));
  const altered = new Set<string>();
  const written = sightings.filter((sighting) => {
    const known = before.get(sighting.foundId);
    before.delete(sighting.foundId);
    if (!known) return true;
    if (contentOf(known, known.publishedAt) === contentOf(sighting, publishedAt)) return false;
    altered.add(known.actorId).add(sighting.actorId);
    return true;
  });
  const gone = [...before.values()];
  for (const { actorId } of gone) altered.add(actorId);
  if (gone.length > 0) {
    await manager.query('DELETE FROM actor_sighting WHERE article_id = $1 AND found_id = ANY($2::uuid[])', [
      articleId,
      gone.map(({ foundId }) => foundId),
    ]);
  }
  if (written.length > 0) {
    await manager.query(
      `INSERT INTO actor_sighting (found_id, article_id, actor_id, published_at, name, is_listed, aliases, roles, country)
       SELECT (row->>'foundId')::uuid, $2, (row->>'actorId')::uuid, $3, row->>'name', (row->>'isListed')::boolean,
              ARRAY(SELECT jsonb_array_elements_text(row->'aliases')), ARRAY(SELECT jsonb_array_elements_text(row->'roles')),
              row->>'country'
       FROM jsonb_array_elements($1::jsonb) AS rows(row)
       ON CONFLICT (found_id, article_id) DO UPDATE SET actor_id = excluded.actor_id, published_at = excluded.published_at,
         name = excluded.name, is_listed = excluded.is_listed, aliases = excluded.aliases, roles = excluded.roles,
         country = excluded.country`,
      [JSON.stringify(written), articleId, publishedAt],
    );
  }
  return {
    altered,
    added: written.filter(({ actorId }) => !altered.has(actorId)),
    gone: gone.flatMap(({ foundId, actorId }) => [foundId, actorId]),
  };
}
