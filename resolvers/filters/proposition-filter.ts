import { Field, ID, InputType, Int } from 'type-graphql';
import type { PropositionNarrowing } from '../../src/store/queries/proposition-listing.js';
import { decodeOptionalId } from '../relay/global-id.js';

@InputType({ description: 'Narrows a list of propositions; what is left out narrows nothing.' })
export class PropositionFilter {
  @Field(() => ID, { nullable: true, description: 'Only propositions of this Event.' })
  event?: string | null;

  @Field(() => Int, { nullable: true, description: 'Only propositions that at least so many outlets carry.' })
  minimumSources?: number | null;
}

export function narrowPropositions(filter?: PropositionFilter | null): PropositionNarrowing {
  return {
    event: decodeOptionalId('Event', filter?.event, 'filter.event'),
    minimumSources: filter?.minimumSources,
  };
}
