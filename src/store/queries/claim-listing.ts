import { Claim } from '../../../entities/index.js';
import type { Attitude, ClaimKind, CueClass, CueModality, CueTense, TextPart } from '../../pipeline/values.js';
import { narrowing, type Range } from './narrowing.js';
import { OrderDirection, type Listings } from './order.js';
import type { Bind } from './page.js';

export enum ClaimOrderField {
  PUBLISHED_AT = 'PUBLISHED_AT',
  PLACE = 'PLACE',
}

export interface ClaimNarrowing {
  readonly sources?: readonly string[] | null;
  readonly speakers?: readonly string[] | null;
  readonly events?: readonly string[] | null;
  readonly articles?: readonly string[] | null;
  readonly propositions?: readonly string[] | null;
  readonly kinds?: readonly ClaimKind[] | null;
  readonly attitudes?: readonly Attitude[] | null;
  readonly cueClasses?: readonly CueClass[] | null;
  readonly isCueNegated?: boolean | null;
  readonly cueTenses?: readonly CueTense[] | null;
  readonly cueModalities?: readonly CueModality[] | null;
  readonly in?: readonly TextPart[] | null;
  /** Between the outlet and the speaker. */
  readonly hops?: Range<number> | null;
  readonly publishedAt?: Range<Date> | null;
  readonly includeRetracted?: boolean | null;
}

/**
 * A chain has as many hops or more when it has one at this place, since its hops are numbered from 1 without gaps. Looked
 * up so, and not counted for every claim, the key of the hops answers, or all that stand so deep are found at once.
 */
const hasHop = (place: string) =>
  `EXISTS (SELECT FROM attribution_link hop WHERE hop.claim_id = row.id AND hop.depth = ${place}::integer)`;

const positive = (number: number | null | undefined) => (number && number > 0 ? number : null);

function narrow(filter: ClaimNarrowing, bind: Bind): readonly string[] {
  const { conditions } = narrowing(bind)
    .byAny(filter.sources, 'uuid', (is) => `row.source_id ${is}`)
    .byAnySpeaker(filter.speakers, (is) => `row.speaker_id ${is}`)
    .byAny(filter.events, 'uuid', (is) => `row.event_id ${is}`)
    .byAny(filter.articles, 'uuid', (is) => `row.article_id ${is}`)
    .byAny(filter.propositions, 'uuid', (is) => `row.proposition_id ${is}`)
    .byAny(filter.kinds, 'text', (is) => `row.kind ${is}`)
    .byAny(filter.attitudes, 'text', (is) => `row.attitude ${is}`)
    .byAny(filter.cueClasses, 'text', (is) => `row.cue_class ${is}`)
    .by(filter.isCueNegated, (isNegated) => `row.cue_negated = ${isNegated}::boolean`)
    .byAny(filter.cueTenses, 'text', (is) => `row.cue_tense ${is}`)
    .byAny(filter.cueModalities, 'text', (is) => `row.cue_modality ${is}`)
    .byAny(filter.in, 'text', (is) => `row.part ${is}`)
    .by(positive(filter.hops?.from), hasHop)
    .by(filter.hops?.to, (to) => (positive(filter.hops?.to) === null ? `${to}::integer > 0` : `NOT ${hasHop(to)}`))
    .byRange(filter.publishedAt, 'timestamptz', 'row.published_at');
  return filter.includeRetracted ? conditions : [...conditions, 'row.retracted_at IS NULL'];
}

/** Claims. */
export const claimListing: Listings<Claim, ClaimNarrowing, ClaimOrderField> = {
  name: 'claims',
  entity: Claim,
  orders: {
    PUBLISHED_AT: [
      { property: 'publishedAt', type: 'timestamptz' },
      { property: 'id', type: 'uuid' },
    ],
    // As a reader meets them: the headline's, then the text's. The article stands first, since a place is one in an article.
    PLACE: [
      { property: 'articleId', type: 'uuid' },
      { property: 'part', type: 'text' },
      { property: 'start', type: 'integer' },
      { property: 'id', type: 'uuid' },
    ],
  },
  usual: { field: ClaimOrderField.PUBLISHED_AT, direction: OrderDirection.DESC },
  link: null,
  narrow,
};

export const claimsOfSources = { ...claimListing, link: 'row.source_id = parent.id' };
export const claimsOfEvents = { ...claimListing, link: 'row.event_id = parent.id' };
export const claimsOfActors = { ...claimListing, link: 'row.speaker_id = parent.id' };
export const claimsOfPropositions = { ...claimListing, link: 'row.proposition_id = parent.id' };

export const claimsOfArticles: typeof claimListing = {
  ...claimListing,
  usual: { field: ClaimOrderField.PLACE, direction: OrderDirection.ASC },
  link: 'row.article_id = parent.id',
};

/** The claims of other outlets that say the same. */
export const siblingsOfClaims: typeof claimListing = {
  ...claimListing,
  link: `row.proposition_id = (SELECT claim.proposition_id FROM claim WHERE claim.id = parent.id)
    AND row.source_id <> (SELECT claim.source_id FROM claim WHERE claim.id = parent.id)`,
};
