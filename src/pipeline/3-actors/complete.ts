import { ActorKind, type ChainHop, type Extract, type FoundClaim, type Speaker } from '../values.js';
import type { ResolvedClaim } from './claim-reader.js';
import type { Draft } from './draft.js';
import { identityOf } from './resolved-actors.js';

/** Name of a document with its owner: "China Daily editorial". */
function documentName(document: Draft): string {
  const bare = document.name.replace(/^(?:an?|the|this|its|his|her|their) /i, '');
  const { owner } = document;
  if (!owner || bare.includes(owner.replace(/^(?:an?|the) /i, ''))) return bare;
  // "Demos survey", but "the pilot's affidavit"
  return /^\p{Ll}/u.test(owner) ? `${owner}${owner.endsWith('s') ? "'" : "'s"} ${bare}` : `${owner} ${bare}`;
}

/**
 * The claim with whom its speaker and its hops are, by their drafts.
 * @param drafts all of the article
 * @param outlet whose article it is, which is no hop of its own
 */
export function complete(
  claim: FoundClaim,
  found: ResolvedClaim,
  drafts: readonly Draft[],
  outlet: Draft | null,
): FoundClaim {
  const describe = (draft: Draft | null): { name: string | null; kind: ActorKind | null; actor: string | null } =>
    draft
      ? {
          name: draft.kind === ActorKind.DOCUMENT ? documentName(draft) : draft.name,
          kind: draft.kind,
          actor: identityOf(draft, drafts).key,
        }
      : { name: null, kind: null, actor: null };
  const speaker: Speaker | null = claim.speaker ? { ...claim.speaker, ...describe(found.speaker) } : null;
  const chain: ChainHop[] = [];
  const push = (hop: Extract, draft: Draft | null, cue: string | null, rule: string): void => {
    // Whoever speaks is no hop of his own claim, and nobody is a hop twice in a row.
    if (draft && draft === found.speaker) return;
    // "told the Gazette" in the Gazette.
    if (draft && draft === outlet) return;
    const described = describe(draft);
    if (described.actor !== null && chain.at(-1)?.actor === described.actor) return;
    const owner = draft?.kind === ActorKind.DOCUMENT ? draft.owner : null;
    chain.push({
      start: hop.start,
      end: hop.end,
      text: hop.text,
      depth: chain.length + 1,
      cue,
      owner,
      held: false,
      rule,
      ...described,
    });
  };
  claim.chain.forEach((hop, index) => push(hop, found.hops[index] ?? null, hop.cue, hop.rule));
  if (found.document && claim.speaker) push(claim.speaker, found.document, null, 'speaking-document');
  return { ...claim, speaker, chain };
}
