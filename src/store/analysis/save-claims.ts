import type { EntityManager } from 'typeorm';
import { ClaimChangeKind } from '../../../entities/index.js';
import type { NewClaimChange } from '../claim-log.js';
import { saveClaimSearch } from '../search/save-search-rows.js';
import { saveChains } from './save-chains.js';
import type { AnalysedVersion, ClaimRow } from './values.js';

/** Fields whose change is a change of the claim, in the order in which they are named to subscribers. */
const watchedFields = [
  'kind',
  'attitude',
  'cue',
  'cueClass',
  // A newer engine may read the same words otherwise: who "did not say" it did not say it.
  'cueNegated',
  'cueTense',
  'cueAspect',
  'cueModality',
  'cueVoice',
  'speakerText',
  'speakerId',
  'text',
] as const;

type StoredClaim = Pick<ClaimRow, 'id' | (typeof watchedFields)[number]> & {
  readonly confidence: number;
  readonly eventId: string | null;
  readonly retractedAt: Date | null;
};

/** Names that subscribers know, where they are not those of the columns. */
const publicNames: Readonly<Record<string, string>> = { speakerId: 'speaker', eventId: 'event' };

/**
 * Writes the claims of one article: adds new ones, changes those that changed, marks as retracted those that are no longer
 * found in it, and writes where each stands in this version. What a reader cannot tell from before is no change: which
 * version of the engine found a claim, by which rule, from which input.
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
  const found = new Set(claims.map(({ id }) => id));
  const gone = [...stored.values()].filter(({ id, retractedAt }) => retractedAt === null && !found.has(id));
  const goneIds = gone.map(({ id }) => id);
  await upsertClaims(manager, version, eventId, claims);
  await manager.query('UPDATE claim SET retracted_at = $2, proposition_id = NULL WHERE id = ANY($1::uuid[])', [
    goneIds,
    at,
  ]);
  await saveClaimSearch(manager, version, claims, goneIds);
  await saveEvidence(manager, version, claims);
  const chains = await saveChains(manager, version, eventId, claims);

  const note = (
    kind: ClaimChangeKind,
    claim: Pick<ClaimRow, 'id' | 'kind' | 'speakerId'>,
    changedFields: string[],
    previousSpeakerId: string | null = null,
  ): NewClaimChange => ({
    kind,
    claimId: claim.id,
    articleId: version.articleId,
    sourceId: version.sourceId,
    eventId,
    speakerId: claim.speakerId,
    previousSpeakerId,
    claimKind: claim.kind,
    changedFields,
  });
  const changes = claims.flatMap((claim) => {
    const before = stored.get(claim.id);
    if (!before || before.retractedAt !== null) return [note(ClaimChangeKind.ADDED, claim, [])];
    const changed: string[] = watchedFields.filter((field) => before[field] !== claim[field]);
    if (before.eventId !== eventId) changed.push('eventId');
    if (Math.fround(before.confidence) !== Math.fround(claim.method.confidence)) changed.push('confidence');
    if (chains.before.get(claim.id) !== chains.after.get(claim.id)) changed.push('chain');
    const names = changed.map((field) => publicNames[field] ?? field);
    const previous = names.includes('speaker') ? before.speakerId : null;
    return names.length > 0 ? [note(ClaimChangeKind.CHANGED, claim, names, previous)] : [];
  });
  return [...changes, ...gone.map((claim) => note(ClaimChangeKind.RETRACTED, claim, []))];
}

async function loadStored(manager: EntityManager, articleId: string): Promise<StoredClaim[]> {
  return manager.query<StoredClaim[]>(
    `SELECT id, kind, attitude, cue, cue_class AS "cueClass", cue_negated AS "cueNegated",
            cue_tense AS "cueTense", cue_aspect AS "cueAspect", cue_modality AS "cueModality", cue_voice AS "cueVoice",
            speaker_text AS "speakerText", speaker_id AS "speakerId",
            text, method_confidence AS confidence, event_id AS "eventId", retracted_at AS "retractedAt"
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
    `INSERT INTO claim (id, article_id, part, start, text, kind, attitude, cue, cue_class, cue_negated, cue_tense,
       cue_aspect, cue_modality, cue_voice, speaker_text, speaker_id, found_speaker_id, source_id, event_id, published_at, method_engine,
       method_version, method_rule, method_confidence, method_input_hash)
     SELECT (row->>'id')::uuid, $2, row->>'part', (row->>'start')::integer, row->>'text', row->>'kind', row->>'attitude',
            row->>'cue', row->>'cueClass', (row->>'cueNegated')::boolean, row->>'cueTense', row->>'cueAspect',
            row->>'cueModality', row->>'cueVoice', row->>'speakerText', (row->>'speakerId')::uuid,
            (row->>'foundSpeakerId')::uuid, $3, $4, $5,
            row->'method'->>'engine', row->'method'->>'version', row->'method'->>'rule',
            (row->'method'->>'confidence')::real, row->'method'->>'inputHash'
     FROM jsonb_array_elements($1::jsonb) AS rows(row)
     ON CONFLICT (id) DO UPDATE SET
       start = excluded.start, text = excluded.text, kind = excluded.kind, attitude = excluded.attitude,
       cue = excluded.cue, cue_class = excluded.cue_class, cue_negated = excluded.cue_negated,
       cue_tense = excluded.cue_tense, cue_aspect = excluded.cue_aspect, cue_modality = excluded.cue_modality,
       cue_voice = excluded.cue_voice, speaker_text = excluded.speaker_text, speaker_id = excluded.speaker_id,
       found_speaker_id = excluded.found_speaker_id, event_id = excluded.event_id,
       published_at = excluded.published_at, retracted_at = NULL, method_engine = excluded.method_engine,
       method_version = excluded.method_version, method_rule = excluded.method_rule, method_confidence = excluded.method_confidence,
       method_input_hash = excluded.method_input_hash`,
    [JSON.stringify(claims), version.articleId, version.sourceId, eventId, version.publishedAt],
  );
}

/**
 * Writes where claims stand in this version, and nothing that stands there already. A claim that is no longer found keeps
 * the evidence of the last version that held it, so that it can still be told what it was.
 */
async function saveEvidence(
  manager: EntityManager,
  version: AnalysedVersion,
  claims: readonly ClaimRow[],
): Promise<void> {
  const rows = claims.map(({ id, part, evidence }) => ({ claimId: id, part, ...evidence }));
  await manager.query(
    `INSERT INTO evidence AS e (claim_id, article_version_id, part, start, "end", exact, prefix, suffix, spans, cue_span, speaker_span)
     SELECT (row->>'claimId')::uuid, $2, row->>'part', (row->>'start')::integer, (row->>'end')::integer, row->>'exact',
            row->>'prefix', row->>'suffix', row->'spans', nullif(row->'cueSpan', 'null'), nullif(row->'speakerSpan', 'null')
     FROM jsonb_array_elements($1::jsonb) AS rows(row)
     ON CONFLICT (claim_id, article_version_id) DO UPDATE SET part = excluded.part, start = excluded.start,
       "end" = excluded."end", exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix,
       spans = excluded.spans, cue_span = excluded.cue_span, speaker_span = excluded.speaker_span
     WHERE (e.start, e."end", e.exact, e.prefix, e.suffix, e.spans, e.cue_span, e.speaker_span) IS DISTINCT FROM
       (excluded.start, excluded."end", excluded.exact, excluded.prefix, excluded.suffix, excluded.spans,
        excluded.cue_span, excluded.speaker_span)`,
    [JSON.stringify(rows), version.id],
  );
}
