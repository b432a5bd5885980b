import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { CountryCode } from '../../entities/index.js';
import { ActorKind, ActorScope } from '../../src/pipeline/values.js';
import { ActorOrderField, type actorListing, type ActorNarrowing } from '../../src/store/queries/actor-listing.js';
import { ActorConnection } from '../relay/connections.js';
import { pagedList } from '../relay/paged-list.js';
import { anyOf, filterIds, filterList, filterText } from './filter-values.js';
import { listArguments, orderInput } from './order.js';

@InputType({ description: 'Narrows a list of actors; what is left out narrows nothing.' })
export class ActorFilter {
  @Field(() => [ActorKind], anyOf('actors of these sorts'))
  kinds?: ActorKind[] | null;

  @Field(() => [ActorScope], anyOf('actors whose identity reaches so far'))
  scopes?: ActorScope[] | null;

  @Field(() => [CountryCode], anyOf('actors of these countries'))
  countries?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only actors whose name or alias contains this; capitals make no difference.',
  })
  nameContains?: string | null;

  @Field(() => [ID], anyOf('actors who speak in articles about these Events'))
  events?: string[] | null;

  @Field(() => [ID], anyOf('actors whom these Sources quote'))
  sources?: string[] | null;
}

function narrow(filter?: ActorFilter | null): ActorNarrowing {
  return {
    kinds: filterList(filter?.kinds, 'filter.kinds'),
    scopes: filterList(filter?.scopes, 'filter.scopes'),
    countries: filterList(filter?.countries, 'filter.countries'),
    nameContains: filterText(filter?.nameContains, 'filter.nameContains'),
    events: filterIds('Event', filter?.events, 'filter.events'),
    sources: filterIds('Source', filter?.sources, 'filter.sources'),
  };
}

export const ActorOrder = orderInput('Actor', 'actors', ActorOrderField, { NAME: 'By name.' });

@ArgsType()
export class ActorListArguments extends listArguments('actors', ActorFilter, ActorOrder) {}

export const actorList = (listings: typeof actorListing) => pagedList(ActorConnection, listings, narrow);
