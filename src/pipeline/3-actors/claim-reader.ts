import { ActorKind, type ChainHop, type FoundClaim } from '../values.js';
import { isOwnedBySpeaker } from './document-owner.js';
import type { Draft } from './draft.js';
import { claimsByHop, isInherited } from './inherited-hops.js';
import { bodyReading } from './phrase.js';
import type { PhraseReader, Surroundings } from './phrase-reader.js';
import type { Registry } from './registry.js';

/** Who says a claim, and who its hops are; null where that can't be told. */
export interface ResolvedClaim {
  readonly speaker: Draft | null;
  /** What the speaker said it in, where that is told as the one who speaks. */
  readonly document: Draft | null;
  readonly hops: readonly (Draft | null)[];
}

const possessive = /^(?:his|her|their|its) /i;

/** Reads who speaks in the claims of one article. Claims must come in the order in which their speakers are named. */
export class ClaimReader {
  /** By where they are named: hops that several claims share, and speakers. */
  private readonly documents = new Map<number, Draft>();
  private readonly whoSaid = new Map<number, Draft>();
  private readonly byHop: ReadonlyMap<number, readonly FoundClaim[]>;
  private lastMedium: Draft | null = null;
  private readonly phrases: PhraseReader;
  private readonly registry: Registry;

  constructor(claims: readonly FoundClaim[], phrases: PhraseReader, registry: Registry) {
    this.byHop = claimsByHop(claims);
    this.phrases = phrases;
    this.registry = registry;
  }

  read(claim: FoundClaim): ResolvedClaim {
    this.phrases.surroundings = this.surroundingsOf(claim);
    const speaker = this.readSpeaker(claim);
    const hops = claim.chain.map((hop) => this.readHop(hop, claim));
    for (const depth of hops.keys()) this.giveOwner(claim, speaker, hops, depth);
    if (speaker && claim.speaker) this.whoSaid.set(claim.speaker.start, speaker);
    if (speaker?.kind !== ActorKind.DOCUMENT || speaker.owner === null) return { speaker, document: null, hops };
    const owner = this.phrases.owners.get(speaker) ?? this.registry.named(bodyReading(speaker.owner));
    this.phrases.used.add(owner);
    return { speaker: owner, document: speaker, hops };
  }

  private surroundingsOf({ chain }: FoundClaim): Surroundings {
    const outer = chain.findLast(({ rule, kind }) => rule === 'around' && kind !== ActorKind.DOCUMENT);
    return {
      isNested: outer !== undefined,
      speaker: outer ? (this.whoSaid.get(outer.start) ?? null) : null,
      carriers: chain.filter(({ kind }) => kind === ActorKind.ORGANIZATION).map(({ text }) => text),
    };
  }

  private readSpeaker(claim: FoundClaim): Draft | null {
    if (!claim.speaker) return null;
    if (claim.speaker.text !== '')
      return this.phrases.read(claim.speaker, claim.in, { isSpeaker: true, content: claim.spans ?? [claim] });
    // The outlet itself, which no words name.
    const speaker = this.registry.named(bodyReading(claim.speaker.name!));
    this.phrases.used.add(speaker);
    return speaker;
  }

  private readHop(hop: ChainHop, claim: FoundClaim): Draft | null {
    let draft = this.documents.get(hop.start) ?? this.phrases.read(hop, claim.in);
    if (!draft || hop.kind !== ActorKind.ORGANIZATION) return draft;
    // "told the paper": the medium before, and no document.
    if (draft.kind === ActorKind.DOCUMENT) draft = this.lastMedium ?? draft;
    // Stage 2 knows a medium by where it stands; nobody is "he" for it.
    if (draft.kind === ActorKind.UNKNOWN || draft.kind === ActorKind.PERSON || draft.kind === ActorKind.DOCUMENT)
      draft.kind = ActorKind.ORGANIZATION;
    if (draft.isNamed) {
      this.lastMedium = draft;
      this.phrases.media.add(draft);
    }
    return draft;
  }

  /** The document of the hop at `depth` is the speaker's, where it stands beside him and is nobody else's. */
  private giveOwner(claim: FoundClaim, speaker: Draft | null, hops: readonly (Draft | null)[], depth: number): void {
    const hop = claim.chain[depth]!;
    const document = hops[depth];
    if (document?.kind !== ActorKind.DOCUMENT) return;
    this.documents.set(hop.start, document);
    const isInnermost = depth === claim.chain.length - 1;
    if (!isInnermost || !speaker || speaker.kind === ActorKind.DOCUMENT) return;
    // What stands around a claim is not its speaker's.
    if (hop.rule === 'around' || isInherited(claim, this.byHop.get(hop.start) ?? [])) return;
    // "a letter published by the Gazette": who carried it is a hop of its own.
    const isCarriers = hops.slice(0, depth).some((other) => other && other === this.phrases.owners.get(document));
    if ((document.owner !== null && !isCarriers) || !isOwnedBySpeaker(hop.text)) return;
    document.owner = speaker.name;
    // "In his memoir, Harrow writes": whose it is stands behind it, and "his" was read as whoever spoke before.
    const isAhead = claim.speaker !== null && hop.start < claim.speaker.start;
    const isAnothers = !document.name.startsWith(speaker.name);
    if (isAhead && isAnothers && possessive.test(hop.text) && document.mentions.size <= 1)
      document.name = hop.text.replace(possessive, '');
  }
}
