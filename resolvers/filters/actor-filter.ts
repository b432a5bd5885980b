import { Field, ID, InputType } from 'type-graphql';
import { ActorKind } from '../../src/pipeline/values.js';
import type { ActorNarrowing } from '../../src/store/queries/actor-listing.js';
import { decodeOptionalId } from '../relay/global-id.js';
import { filterText } from './text.js';

@InputType({ description: 'Narrows a list of actors; what is left out narrows nothing.' })
export class ActorFilter {
  @Field(() => ActorKind, { nullable: true, description: 'Only actors of this sort.' })
  kind?: ActorKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only actors whose name or alias contains this; capitals make no difference.',
  })
  name?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only actors who speak in articles about this Event.' })
  event?: string | null;
}

export function narrowActors(filter?: ActorFilter | null): ActorNarrowing {
  return {
    kind: filter?.kind,
    name: filterText(filter?.name, 'filter.name'),
    event: decodeOptionalId('Event', filter?.event, 'filter.event'),
  };
}
