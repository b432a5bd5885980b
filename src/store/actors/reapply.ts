import type { EntityManager } from 'typeorm';
import { AnalysisState, ClaimChangeKind } from '../../../entities/index.js';
import { ParallaxError } from '../../errors.js';
import { appendClaimChanges, type NewClaimChange } from '../claim-log.js';
import { saveActorSearch, type SearchedActor } from '../search/save-search-rows.js';
import { decide, loadDecisions, type HeldDecision } from './decisions.js';
import { describeActors } from './describe-actors.js';

/** More would hold up all that is analysed meanwhile for many seconds. */
const mostClaims = 50_000;

interface Place {
  readonly articleId: string;
  readonly sourceId: string;
}

type StoredClaim = Place & {
  readonly id: string;
  readonly eventId: string | null;
  readonly kind: string;
  readonly isRetracted: boolean;
  readonly foundId: string | null;
  readonly speakerId: string | null;
};

interface Move {
  readonly id: string;
  readonly foundId: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Applies what was decided about actors to what is stored: claims, chains and sightings. Changes of claims go to the log, whose
 * lock the caller's transaction holds. One article of each event that they touch is analysed again, for its propositions.
 *
 * @param actorIds actors that a decision was made or reverted about
 * @returns how many claims changed
 * @throws ParallaxError BAD_USER_INPUT when they are too many
 */
export async function reapplyDecisions(manager: EntityManager, actorIds: readonly string[], at: Date): Promise<number> {
  const { decisions, ids, origins } = await loadReach(manager, actorIds);
  const touched = new Set(ids);
  for (const id of await moveSightings(manager, decisions, ids)) touched.add(id);
  const claims = await loadClaims(manager, decisions, ids);
  if (claims.length > mostClaims) {
    throw new ParallaxError(
      'BAD_USER_INPUT',
      `These actors have ${claims.length} claims; decisions can be made about ${mostClaims} at a time.`,
    );
  }
  const speakers = await moveSpeakers(manager, decisions, claims, new Set(ids));
  const chains = await moveHops(manager, decisions, ids);
  await markMerged(manager, decisions, ids, origins);
  await describeActors(manager, [...touched], at);
  const changes = await changesOf(manager, claims, speakers, chains);
  await appendClaimChanges(manager, changes, at);
  await analyseAgain(manager, [...new Set(changes.flatMap(({ eventId }) => (eventId === null ? [] : [eventId])))]);
  return changes.length;
}

interface Reach {
  readonly decisions: readonly HeldDecision[];
  /** All actors that the decisions lead from or to. */
  readonly ids: readonly string[];
  /** From whom each actor was split off whose split was taken back since: its id leads wherever that one's does. */
  readonly origins: ReadonlyMap<string, string>;
}

async function loadReach(manager: EntityManager, actorIds: readonly string[]): Promise<Reach> {
  const known = new Set(actorIds);
  for (;;) {
    const decisions = await loadDecisions(manager, known);
    const abandoned = await manager.query<{ id: string; originId: string }[]>(
      `SELECT a.id, o.id AS "originId" FROM actor_decision d JOIN actor a ON a.key = 'decision:' || d.id
         JOIN actor o ON o.id = (d."from"->0->>'id')::uuid
       WHERE d.reverted_at IS NOT NULL AND d.actor_ids && $1::uuid[]`,
      [[...known]],
    );
    const before = known.size;
    for (const { fromIds, intoId } of decisions) for (const id of [...fromIds, intoId]) known.add(id);
    for (const { id, originId } of abandoned) known.add(id).add(originId);
    if (known.size === before) {
      return { decisions, ids: [...known], origins: new Map(abandoned.map(({ id, originId }) => [id, originId])) };
    }
  }
}

async function moveSightings(
  manager: EntityManager,
  decisions: readonly HeldDecision[],
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await manager.query<(Place & { foundId: string; actorId: string })[]>(
    `SELECT s.found_id AS "foundId", s.actor_id AS "actorId", s.article_id AS "articleId", a.source_id AS "sourceId"
     FROM actor_sighting s JOIN article a ON a.id = s.article_id WHERE s.found_id = ANY($1::uuid[])`,
    [ids],
  );
  const moved = rows
    .map((row) => ({ ...row, after: decide(decisions, row.foundId, { ...row, claimId: null }) }))
    .filter(({ actorId, after }) => actorId !== after);
  await manager.query(
    `UPDATE actor_sighting s SET actor_id = (row->>'after')::uuid FROM jsonb_array_elements($1::jsonb) AS rows(row)
     WHERE s.found_id = (row->>'foundId')::uuid AND s.article_id = (row->>'articleId')::uuid`,
    [JSON.stringify(moved)],
  );
  return moved.flatMap(({ actorId, after }) => [actorId, after]);
}

/**
 * The claims by these actors whose speaker a decision can change or has changed, those that are no longer found too. Who is in no
 * decision but as the one that others are now keeps all that was found of it.
 */
async function loadClaims(
  manager: EntityManager,
  decisions: readonly HeldDecision[],
  ids: readonly string[],
): Promise<readonly StoredClaim[]> {
  return manager.query<StoredClaim[]>(
    `SELECT c.id, c.article_id AS "articleId", c.source_id AS "sourceId", c.event_id AS "eventId", c.kind,
            c.retracted_at IS NOT NULL AS "isRetracted", coalesce(c.found_speaker_id, c.speaker_id) AS "foundId",
            c.speaker_id AS "speakerId"
     FROM claim c WHERE c.speaker_id = ANY($1::uuid[]) AND (c.found_speaker_id IS NOT NULL OR c.speaker_id = ANY($2::uuid[]))
     ORDER BY c.published_at, c.article_id, c.start, c.id LIMIT ${mostClaims + 1}`,
    [ids, decisions.flatMap(({ fromIds }) => fromIds)],
  );
}

async function moveSpeakers(
  manager: EntityManager,
  decisions: readonly HeldDecision[],
  claims: readonly StoredClaim[],
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Move>> {
  const moves = claims.flatMap((claim): Move[] => {
    const { id, foundId, speakerId } = claim;
    if (foundId === null || speakerId === null || !ids.has(foundId)) return [];
    const after = decide(decisions, foundId, { ...claim, claimId: id });
    return after === speakerId ? [] : [{ id, foundId, before: speakerId, after }];
  });
  await manager.query(
    `UPDATE claim SET speaker_id = (row->>'after')::uuid,
       found_speaker_id = nullif((row->>'foundId')::uuid, (row->>'after')::uuid)
     FROM jsonb_array_elements($1::jsonb) AS rows(row) WHERE claim.id = (row->>'id')::uuid`,
    [JSON.stringify(moves)],
  );
  return new Map(moves.map((move) => [move.id, move]));
}

/** @returns ids of the claims whose chain changed */
async function moveHops(
  manager: EntityManager,
  decisions: readonly HeldDecision[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const hops = await manager.query<(Place & { id: string; depth: number; foundId: string; actorId: string })[]>(
    `SELECT l.claim_id AS id, l.depth, c.article_id AS "articleId", c.source_id AS "sourceId",
            coalesce(l.found_actor_id, l.actor_id) AS "foundId", l.actor_id AS "actorId"
     FROM attribution_link l JOIN claim c ON c.id = l.claim_id
     WHERE l.actor_id = ANY($1::uuid[]) AND (l.found_actor_id IS NOT NULL OR l.actor_id = ANY($2::uuid[]))`,
    [ids, decisions.flatMap(({ fromIds }) => fromIds)],
  );
  const moves = hops.flatMap((hop) => {
    if (!ids.includes(hop.foundId)) return [];
    const after = decide(decisions, hop.foundId, { ...hop, claimId: hop.id });
    return after === hop.actorId ? [] : [{ id: hop.id, depth: hop.depth, foundId: hop.foundId, after }];
  });
  await manager.query(
    `UPDATE attribution_link l SET actor_id = (row->>'after')::uuid,
       found_actor_id = nullif((row->>'foundId')::uuid, (row->>'after')::uuid)
     FROM jsonb_array_elements($1::jsonb) AS rows(row)
     WHERE l.claim_id = (row->>'id')::uuid AND l.depth = (row->>'depth')::integer`,
    [JSON.stringify(moves)],
  );
  return new Set(moves.map(({ id }) => id));
}

/** Of whom all is said of another now: the ids lead there. A split that was reverted leaves its actor to where it came from. */
async function markMerged(
  manager: EntityManager,
  decisions: readonly HeldDecision[],
  ids: readonly string[],
  origins: ReadonlyMap<string, string>,
): Promise<void> {
  const used = new Set(decisions.map(({ intoId }) => intoId));
  const originOf = (id: string): string => {
    const origin = used.has(id) ? undefined : origins.get(id);
    return origin === undefined ? id : originOf(origin);
  };
  const targets = ids.map((id) => {
    const after = decide(decisions, originOf(id), null);
    return { id, into: after === id ? null : after };
  });
  const [rows] = await manager.query<[(SearchedActor & { isMerged: boolean })[], number]>(
    `UPDATE actor SET merged_into_id = (row->>'into')::uuid FROM jsonb_array_elements($1::jsonb) AS rows(row)
     WHERE actor.id = (row->>'id')::uuid
     RETURNING actor.id, actor.name, actor.aliases, actor.scope, actor.merged_into_id IS NOT NULL AS "isMerged"`,
    [JSON.stringify(targets)],
  );
  await manager.query('DELETE FROM actor_search WHERE id = ANY($1::uuid[])', [
    rows.filter(({ isMerged }) => isMerged).map(({ id }) => id),
  ]);
  await saveActorSearch(
    manager,
    rows.filter(({ isMerged }) => !isMerged),
    new Date(0),
  );
}

async function changesOf(
  manager: EntityManager,
  claims: readonly StoredClaim[],
  speakers: ReadonlyMap<string, Move>,
  chains: ReadonlySet<string>,
): Promise<NewClaimChange[]> {
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  const others = [...chains].filter((id) => !known.has(id));
  const more = await manager.query<StoredClaim[]>(
    `SELECT id, article_id AS "articleId", source_id AS "sourceId", event_id AS "eventId", kind,
            retracted_at IS NOT NULL AS "isRetracted", speaker_id AS "foundId", speaker_id AS "speakerId"
     FROM claim WHERE id = ANY($1::uuid[]) ORDER BY published_at, article_id, start, id`,
    [others],
  );
  return [...claims, ...more]
    .filter(({ id, isRetracted }) => !isRetracted && (speakers.has(id) || chains.has(id)))
    .map(({ id, articleId, sourceId, eventId, kind, speakerId }) => {
      const move = speakers.get(id);
      return {
        kind: ClaimChangeKind.CHANGED,
        claimId: id,
        articleId,
        sourceId,
        eventId,
        speakerId: move ? move.after : speakerId,
        previousSpeakerId: move ? move.before : null,
        claimKind: kind,
        changedFields: [...(move ? ['speaker'] : []), ...(chains.has(id) ? ['chain'] : [])],
      };
    });
}

/** Which claims say the same depends a little on who says them. One article makes its whole event anew. */
async function analyseAgain(manager: EntityManager, eventIds: readonly string[]): Promise<void> {
  await manager.query(
    `UPDATE article_version v SET analysis_state = $2, analysis_input_hash = NULL, analysis_attempts = 0
     FROM (SELECT DISTINCT ON (event_id) id, latest_ordinal FROM article WHERE event_id = ANY($1::uuid[])
           ORDER BY event_id, published_at, id) AS a
     WHERE v.article_id = a.id AND v.ordinal = a.latest_ordinal AND v.analysis_state = $3`,
    [eventIds, AnalysisState.PENDING, AnalysisState.DONE],
  );
}
