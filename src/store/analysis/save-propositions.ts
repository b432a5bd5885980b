import type { EntityManager } from 'typeorm';
import { ClaimChangeKind } from '../../../entities/index.js';
import type { NewClaimChange } from '../claim-log.js';
import type { Analysis, PropositionRelationRow, PropositionRow } from './values.js';

/**
 * Writes all propositions of an event and which claims say them; those that no claim says any more go.
 * @returns changes of claims that moved from one proposition to another; a claim's first proposition is no change
 */
export async function savePropositions(
  manager: EntityManager,
  eventId: string,
  { propositions, relations }: Pick<Analysis, 'propositions' | 'relations'>,
): Promise<NewClaimChange[]> {
  await upsert(manager, eventId, propositions);
  const moved = await assignClaims(manager, propositions);
  await manager.query('DELETE FROM proposition WHERE event_id = $1 AND id <> ALL($2::uuid[])', [
    eventId,
    propositions.map(({ id }) => id),
  ]);
  await manager.query(
    `UPDATE proposition SET claim_count = c.claims, source_count = c.sources
     FROM (SELECT proposition_id, count(*) AS claims, count(DISTINCT source_id) AS sources FROM claim
           WHERE event_id = $1 AND proposition_id IS NOT NULL GROUP BY proposition_id) AS c
     WHERE proposition.id = c.proposition_id
       AND (proposition.claim_count, proposition.source_count) IS DISTINCT FROM (c.claims, c.sources)`,
    [eventId],
  );
  await saveRelations(manager, eventId, relations);
  return moved;
}

/** Writes only what changed: a large event has thousands of relations, and one more article touches few of them. */
async function saveRelations(
  manager: EntityManager,
  eventId: string,
  relations: readonly PropositionRelationRow[],
): Promise<void> {
  await manager.query(
    `WITH wanted AS MATERIALIZED (
       SELECT (row->>'firstId')::uuid AS first_id, (row->>'secondId')::uuid AS second_id, row->>'relation' AS relation,
              (row->>'score')::real AS score, row->'reasons' AS reasons, row->'method'->>'engine' AS engine,
              row->'method'->>'version' AS version, (row->'method'->>'confidence')::real AS confidence,
              row->'method'->>'inputHash' AS input_hash
       FROM jsonb_array_elements($1::jsonb) AS rows(row)
     ), gone AS (
       DELETE FROM proposition_relation r USING proposition p
       WHERE p.id = r.first_id AND p.event_id = $2
         AND NOT EXISTS (SELECT FROM wanted w WHERE w.first_id = r.first_id AND w.second_id = r.second_id)
     )
     INSERT INTO proposition_relation (first_id, second_id, relation, score, reasons, method_engine,
       method_version, method_confidence, method_input_hash)
     SELECT * FROM wanted WHERE NOT EXISTS (
       SELECT FROM proposition_relation k
       WHERE k.first_id = wanted.first_id AND k.second_id = wanted.second_id
         AND (k.relation, k.score, k.reasons, k.method_version, k.method_input_hash)
           = (wanted.relation, wanted.score, wanted.reasons, wanted.version, wanted.input_hash)
     )
     ON CONFLICT (first_id, second_id) DO UPDATE SET relation = excluded.relation, score = excluded.score,
       reasons = excluded.reasons, method_engine = excluded.method_engine, method_version = excluded.method_version,
       method_confidence = excluded.method_confidence, method_input_hash = excluded.method_input_hash`,
    [JSON.stringify(relations), eventId],
  );
}

async function upsert(manager: EntityManager, eventId: string, rows: readonly PropositionRow[]): Promise<void> {
  await manager.query(
    `INSERT INTO proposition (id, event_id, text, claim_count, source_count, method_engine, method_version,
       method_confidence, method_input_hash)
     SELECT (row->>'id')::uuid, $2, row->>'text', 0, 0, row->'method'->>'engine', row->'method'->>'version',
            (row->'method'->>'confidence')::real, row->'method'->>'inputHash'
     FROM jsonb_array_elements($1::jsonb) AS rows(row)
     ON CONFLICT (id) DO UPDATE SET text = excluded.text, method_engine = excluded.method_engine,
       method_version = excluded.method_version, method_confidence = excluded.method_confidence,
       method_input_hash = excluded.method_input_hash
     WHERE (proposition.text, proposition.method_version, proposition.method_input_hash)
       IS DISTINCT FROM (excluded.text, excluded.method_version, excluded.method_input_hash)`,
    [JSON.stringify(rows), eventId],
  );
}

async function assignClaims(manager: EntityManager, rows: readonly PropositionRow[]): Promise<NewClaimChange[]> {
  const pairs = rows.flatMap(({ id, claimIds }) => claimIds.map((claimId) => ({ id, claimId })));
  const changed = await manager.query<(Omit<NewClaimChange, 'kind' | 'changedFields'> & { before: string | null })[]>(
    `WITH wanted AS (
       SELECT (row->>'claimId')::uuid AS claim_id, (row->>'id')::uuid AS proposition_id
       FROM jsonb_array_elements($1::jsonb) AS rows(row)
     ), before AS (
       SELECT c.id, c.proposition_id FROM claim c JOIN wanted w ON w.claim_id = c.id
       WHERE c.proposition_id IS DISTINCT FROM w.proposition_id
     ), updated AS (
       UPDATE claim SET proposition_id = wanted.proposition_id FROM wanted
       WHERE claim.id = wanted.claim_id AND claim.proposition_id IS DISTINCT FROM wanted.proposition_id
       RETURNING claim.*
     )
     SELECT u.id AS "claimId", u.article_id AS "articleId", u.source_id AS "sourceId", u.event_id AS "eventId",
            u.speaker_id AS "speakerId", u.kind AS "claimKind", b.proposition_id AS before
     FROM updated u JOIN before b ON b.id = u.id ORDER BY u.id`,
    [JSON.stringify(pairs)],
  );
  return changed
    .filter(({ before }) => before !== null)
    .map(({ before: _, ...change }) => ({ ...change, kind: ClaimChangeKind.CHANGED, changedFields: ['proposition'] }));
}
