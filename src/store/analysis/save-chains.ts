import type { EntityManager } from 'typeorm';
import type { AnalysedVersion, ClaimRow } from './values.js';

/** What readers see of the chain of each claim, as text to compare; a claim without a chain is not in it. */
export type SeenChains = ReadonlyMap<string, string>;

/** Where the words of a hop stand is not part of it: that moves with every change of the text before it. */
async function loadChains(manager: EntityManager, articleId: string): Promise<SeenChains> {
  const rows = await manager.query<{ claimId: string; chain: string }[]>(
    `SELECT l.claim_id AS "claimId",
            jsonb_agg(jsonb_build_array(l.depth, l.actor_id, l.text, l.cue, l.owner, l.held) ORDER BY l.depth)::text AS chain
     FROM attribution_link l JOIN claim c ON c.id = l.claim_id WHERE c.article_id = $1 GROUP BY l.claim_id`,
    [articleId],
  );
  return new Map(rows.map(({ claimId, chain }) => [claimId, chain]));
}

/**
 * Writes through whom the claims of an article came, and nothing that stands there already.
 *
 * A document of a hop counts as held when its owner is an outlet that has exactly one opinion piece in the same event:
 * an editorial is the only kind of document that outlets own and that comes in here as an article.
 *
 * @returns what readers saw before and see now
 */
export async function saveChains(
  manager: EntityManager,
  version: AnalysedVersion,
  eventId: string,
  claims: readonly ClaimRow[],
): Promise<{ readonly before: SeenChains; readonly after: SeenChains }> {
  const before = await loadChains(manager, version.articleId);
  const rows = claims.flatMap(({ id, links }) => links.map((link) => ({ claimId: id, ...link })));
  await manager.query(
    `DELETE FROM attribution_link l USING claim
     WHERE claim.id = l.claim_id AND claim.article_id = $1 AND (l.claim_id, l.depth) NOT IN (
       SELECT (row->>'claimId')::uuid, (row->>'depth')::integer FROM jsonb_array_elements($2::jsonb) AS rows(row))`,
    [version.articleId, JSON.stringify(rows)],
  );
  await manager.query(
    `INSERT INTO attribution_link AS l (claim_id, depth, actor_id, found_actor_id, text, cue, owner, held, article_version_id, span)
     SELECT (row->>'claimId')::uuid, (row->>'depth')::integer, (row->>'actorId')::uuid,
            (row->>'foundActorId')::uuid, row->>'text', row->>'cue',
            row->>'owner',
            (row->>'isDocument')::boolean AND (
              SELECT count(*) FROM source s JOIN article a ON a.source_id = s.id
              WHERE lower(s.name) = lower(row->>'owner') AND a.event_id = $3 AND a.genre = 'OPINION'
            ) = 1,
            $2, row->'span'
     FROM jsonb_array_elements($1::jsonb) AS rows(row)
     ON CONFLICT (claim_id, depth) DO UPDATE SET actor_id = excluded.actor_id,
       found_actor_id = excluded.found_actor_id, text = excluded.text, cue = excluded.cue,
       owner = excluded.owner, held = excluded.held, article_version_id = excluded.article_version_id,
       span = excluded.span
     WHERE (l.actor_id, l.found_actor_id, l.text, l.cue, l.owner, l.held, l.article_version_id, l.span) IS DISTINCT FROM
       (excluded.actor_id, excluded.found_actor_id, excluded.text, excluded.cue, excluded.owner, excluded.held, excluded.article_version_id,
        excluded.span)`,
    [JSON.stringify(rows), version.id, eventId],
  );
  return { before, after: await loadChains(manager, version.articleId) };
}
