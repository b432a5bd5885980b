import type { ActorKind } from './actor.js';
import type { Attitude, ClaimKind, CueClass } from './claim.js';
import type { Genre, SourceKind, TimePrecision } from './article.js';
import type { PropositionRelationKind, RelationReason } from './proposition.js';

/** Whether an estimate can be leaned on. */
export enum Reliability {
  SUFFICIENT = 'SUFFICIENT',
  /** Fewer than 5 independent articles. */
  INSUFFICIENT = 'INSUFFICIENT',
}

/** A figure with its uncertainty. Intervals are 95 %, by bootstrap over articles; null when n is under 2. */
export interface Estimate {
  /** null when nothing could be counted. */
  readonly value: number | null;
  /** Number of independent articles behind it. */
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly method: string;
  readonly reliability: Reliability;
}

/** What one outlet does with one proposition. */
export enum PropositionStatus {
  /** In the outlet's own voice. */
  ASSERTED = 'ASSERTED',
  /** Said by somebody whom the outlet names or describes. */
  ATTRIBUTED = 'ATTRIBUTED',
  /** Reported together with its denial, or only as denied. */
  DENIED = 'DENIED',
  /** The outlet's full texts on this event were searched, and it was not found. */
  NOT_REPORTED = 'NOT_REPORTED',
  /** Not found, but a text of this outlet was cut off, so it may be there. */
  TRUNCATED = 'TRUNCATED',
  /** A text of this outlet could not be read, having no rules for its language or being too long, so it may be there. */
  NOT_READ = 'NOT_READ',
  /** The outlet has no article on this event here. */
  NO_COVERAGE = 'NO_COVERAGE',
}

export enum PropositionAgreement {
  /** Two or more independent outlets report it and nothing found here conflicts with it. */
  AGREED = 'AGREED',
  SINGLE = 'SINGLE',
  DISPUTED = 'DISPUTED',
  UPDATED = 'UPDATED',
}

export interface ComparedSource {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly country: string | null;
}

export interface ComparedArticle {
  readonly id: string;
  readonly sourceId: string;
  readonly headline: string;
  readonly text: string;
  readonly genre: Genre;
  /** ISO 8601 in UTC; midnight when only the day is known. */
  readonly publishedAt: string;
  /** Null when the document gives no date, so that the time it was first seen stands in. */
  readonly publishedAtPrecision: TimePrecision | null;
  /** Id of the article it copies (wire copy); null when independent. */
  readonly copyOf: string | null;
  /** Whether only a part of the text was to be had (paywall, cut-off). */
  readonly isTruncated: boolean;
  /** Whether no claims were looked for in it: it is in another language than the rules, or too long. */
  readonly isUnread: boolean;
}

export interface ComparedClaim {
  readonly id: string;
  readonly articleId: string;
  readonly propositionId: string | null;
  readonly kind: ClaimKind;
  readonly attitude: Attitude;
  readonly cueClass: CueClass | null;
  /** Null without a cue, and where the claim was found before cues had it. */
  readonly cueNegated: boolean | null;
  readonly cue: string | null;
  readonly inHeadline: boolean;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly speakerId: string | null;
  /** Number of hops between outlet and speaker. */
  readonly chainLength: number;
}

export interface ComparedActor {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** Unnamed in the text: "a senior official". */
  readonly isAnonymous: boolean;
}

export interface ComparedProposition {
  readonly id: string;
  readonly text: string;
}

export interface ComparedRelation {
  readonly firstId: string;
  readonly secondId: string;
  readonly relation: PropositionRelationKind;
  readonly reasons: readonly RelationReason[];
}

/** Everything stage 6 reads: one event, whole. */
export interface ComparisonInput {
  readonly eventId: string;
  /** Every outlet to compare, also one without coverage. */
  readonly sources: readonly ComparedSource[];
  readonly articles: readonly ComparedArticle[];
  readonly claims: readonly ComparedClaim[];
  readonly actors: readonly ComparedActor[];
  readonly propositions: readonly ComparedProposition[];
  readonly relations: readonly ComparedRelation[];
}

/** At least and at most so many hours; both the same when the times are exact. */
export interface HourRange {
  readonly low: number;
  readonly high: number;
}

export interface SourceCoverage {
  readonly sourceId: string;
  readonly articles: number;
  /** Articles that copy no earlier one. */
  readonly independentArticles: number;
  readonly words: number;
  /** ISO 8601 in UTC; null without coverage. */
  readonly firstPublishedAt: string | null;
  /** Hours after the first report of any outlet compared; null without coverage. */
  readonly lagHours: HourRange | null;
  /** Ids of the articles, earliest first. */
  readonly articleIds: readonly string[];
}

/** Articles of several outlets that print the same text; they count once. */
export interface WireGroup {
  readonly originalArticleId: string;
  readonly articleIds: readonly string[];
  readonly sourceIds: readonly string[];
}

export interface VoiceShare {
  /** null: claims whose speaker is not known. */
  readonly actorId: string | null;
  readonly claims: number;
  readonly shareOfClaims: Estimate;
  readonly shareOfWords: Estimate;
  /** Of this actor's claims, the part that is verbatim. */
  readonly directShare: Estimate;
  /** Mean place of its claims in the text, 0 the beginning, 1 the end. */
  readonly meanPosition: number | null;
  readonly inHeadline: number;
  readonly claimIds: readonly string[];
}

export interface SourceVoices {
  readonly sourceId: string;
  /** Attributed claims in independent articles. */
  readonly claims: number;
  readonly voices: readonly VoiceShare[];
  /** Shannon entropy of the speakers, in bits. */
  readonly entropy: Estimate;
  /** Gini coefficient of the speakers' claims, 0 equal, towards 1 concentrated. */
  readonly gini: Estimate;
  readonly anonymousShare: Estimate;
  /** Part of the claims that reach the outlet through at least one hop. */
  readonly secondHandShare: Estimate;
}

/** How differently two outlets share out their claims among speakers. */
export interface VoiceDivergence {
  readonly firstSourceId: string;
  readonly secondSourceId: string;
  /** Jensen–Shannon divergence in bits minus its mean when articles are dealt out at random. */
  readonly excess: Estimate;
}

/** A sentence of an article's text. Offsets count in that text. */
export interface SearchedPassage {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** How like the proposition it is: 0 to 1. */
  readonly score: number;
}

export interface PropositionCell {
  readonly sourceId: string;
  readonly status: PropositionStatus;
  /** Claims of this outlet that carry or deny the proposition: its evidence. Empty for the statuses from NOT_REPORTED on. */
  readonly claimIds: readonly string[];
  /** Evidence that is in no claim: a sentence that the search of the full text found to say it. */
  readonly passages: readonly SearchedPassage[];
  /** Where the search found nothing that says it: the sentence that came nearest; null when none was like it. */
  readonly nearest: SearchedPassage | null;
  /** Articles of this outlet that were searched; empty where its claims were enough. */
  readonly searchedArticleIds: readonly string[];
}

export interface PropositionConflict {
  /** The other proposition. In `reasons`, `first` is this row's value and `second` the other's. */
  readonly propositionId: string;
  readonly relation: PropositionRelationKind;
  readonly reasons: readonly RelationReason[];
}

export interface PropositionRow {
  readonly propositionId: string;
  readonly agreement: PropositionAgreement;
  /** Outlets that report it, wire copies counted once. */
  readonly independentSources: number;
  readonly cells: readonly PropositionCell[];
  readonly conflicts: readonly PropositionConflict[];
}

/**
 * A proposition that at least half of the other independent outlets (and two or more of them) report, and of which
 * nothing like it was found in the full text of this one.
 */
export interface Blindspot {
  readonly sourceId: string;
  readonly propositionId: string;
  readonly reportedBySourceIds: readonly string[];
  readonly searchedArticleIds: readonly string[];
}

/** Something that was not computed, or that limits what was. */
export interface ComparisonLimit {
  readonly code: string;
  readonly sentence: string;
}

export interface Comparison {
  readonly eventId: string;
  readonly coverage: readonly SourceCoverage[];
  readonly wireGroups: readonly WireGroup[];
  readonly voices: readonly SourceVoices[];
  readonly divergences: readonly VoiceDivergence[];
  readonly propositions: readonly PropositionRow[];
  readonly blindspots: readonly Blindspot[];
  readonly limits: readonly ComparisonLimit[];
}
