import { ArgsType, Field, ID, InputType } from 'type-graphql';
import {
  PropositionOrderField,
  type propositionListing,
  type PropositionNarrowing,
} from '../../src/store/queries/proposition-listing.js';
import { PropositionConnection } from '../relay/connections.js';
import { pagedList } from '../relay/paged-list.js';
import { anyOf, filterIds, IntRange } from './filter-values.js';
import { listArguments, orderInput } from './order.js';

@InputType({ description: 'Narrows a list of propositions; what is left out narrows nothing.' })
export class PropositionFilter {
  @Field(() => [ID], anyOf('propositions of these Events'))
  events?: string[] | null;

  @Field(() => IntRange, { nullable: true, description: 'Only propositions that so many outlets carry.' })
  sourceCount?: IntRange | null;

  @Field(() => IntRange, { nullable: true, description: 'Only propositions that so many claims say.' })
  claimCount?: IntRange | null;
}

function narrow(filter?: PropositionFilter | null): PropositionNarrowing {
  return {
    events: filterIds('Event', filter?.events, 'filter.events'),
    sourceCount: filter?.sourceCount,
    claimCount: filter?.claimCount,
  };
}

export const PropositionOrder = orderInput('Proposition', 'propositions', PropositionOrderField, {
  SOURCE_COUNT: 'By the number of outlets that carry it.',
  CLAIM_COUNT: 'By the number of claims that say it.',
});

@ArgsType()
export class PropositionListArguments extends listArguments('propositions', PropositionFilter, PropositionOrder) {}

export const propositionList = (listings: typeof propositionListing) =>
  pagedList(PropositionConnection, listings, narrow);
