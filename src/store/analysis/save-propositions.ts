import type { EntityManager } from 'typeorm';
import { ClaimChangeKind } from '../../../entities/index.js';
import type { NewClaimChange } from '../claim-log.js';
import type { Analysis, PropositionRow } from './values.js';

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
  await manager.query(
    'DELETE FROM proposition_relation USING proposition WHERE proposition.id = first_id AND proposition.event_id = $1',
    [eventId],
  );
  await manager.query(
    `INSERT INTO proposition_relation (first_id, second_id, relation, score, reasons, method_engine, method_version,
       method_confidence, method_input_hash)
     SELECT (row->>'firstId')::uuid, (row->>'secondId')::uuid, row->>'relation', (row->>'score')::real, row->'reasons',
            row->'method'->>'engine', row->'method'->>'version', (row->'method'->>'confidence')::real,
            row->'method'->>'inputHash'
     FROM jsonb_array_elements($1::jsonb) AS rows(row)`,
    [JSON.stringify(relations)],
  );
  return moved;
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
