import { ActorKind, TextPart, type ActorResult, type ClaimInput, type FoundClaim } from '../values.js';
import { ClaimReader, type ResolvedClaim } from './claim-reader.js';
import { complete } from './complete.js';
import { bodyReading } from './phrase.js';
import { PhraseReader } from './phrase-reader.js';
import { Registry } from './registry.js';
import { identityOf, resolvedActors } from './resolved-actors.js';

/** Where a claim's speaker is named, else the claim; headlines stand in front of all. */
const position = (claim: FoundClaim): number =>
  (claim.in === TextPart.HEADLINE ? -1e9 : 0) +
  (claim.speaker && claim.speaker.text !== '' ? claim.speaker.start : claim.start);

/** Steps 1 to 5 of resolveActors. */
export function resolveSpeakers(input: ClaimInput, claims: readonly FoundClaim[]): ActorResult {
  const registry = new Registry(input.listedActors);
  // The outlet's own name is no person's, whatever its words.
  const outlet = input.source ? registry.named(bodyReading(input.source)) : null;
  const phrases = new PhraseReader(input, registry);
  const reader = new ClaimReader(claims, phrases, registry);
  // In the order in which speakers are named, so that pronouns find who spoke before.
  const resolved = new Map<FoundClaim, ResolvedClaim>();
  for (const claim of claims.toSorted((a, b) => position(a) - position(b))) resolved.set(claim, reader.read(claim));
  const done = claims.map((claim) => complete(claim, resolved.get(claim)!, registry.drafts, outlet));
  const keys = new Set([...phrases.used].map((draft) => identityOf(draft, registry.drafts).key));
  const actors = resolvedActors(registry.drafts).filter(
    (actor) => keys.has(actor.key) || (actor.mentions.length > 0 && actor.kind !== ActorKind.UNKNOWN),
  );
  return { actors, claims: done };
}
