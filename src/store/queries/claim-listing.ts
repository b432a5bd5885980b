import { Claim } from '../../../entities/index.js';
import type { Attitude, ClaimKind, TextPart } from '../../pipeline/values.js';
import { narrowing } from './narrowing.js';
import type { Bind, Listing } from './page.js';

export interface ClaimNarrowing {
  readonly source?: string | null;
  /** The speaker. */
  readonly actor?: string | null;
  readonly event?: string | null;
  readonly article?: string | null;
  readonly proposition?: string | null;
  readonly kind?: ClaimKind | null;
  readonly attitude?: Attitude | null;
  readonly in?: TextPart | null;
  /** Between the outlet and the speaker. */
  readonly minimumHops?: number | null;
  readonly publishedFrom?: Date | null;
  /** Exclusive. */
  readonly publishedTo?: Date | null;
  readonly includeRetracted?: boolean | null;
}

function narrow(filter: ClaimNarrowing, bind: Bind): readonly string[] {
  const { conditions } = narrowing(bind)
    .by(filter.source, (source) => `row.source_id = ${source}::uuid`)
    .by(filter.actor, (actor) => `row.speaker_id = ${actor}::uuid`)
    .by(filter.event, (event) => `row.event_id = ${event}::uuid`)
    .by(filter.article, (article) => `row.article_id = ${article}::uuid`)
    .by(filter.proposition, (proposition) => `row.proposition_id = ${proposition}::uuid`)
    .by(filter.kind, (kind) => `row.kind = ${kind}`)
    .by(filter.attitude, (attitude) => `row.attitude = ${attitude}`)
    .by(filter.in, (part) => `row.part = ${part}`)
    .by(
      filter.minimumHops,
      (hops) => `${hops}::integer <= (SELECT count(*) FROM attribution_link hop WHERE hop.claim_id = row.id)`,
    )
    .by(filter.publishedFrom, (from) => `row.published_at >= ${from}::timestamptz`)
    .by(filter.publishedTo, (to) => `row.published_at < ${to}::timestamptz`);
  return filter.includeRetracted ? conditions : [...conditions, 'row.retracted_at IS NULL'];
}

/** Claims, those of the latest articles first. */
export const claimListing: Listing<Claim, ClaimNarrowing> = {
  name: 'claims by publishedAt',
  entity: Claim,
  order: [
    { property: 'publishedAt', type: 'timestamptz' },
    { property: 'id', type: 'uuid' },
  ],
  isDescending: true,
  link: null,
  narrow,
};

export const claimsOfEvents = { ...claimListing, link: 'row.event_id = parent.id' };
export const claimsOfActors = { ...claimListing, link: 'row.speaker_id = parent.id' };
export const claimsOfPropositions = { ...claimListing, link: 'row.proposition_id = parent.id' };

/** The claims of an article as a reader meets them: the headline's, then the text's in their order. */
export const claimsOfArticles: Listing<Claim, ClaimNarrowing> = {
  name: 'claims by place',
  entity: Claim,
  order: [
    { property: 'part', type: 'text' },
    { property: 'start', type: 'integer' },
    { property: 'id', type: 'uuid' },
  ],
  isDescending: false,
  link: 'row.article_id = parent.id',
  narrow,
};
