import type { EntityManager } from 'typeorm';
import { readPersonName } from '../pipeline/3-actors/person-name.js';
import { ActorKind, ActorScope, type ResolvedActor } from '../pipeline/values.js';
import { decide, loadDecisions, type HeldDecision } from '../store/actors/decisions.js';
import { loadKeys, loadNamesSeen } from '../store/actors/load.js';
import type { ActorRow, AnalysedVersion, ClaimRow } from '../store/analysis/values.js';
import { stableId } from '../store/identity.js';

/** What was decided about the actors of an article, and what its claims are by it. */
export interface DecidedClaims {
  readonly decisions: readonly HeldDecision[];
  readonly claims: readonly ClaimRow[];
  /** Keys of the actors that speak, by id. */
  readonly actorKeys: ReadonlyMap<string, string>;
}

export async function applyDecisions(
  manager: EntityManager,
  version: AnalysedVersion,
  actors: readonly ActorRow[],
  found: readonly ClaimRow[],
): Promise<DecidedClaims> {
  const keys = new Map(actors.map(({ id, key }) => [id, key]));
  const decisions = await loadDecisions(manager, keys.keys());
  if (decisions.length === 0) return { decisions, claims: found, actorKeys: keys };
  const others = await loadKeys(
    manager,
    decisions.map(({ intoId }) => intoId),
  );
  return { decisions, claims: decidedClaims(version, found, decisions), actorKeys: new Map([...keys, ...others]) };
}

/** The claims with the speakers and hops that they have by what was decided. */
function decidedClaims(
  { articleId, sourceId }: AnalysedVersion,
  claims: readonly ClaimRow[],
  decisions: readonly HeldDecision[],
): readonly ClaimRow[] {
  return claims.map((claim) => {
    const decided = (id: string | null) =>
      id === null ? null : decide(decisions, id, { articleId, sourceId, claimId: claim.id });
    const speakerId = decided(claim.speakerId);
    return {
      ...claim,
      speakerId,
      foundSpeakerId: speakerId === claim.speakerId ? null : claim.speakerId,
      links: claim.links.map((link) => {
        const actorId = decided(link.actorId);
        return { ...link, actorId, foundActorId: actorId === link.actorId ? null : link.actorId };
      }),
    };
  });
}

/**
 * Keys of people who have the name of somebody in other articles but for another middle initial: John B. Smith, where
 * others speak of John A. Smith. Known failure: who has been seen first keeps the name without an initial.
 */
export async function findDoubles(
  manager: EntityManager,
  version: AnalysedVersion,
  actors: readonly ResolvedActor[],
): Promise<ReadonlySet<string>> {
  const middles = new Map<string, { readonly key: string; readonly middle: string }>();
  for (const { key, kind, scope, name } of actors) {
    if (kind !== ActorKind.PERSON || scope !== ActorScope.EVERYWHERE) continue;
    const { middle } = readPersonName(name);
    if (middle !== '') middles.set(stableId('actor', key), { key, middle });
  }
  if (middles.size === 0) return new Set();
  const seen = await loadNamesSeen(manager, [...middles.keys()], version.articleId);
  const doubles = new Set<string>();
  for (const { id, name } of seen) {
    const own = middles.get(id);
    const { middle } = readPersonName(name);
    if (own && middle !== '' && middle !== own.middle) doubles.add(own.key);
  }
  return doubles;
}
