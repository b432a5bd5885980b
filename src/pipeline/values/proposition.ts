import type { Attitude, ClaimKind, CueClass } from './claim.js';

/** How two propositions, or two sentences, relate. */
export enum PropositionRelationKind {
  EQUIVALENT = 'EQUIVALENT',
  /** The first says all that the second says, and more. */
  REFINES = 'REFINES',
  /** Both may have been right at their time: a later figure. */
  UPDATES = 'UPDATES',
  /** Number, date, polarity or attribution cannot both be right. */
  CONTRADICTS = 'CONTRADICTS',
  RELATED = 'RELATED',
  UNRELATED = 'UNRELATED',
}

/** What made two sentences alike or different. */
export interface RelationReason {
  /** e.g. `NUMBER`, `DATE`, `POLARITY`, `ATTRIBUTION`, `WORDS`. */
  readonly aspect: string;
  /** A sentence a reader can check: "12 injured against 30 injured". */
  readonly detail: string;
  /** The conflicting or agreeing value on each side, where there is one. */
  readonly first: string | null;
  readonly second: string | null;
}

export interface SentenceRelation {
  readonly relation: PropositionRelationKind;
  /** 0 to 1: how alike the two are; low for an unclear RELATED. */
  readonly score: number;
  readonly reasons: readonly RelationReason[];
  /** With REFINES: which of the two says more. Between groups always FIRST. */
  readonly finer?: 'FIRST' | 'SECOND';
}

/** A claim as stage 5 lines it up with others. */
export interface PropositionClaim {
  readonly id: string;
  readonly text: string;
  readonly kind: ClaimKind;
  readonly attitude: Attitude;
  readonly cueClass: CueClass | null;
  /** Null without a cue, and where the claim was found before cues had it. */
  readonly cueNegated: boolean | null;
  readonly articleId: string;
  readonly sourceId: string;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string;
  /** Key of the speaker's actor; null when unknown. */
  readonly speaker: string | null;
}

/** Claims that say the same thing. */
export interface PropositionGroup {
  /** At least one; a claim is in exactly one group. */
  readonly claimIds: readonly string[];
  /** The claim whose words stand for the group. */
  readonly representative: string;
  /** 0 to 1: the weakest link inside the group (complete link). */
  readonly confidence: number;
}

/** A relation between two groups, by their index in `groups`. */
export interface GroupRelation extends SentenceRelation {
  readonly first: number;
  readonly second: number;
}

export interface PropositionResult {
  readonly groups: readonly PropositionGroup[];
  /** Only relations other than UNRELATED and EQUIVALENT. */
  readonly relations: readonly GroupRelation[];
}
