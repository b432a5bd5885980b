import { Field, ID, InputType, Int } from 'type-graphql';
import type { EventNarrowing } from '../../src/store/queries/event-listing.js';
import { decodeOptionalId } from '../relay/global-id.js';

@InputType({ description: 'Narrows a list of events; what is left out narrows nothing.' })
export class EventFilter {
  @Field(() => ID, { nullable: true, description: 'Only events that this Source has an article about.' })
  source?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only events in whose articles this Actor speaks.' })
  actor?: string | null;

  @Field(() => Date, { nullable: true, description: 'Only events with an article published then or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Only events with an article published earlier than this.' })
  to?: Date | null;

  @Field(() => Int, { nullable: true, description: 'Only events that at least so many outlets have articles about.' })
  minimumSources?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Only roundups and live blogs, or only other events.' })
  isRoundup?: boolean | null;
}

export function narrowEvents(filter?: EventFilter | null): EventNarrowing {
  return {
    source: decodeOptionalId('Source', filter?.source, 'filter.source'),
    actor: decodeOptionalId('Actor', filter?.actor, 'filter.actor'),
    from: filter?.from,
    to: filter?.to,
    minimumSources: filter?.minimumSources,
    isRoundup: filter?.isRoundup,
  };
}
