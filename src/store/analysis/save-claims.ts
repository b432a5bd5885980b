import type { EntityManager } from 'typeorm';
import { ClaimChangeKind } from '../../../entities/index.js';
import type { NewClaimChange } from '../claim-log.js';
import { saveClaimSearch } from '../search/save-search-rows.js';
import type { AnalysedVersion, ClaimRow } from './values.js';

/** Fields whose change is a change of the claim, in the order in which they are named to subscribers. */
const watchedFields = ['kind', 'attitude', 'cue', 'cueClass', 'speakerText', 'speakerId', 'text'] as const;

type StoredClaim = Pick<ClaimRow, 'id' | (typeof watchedFields)[number]> & {
  readonly eventId: string | null;
  readonly retractedAt: Date | null;
};

/** Names that subscribers know, where they are not those of the columns. */
const publicNames: Readonly<Record<string, string>> = { speakerId: 'speaker', eventId: 'event' };

/**
 * Writes the claims of one article: adds new ones, changes those that changed, marks as retracted those that the version
 * no longer holds, and writes where each stands in this version.
 * @returns what happened, for the log; `propositionId` is written later
 */
export async function saveClaims(
  manager: EntityManager,
  version: AnalysedVersion,
  eventId: string,
  claims: readonly ClaimRow[],
  at: Date,
): Promise<NewClaimChange[]> {
  const stored = new Map((await loadStored(manager, version.articleId)).map((claim) => [claim.id, claim]));
  const changes: NewClaimChange[] = [];
  const note = (kind: ClaimChangeKind, claim: Pick<ClaimRow, 'id' | 'kind' | 'speakerId'>, changedFields: string[]) =>
    changes.push({
      kind,
      claimId: claim.id,
      articleId: version.articleId,
      sourceId: version.sourceId,
      eventId,
      speakerId: claim.speakerId,
      claimKind: claim.kind,
      changedFields,
    });
  const written: ClaimRow[] = [];
  for (const claim of claims) {
    const before = stored.get(claim.id);
    stored.delete(claim.id);
    written.push(claim);
    if (!before || before.retractedAt !== null) {
      note(ClaimChangeKind.ADDED, claim, []);
      continue;
    }
    const changed: string[] = watchedFields.filter((field) => before[field] !== claim[field]);
    if (before.eventId !== eventId) changed.push('eventId');
    if (changed.length > 0)
      note(
        ClaimChangeKind.CHANGED,
        claim,
        changed.map((field) => publicNames[field] ?? field),
      );
  }
  const gone = [...stored.values()].filter((claim) => claim.retractedAt === null);
  for (const claim of gone) note(ClaimChangeKind.RETRACTED, claim, []);
  await upsertClaims(manager, version, eventId, written);
  await manager.query('UPDATE claim SET retracted_at = $2, proposition_id = NULL WHERE id = ANY($1::uuid[])', [
    gone.map(({ id }) => id),
    at,
  ]);
  await saveClaimSearch(
    manager,
    version,
    written,
    gone.map(({ id }) => id),
  );
  await replaceEvidence(manager, version, written);
  await replaceLinks(manager, version, eventId, written);
  return changes;
}

async function loadStored(manager: EntityManager, articleId: string): Promise<StoredClaim[]> {
  return manager.query<StoredClaim[]>(
    `SELECT id, kind, attitude, cue, cue_class AS "cueClass", speaker_text AS "speakerText", speaker_id AS "speakerId",
            text, event_id AS "eventId", retracted_at AS "retractedAt"
     FROM claim WHERE article_id = $1 ORDER BY start, id`,
    [articleId],
  );
}

async function upsertClaims(
  manager: EntityManager,
  version: AnalysedVersion,
  eventId: string,
  claims: readonly ClaimRow[],
): Promise<void> {
  await manager.query(
    `INSERT INTO claim (id, article_id, part, start, text, kind, attitude, cue, cue_class, speaker_text, speaker_id, rule,
       source_id, event_id, published_at, method_engine, method_version, method_confidence, method_input_hash)
     SELECT (row->>'id')::uuid, $2, row->>'part', (row->>'start')::integer, row->>'text', row->>'kind', row->>'attitude',
            row->>'cue', row->>'cueClass', row->>'speakerText', (row->>'speakerId')::uuid, row->>'rule', $3, $4, $5,
            row->'method'->>'engine', row->'method'->>'version', (row->'method'->>'confidence')::real,
            row->'method'->>'inputHash'
     FROM jsonb_array_elements($1::jsonb) AS rows(row)
     ON CONFLICT (id) DO UPDATE SET
       start = excluded.start, text = excluded.text, kind = excluded.kind, attitude = excluded.attitude,
       cue = excluded.cue, cue_class = excluded.cue_class, speaker_text = excluded.speaker_text,
       speaker_id = excluded.speaker_id, rule = excluded.rule, event_id = excluded.event_id,
       published_at = excluded.published_at, retracted_at = NULL, method_engine = excluded.method_engine,
       method_version = excluded.method_version, method_confidence = excluded.method_confidence,
       method_input_hash = excluded.method_input_hash`,
    [JSON.stringify(claims), version.articleId, version.sourceId, eventId, version.publishedAt],
  );
}

async function replaceEvidence(
  manager: EntityManager,
  version: AnalysedVersion,
  claims: readonly ClaimRow[],
): Promise<void> {
  await manager.query('DELETE FROM evidence WHERE article_version_id = $1', [version.id]);
  const rows = claims.map(({ id, part, evidence }) => ({ claimId: id, part, ...evidence }));
  await manager.query(
    `INSERT INTO evidence (claim_id, article_version_id, part, start, "end", exact, prefix, suffix, spans, cue_span, speaker_span)
     SELECT (row->>'claimId')::uuid, $2, row->>'part', (row->>'start')::integer, (row->>'end')::integer, row->>'exact',
            row->>'prefix', row->>'suffix', row->'spans', nullif(row->'cueSpan', 'null'), nullif(row->'speakerSpan', 'null')
     FROM jsonb_array_elements($1::jsonb) AS rows(row)`,
    [JSON.stringify(rows), version.id],
  );
}

/**
 * A document of a hop counts as held when its owner is an outlet that has exactly one opinion piece in the same event:
 * an editorial is the only kind of document that outlets own and that comes in here as an article.
 */
async function replaceLinks(
  manager: EntityManager,
  version: AnalysedVersion,
  eventId: string,
  claims: readonly ClaimRow[],
): Promise<void> {
  await manager.query(
    'DELETE FROM attribution_link USING claim WHERE claim.id = attribution_link.claim_id AND claim.article_id = $1',
    [version.articleId],
  );
  const rows = claims.flatMap(({ id, links }) => links.map((link) => ({ claimId: id, ...link })));
  if (rows.length === 0) return;
  await manager.query(
    `INSERT INTO attribution_link (claim_id, depth, actor_id, text, cue, owner, held, article_version_id, span)
     SELECT (row->>'claimId')::uuid, (row->>'depth')::integer, (row->>'actorId')::uuid, row->>'text', row->>'cue',
            row->>'owner',
            (row->>'isDocument')::boolean AND (
              SELECT count(*) FROM source s JOIN article a ON a.source_id = s.id
              WHERE lower(s.name) = lower(row->>'owner') AND a.event_id = $3 AND a.genre = 'OPINION'
            ) = 1,
            $2, row->'span'
     FROM jsonb_array_elements($1::jsonb) AS rows(row)`,
    [JSON.stringify(rows), version.id, eventId],
  );
}
