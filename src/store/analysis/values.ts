import type { ReprocessedArticle, TakenArticle } from '../reprocessing/articles.js';
import type { Actor, AnalysisMethods, Claim, Derivation, Evidence, TextSpan } from '../../../entities/index.js';
import type { HeldDecision } from '../actors/decisions.js';
import type { PropositionRelationKind, RelationReason } from '../../pipeline/values.js';

/** The latest version of an article with what stages 2 to 5 need of it. */
export interface AnalysedVersion {
  readonly id: string;
  readonly articleId: string;
  readonly sourceId: string;
  readonly sourceName: string;
  /** Whether another outlet has the same name. */
  readonly isNameShared: boolean;
  readonly headline: string;
  readonly text: string;
  readonly language: string | null;
  readonly publishedAt: Date;
  /** The event that the article has already; null when it has none. */
  readonly eventId: string | null;
  readonly inputHash: string | null;
  readonly isDone: boolean;
}

export type ActorRow = Omit<Actor, 'article' | 'roles' | 'mergedIntoId'> & {
  readonly roles: readonly string[];
  /** Whether a user's table gives its name. */
  readonly isListed: boolean;
};

export type EvidenceRow = Omit<Evidence, 'claim' | 'claimId' | 'articleVersion' | 'articleVersionId' | 'part'>;

export interface LinkRow {
  readonly depth: number;
  readonly actorId: string | null;
  /** Whom stage 3 took it for, where that was decided otherwise. */
  readonly foundActorId: string | null;
  readonly text: string;
  readonly cue: string | null;
  readonly owner: string | null;
  readonly isDocument: boolean;
  readonly span: TextSpan;
}

type CueColumns = 'cue' | 'cueClass' | 'cueNegated' | 'cueTense' | 'cueAspect' | 'cueModality' | 'cueVoice';
type OwnColumns = 'id' | 'part' | 'start' | 'text' | 'kind' | 'attitude' | CueColumns | 'speakerText' | 'speakerId';

/** A claim as it is to be stored; article, source, time and event come from its article. */
export type ClaimRow = Pick<Claim, OwnColumns | 'method'> & {
  /** Whom stage 3 took for the speaker, where that was decided otherwise. */
  readonly foundSpeakerId: string | null;
  readonly evidence: EvidenceRow;
  readonly links: readonly LinkRow[];
};

/** Which event the article is put into. */
export interface PlacementRow {
  readonly eventId: string;
  readonly isNewEvent: boolean;
  readonly isRoundup: boolean;
  readonly copyOfId: string | null;
  readonly method: Derivation;
}

export interface PropositionRow {
  readonly id: string;
  readonly text: string;
  readonly claimIds: readonly string[];
  readonly method: Derivation;
}

export interface PropositionRelationRow {
  readonly firstId: string;
  readonly secondId: string;
  readonly relation: PropositionRelationKind;
  readonly score: number;
  readonly reasons: readonly RelationReason[];
  readonly method: Derivation;
}

export interface Reanalysis extends Pick<ReprocessedArticle, 'hasNewVersion' | 'failure'> {
  readonly article: TakenArticle;
  /** Whether its event is chosen anew, because a replaced engine chose it. */
  readonly isPlacedAnew: boolean;
}

/** What stages 2 to 5 made of one version of an article. */
export interface Analysis {
  readonly version: AnalysedVersion;
  readonly inputHash: string;
  readonly note: string | null;
  readonly methods: AnalysisMethods;
  /** Where it computes again what is stored: what for, and how its first stage went. Null for a new version. */
  readonly again: Reanalysis | null;
  readonly actors: readonly ActorRow[];
  /** What was decided about the actors; by it the claims have their speakers. */
  readonly decisions: readonly HeldDecision[];
  readonly claims: readonly ClaimRow[];
  /** Null when the article keeps the event that it has. */
  readonly placement: PlacementRow | null;
  readonly eventTitle: string;
  /** What grouped the event's articles; its confidence null where the article was in it already and says nothing new of that. */
  readonly eventMethod: Omit<Derivation, 'confidence'> & { readonly confidence: number | null };
  /** All propositions of the event, those of other articles too. */
  readonly propositions: readonly PropositionRow[];
  readonly relations: readonly PropositionRelationRow[];
  /** Digest of the candidates that the placement chose from, as {@link neighbourDigest} gives it. */
  readonly neighbourDigest: string;
  /** Digest of the other claims that the propositions were made of, as {@link eventClaimsDigest} gives it. */
  readonly eventClaimsDigest: string;
}
