import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { EventOrderField, type eventListing, type EventNarrowing } from '../../src/store/queries/event-listing.js';
import { EventConnection } from '../relay/connections.js';
import { pagedList } from '../relay/paged-list.js';
import { anyOf, DateTimeRange, filterIds, IntRange } from './filter-values.js';
import { listArguments, orderInput } from './order.js';

@InputType({ description: 'Narrows a list of events; what is left out narrows nothing.' })
export class EventFilter {
  @Field(() => [ID], anyOf('events that these Sources have an article about'))
  sources?: string[] | null;

  @Field(() => [ID], anyOf('events in whose articles these Actors speak'))
  speakers?: string[] | null;

  @Field(() => DateTimeRange, {
    nullable: true,
    description: 'Only events that were reported on in this span: from their earliest to their latest article.',
  })
  publishedAt?: DateTimeRange | null;

  @Field(() => IntRange, { nullable: true, description: 'Only events that so many outlets have articles about.' })
  sourceCount?: IntRange | null;

  @Field(() => IntRange, { nullable: true, description: 'Only events with so many articles.' })
  articleCount?: IntRange | null;

  @Field(() => Boolean, { nullable: true, description: 'Only roundups and live blogs, or only other events.' })
  isRoundup?: boolean | null;
}

function narrow(filter?: EventFilter | null): EventNarrowing {
  return {
    sources: filterIds('Source', filter?.sources, 'filter.sources'),
    speakers: filterIds('Actor', filter?.speakers, 'filter.speakers'),
    publishedAt: filter?.publishedAt,
    sourceCount: filter?.sourceCount,
    articleCount: filter?.articleCount,
    isRoundup: filter?.isRoundup,
  };
}

export const EventOrder = orderInput('Event', 'events', EventOrderField, {
  LAST_PUBLISHED_AT: 'By the time its latest article was published.',
  FIRST_PUBLISHED_AT: 'By the time its earliest article was published.',
  SOURCE_COUNT: 'By the number of outlets that have an article about it.',
  ARTICLE_COUNT: 'By the number of its articles.',
});

@ArgsType()
export class EventListArguments extends listArguments('events', EventFilter, EventOrder) {}

export const eventList = (listings: typeof eventListing) => pagedList(EventConnection, listings, narrow);
