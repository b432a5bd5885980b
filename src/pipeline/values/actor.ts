import type { FoundClaim } from './claim.js';
import type { Extract, TextPart } from './span.js';

export enum ActorKind {
  PERSON = 'PERSON',
  ORGANIZATION = 'ORGANIZATION',
  COUNTRY = 'COUNTRY',
  /** Several people spoken of together: "two officials". */
  GROUP = 'GROUP',
  DOCUMENT = 'DOCUMENT',
  UNKNOWN = 'UNKNOWN',
}

/** How far the identity of a resolved actor reaches. */
export enum ActorScope {
  /** A name that means the same everywhere: its key is shared by all articles. */
  EVERYWHERE = 'EVERYWHERE',
  /** Known only inside its article: "a senior official", a bare surname, a role without a name. */
  ARTICLE = 'ARTICLE',
}

/** An actor of a user's table (`parallax actors import`). */
export interface ListedActor {
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-2; null when not given. */
  readonly country: string | null;
  readonly wikidataId: string | null;
  /** Normalised forms of its names, as stage 3 looks names up; those that another actor of the table has too left out. */
  readonly forms: readonly string[];
}

export interface ActorMention extends Extract {
  readonly in: TextPart;
}

/** Somebody who speaks or is spoken of, as stage 3 sees them inside one article. */
export interface ResolvedActor {
  /** Normalised, unique inside the article; with scope EVERYWHERE the same in every article. E.g. `person:jens stoltenberg`. */
  readonly key: string;
  readonly scope: ActorScope;
  /** Canonical name: the fullest form in the article, or of the gazetteer. */
  readonly name: string;
  readonly kind: ActorKind;
  /** Other forms seen ("Mr Stoltenberg", "Stoltenberg"). */
  readonly aliases: readonly string[];
  /** Roles and titles seen ("NATO secretary general"). */
  readonly roles: readonly string[];
  /** ISO 3166-1 alpha-2; null when unknown. */
  readonly country: string | null;
  readonly wikidataId: string | null;
  /** Whether a user's table gives its name. */
  readonly isListed: boolean;
  readonly mentions: readonly ActorMention[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** What stage 3 makes of the claims of one article. */
export interface ActorResult {
  readonly actors: readonly ResolvedActor[];
  /** The same claims in the same order, with `speaker` and `chain` resolved. */
  readonly claims: readonly FoundClaim[];
}
