import type { EntityManager } from 'typeorm';
import { ActorDecisionKind } from '../../../entities/index.js';
import { digest } from '../identity.js';

/** A decision that holds. */
export interface HeldDecision {
  readonly id: string;
  readonly kind: ActorDecisionKind;
  readonly fromIds: readonly string[];
  readonly intoId: string;
  readonly claimIds: readonly string[];
  readonly articleIds: readonly string[];
  readonly sourceIds: readonly string[];
}

/** Where an actor was found. */
export interface FoundAt {
  readonly articleId: string;
  readonly sourceId: string;
  /** Null for what an article as a whole says of the actor. */
  readonly claimId: string | null;
}

/**
 * The decisions that hold about these actors, and about those that they are by them, in the order in which they were made. One whose
 * actor is gone, with the demo for instance, is none.
 */
export async function loadDecisions(
  manager: EntityManager,
  actorIds: Iterable<string>,
): Promise<readonly HeldDecision[]> {
  const known = new Set(actorIds);
  for (;;) {
    const rows = await manager.query<(HeldDecision & { actorIds: string[] })[]>(
      `SELECT id, kind, ARRAY(SELECT (entry->>'id')::uuid FROM jsonb_array_elements("from") AS entry) AS "fromIds",
              ("into"->>'id')::uuid AS "intoId", claim_ids AS "claimIds", article_ids AS "articleIds",
              source_ids AS "sourceIds", actor_ids AS "actorIds"
       FROM actor_decision
       WHERE reverted_at IS NULL AND actor_ids && $1::uuid[]
         AND EXISTS (SELECT FROM actor WHERE actor.id = (actor_decision."into"->>'id')::uuid)
       ORDER BY made_at, id`,
      [[...known]],
    );
    const before = known.size;
    for (const row of rows) for (const id of row.actorIds) known.add(id);
    if (known.size === before || rows.length === 0) return rows.map(({ actorIds: _, ...decision }) => decision);
  }
}

export const decisionsDigest = (decisions: readonly HeldDecision[]) => digest(decisions);

/**
 * Who an actor is that stage 3 found there. Each decision is applied once, in the order in which they were made, so that they never go
 * round in a circle: what was merged and then split off again is split off.
 */
export function decide(decisions: readonly HeldDecision[], foundId: string, at: FoundAt | null): string {
  let current = foundId;
  for (const { kind, fromIds, intoId, claimIds, articleIds, sourceIds } of decisions) {
    if (!fromIds.includes(current)) continue;
    const isMeant =
      kind === ActorDecisionKind.MERGE ||
      (at !== null &&
        (articleIds.includes(at.articleId) ||
          sourceIds.includes(at.sourceId) ||
          (at.claimId !== null && claimIds.includes(at.claimId))));
    if (isMeant) current = intoId;
  }
  return current;
}
