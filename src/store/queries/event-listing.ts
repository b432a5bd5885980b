import { Event } from '../../../entities/index.js';
import { narrowing } from './narrowing.js';
import type { Bind, Listing } from './page.js';

export interface EventNarrowing {
  /** An outlet that has an article about it. */
  readonly source?: string | null;
  /** An actor who speaks in it. */
  readonly actor?: string | null;
  /** Its latest article is not older. */
  readonly from?: Date | null;
  /** Its earliest article is older. */
  readonly to?: Date | null;
  readonly minimumSources?: number | null;
  readonly isRoundup?: boolean | null;
}

/** Events, those with the latest article first. */
export const eventListing: Listing<Event, EventNarrowing> = {
  name: 'events by lastPublishedAt',
  entity: Event,
  order: [
    { property: 'lastPublishedAt', type: 'timestamptz' },
    { property: 'id', type: 'uuid' },
  ],
  isDescending: true,
  link: null,
  narrow: (filter: EventNarrowing, bind: Bind) =>
    narrowing(bind)
      .by(
        filter.source,
        (source) => `EXISTS (
        SELECT FROM article WHERE article.event_id = row.id AND article.source_id = ${source}::uuid)`,
      )
      .by(
        filter.actor,
        (actor) => `EXISTS (
        SELECT FROM claim WHERE claim.event_id = row.id AND claim.speaker_id = ${actor}::uuid
        AND claim.retracted_at IS NULL)`,
      )
      .by(filter.from, (from) => `row.last_published_at >= ${from}::timestamptz`)
      .by(filter.to, (to) => `row.first_published_at < ${to}::timestamptz`)
      .by(filter.minimumSources, (least) => `row.source_count >= ${least}::integer`)
      .by(filter.isRoundup, (isRoundup) => `row.is_roundup = ${isRoundup}::boolean`).conditions,
};

/** The events in which an actor speaks. */
export const eventsOfActors: Listing<Event, EventNarrowing> = {
  ...eventListing,
  link: `EXISTS (SELECT FROM claim WHERE claim.event_id = row.id AND claim.speaker_id = parent.id
    AND claim.retracted_at IS NULL)`,
};
