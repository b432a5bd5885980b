import { identify } from '../pipeline/3-actors/identity.js';
import {
  ActorKind,
  ActorScope,
  TextPart,
  type ChainHop,
  type FoundClaim,
  type ResolvedActor,
  type Span,
} from '../pipeline/values.js';
import type { ActorRow, AnalysedVersion, ClaimRow, LinkRow } from '../store/analysis/values.js';
import { claimIdentifier, stableId } from '../store/identity.js';
import { methods } from './methods.js';

/** How much of the text before and after a claim is kept with it, so that it can be found again in a changed text. */
const contextLength = 32;

const onlySpan = ({ start, end }: Span) => ({ start, end });

/**
 * An actor known only inside its article has a key that holds only there. An outlet that speaks for itself is told by its Source
 * where its name does not tell it: there are Heralds in many cities.
 */
function keyOf(
  actor: ResolvedActor,
  version: AnalysedVersion,
  isOutlet: boolean,
  isDouble: boolean,
): Pick<ActorRow, 'key' | 'scope'> {
  if (isOutlet && (version.isNameShared || actor.scope === ActorScope.ARTICLE)) {
    return { key: `source:${version.sourceId}`, scope: ActorScope.EVERYWHERE };
  }
  const { scope } = actor;
  const key = isDouble ? identify({ ...actor, isNamed: true }, true).key : actor.key;
  return { key: scope === ActorScope.EVERYWHERE ? key : `${version.articleId} ${key}`, scope };
}

/**
 * The actors who speak or relay, as rows; those only spoken of are not stored.
 * @param doubles keys of people whose middle initial tells them from others of their name
 */
export function actorRows(
  version: AnalysedVersion,
  actors: readonly ResolvedActor[],
  claims: readonly FoundClaim[],
  inputHash: string,
  doubles: ReadonlySet<string> = new Set(),
): { rows: ActorRow[]; idByKey: ReadonlyMap<string, string> } {
  const speaking = new Set(claims.flatMap((claim) => [claim.speaker?.actor, ...claim.chain.map((hop) => hop.actor)]));
  const outlets = new Set(claims.flatMap(({ speaker }) => (speaker?.text === '' ? [speaker.actor] : [])));
  const rows = actors
    .filter(({ key }) => speaking.has(key))
    .map((actor) => {
      const { key, scope } = keyOf(actor, version, outlets.has(actor.key), doubles.has(actor.key));
      return {
        id: stableId('actor', key),
        key,
        name: actor.name,
        kind: actor.kind,
        scope,
        articleId: scope === ActorScope.ARTICLE ? version.articleId : null,
        aliases: actor.aliases.filter((alias) => alias !== actor.name),
        roles: actor.roles,
        country: actor.country,
        wikidataId: actor.wikidataId,
        isListed: actor.isListed,
        method: { ...methods.actors, confidence: actor.confidence, inputHash },
        resolvedKey: actor.key,
      };
    });
  return {
    rows: rows.map(({ resolvedKey: _, ...row }) => row),
    idByKey: new Map(rows.map(({ resolvedKey, id }) => [resolvedKey, id])),
  };
}

/** The claims of one version as rows, each with where it stands and through whom it came. */
export function claimRows(
  version: AnalysedVersion,
  claims: readonly FoundClaim[],
  actorIds: ReadonlyMap<string, string>,
  inputHash: string,
): ClaimRow[] {
  const identify = claimIdentifier(version.articleId);
  const actorId = (key: string | null | undefined) => (key == null ? null : (actorIds.get(key) ?? null));
  return claims.map((claim) => {
    const text = claim.in === TextPart.TEXT ? version.text : version.headline;
    return {
      id: identify(claim.in, claim.text),
      part: claim.in,
      start: claim.start,
      text: claim.text,
      kind: claim.kind,
      attitude: claim.attitude,
      cue: claim.cue?.text ?? null,
      cueClass: claim.cue?.class ?? null,
      cueNegated: claim.cue?.negated ?? null,
      cueTense: claim.cue?.tense ?? null,
      cueAspect: claim.cue?.aspect ?? null,
      cueModality: claim.cue?.modality ?? null,
      cueVoice: claim.cue?.voice ?? null,
      speakerText: claim.speaker?.text || null,
      speakerId: actorId(claim.speaker?.actor),
      foundSpeakerId: null,
      method: { ...methods.claims, rule: claim.rule, confidence: claim.confidence, inputHash },
      evidence: {
        start: claim.start,
        end: claim.end,
        exact: claim.text,
        ...contextOf(text, claim.start, claim.end),
        spans: (claim.spans ?? [claim]).map(onlySpan),
        cueSpan: claim.cue === null ? null : onlySpan(claim.cue),
        speakerSpan: claim.speaker === null || claim.speaker.text === '' ? null : onlySpan(claim.speaker),
      },
      links: claim.chain.map((hop) => linkRow(hop, actorId(hop.actor))),
    };
  });
}

/** What stands around a claim; a character of two code units that the length would cut in half is left out. */
function contextOf(text: string, start: number, end: number): { prefix: string; suffix: string } {
  return {
    prefix: text.slice(Math.max(0, start - contextLength), start).replace(/^[\udc00-\udfff]/, ''),
    suffix: text.slice(end, end + contextLength).replace(/[\ud800-\udbff]$/, ''),
  };
}

function linkRow(hop: ChainHop, actorId: string | null): LinkRow {
  return {
    depth: hop.depth,
    actorId,
    foundActorId: null,
    text: hop.text,
    cue: hop.cue,
    owner: hop.owner,
    isDocument: hop.kind === ActorKind.DOCUMENT,
    span: onlySpan(hop),
  };
}
