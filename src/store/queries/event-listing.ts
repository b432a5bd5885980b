import { Event } from '../../../entities/index.js';
import { idsFrom, narrowing, type Range } from './narrowing.js';
import { OrderDirection, type Listings } from './order.js';
import type { Bind } from './page.js';

export enum EventOrderField {
  LAST_PUBLISHED_AT = 'LAST_PUBLISHED_AT',
  FIRST_PUBLISHED_AT = 'FIRST_PUBLISHED_AT',
  SOURCE_COUNT = 'SOURCE_COUNT',
  ARTICLE_COUNT = 'ARTICLE_COUNT',
}

export interface EventNarrowing {
  /** Outlets that have an article about it. */
  readonly sources?: readonly string[] | null;
  /** Actors who speak in it. */
  readonly speakers?: readonly string[] | null;
  /** Some article was published between the two, as far as the earliest and the latest tell. */
  readonly publishedAt?: Range<Date> | null;
  readonly sourceCount?: Range<number> | null;
  readonly articleCount?: Range<number> | null;
  readonly isRoundup?: boolean | null;
}

/** Events. */
export const eventListing: Listings<Event, EventNarrowing, EventOrderField> = {
  name: 'events',
  entity: Event,
  orders: {
    LAST_PUBLISHED_AT: [
      { property: 'lastPublishedAt', type: 'timestamptz' },
      { property: 'id', type: 'uuid' },
    ],
    FIRST_PUBLISHED_AT: [
      { property: 'firstPublishedAt', type: 'timestamptz' },
      { property: 'id', type: 'uuid' },
    ],
    SOURCE_COUNT: [
      { property: 'sourceCount', type: 'integer' },
      { property: 'id', type: 'uuid' },
    ],
    ARTICLE_COUNT: [
      { property: 'articleCount', type: 'integer' },
      { property: 'id', type: 'uuid' },
    ],
  },
  usual: { field: EventOrderField.LAST_PUBLISHED_AT, direction: OrderDirection.DESC },
  link: null,
  narrow: (filter: EventNarrowing, bind: Bind) =>
    narrowing(bind)
      .byAny(
        filter.sources,
        'uuid',
        (is) => `EXISTS (SELECT FROM article WHERE article.event_id = row.id AND article.source_id ${is})`,
      )
      .byAnySpeaker(filter.speakers, (is) =>
        idsFrom('claim.event_id', `claim WHERE claim.speaker_id ${is} AND claim.retracted_at IS NULL`),
      )
      .by(filter.publishedAt?.from, (from) => `row.last_published_at >= ${from}::timestamptz`)
      .by(filter.publishedAt?.to, (to) => `row.first_published_at < ${to}::timestamptz`)
      .byRange(filter.sourceCount, 'integer', 'row.source_count')
      .byRange(filter.articleCount, 'integer', 'row.article_count')
      .by(filter.isRoundup, (isRoundup) => `row.is_roundup = ${isRoundup}::boolean`).conditions,
};

/** The events in which an actor speaks. */
export const eventsOfActors: typeof eventListing = {
  ...eventListing,
  link: idsFrom('claim.event_id', 'claim WHERE claim.speaker_id = parent.id AND claim.retracted_at IS NULL'),
};

/** The events that an outlet has an article about. */
export const eventsOfSources: typeof eventListing = {
  ...eventListing,
  link: idsFrom('article.event_id', 'article WHERE article.source_id = parent.id'),
};
