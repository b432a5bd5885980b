import { ArgsType, Field, InputType } from 'type-graphql';
import { CountryCode, Language } from '../../entities/index.js';
import { SourceKind } from '../../src/pipeline/values.js';
import { SourceOrderField, type sourceListing, type SourceNarrowing } from '../../src/store/queries/source-listing.js';
import { SourceConnection } from '../relay/connections.js';
import { pagedList } from '../relay/paged-list.js';
import { anyOf, filterList, filterText, filterTexts } from './filter-values.js';
import { listArguments, orderInput } from './order.js';

@InputType({ description: 'Narrows a list of outlets; what is left out narrows nothing.' })
export class SourceFilter {
  @Field(() => [SourceKind], anyOf('outlets of these sorts'))
  kinds?: SourceKind[] | null;

  @Field(() => [CountryCode], anyOf('outlets that publish from these countries'))
  countries?: string[] | null;

  @Field(() => [Language], anyOf('outlets that publish in these languages, where "en" takes in "en-GB"'))
  languages?: string[] | null;

  @Field(() => [String], anyOf('outlets with these registrable domains'))
  domains?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only outlets whose name or domain contains this; capitals make no difference.',
  })
  nameContains?: string | null;
}

function narrow(filter?: SourceFilter | null): SourceNarrowing {
  return {
    kinds: filterList(filter?.kinds, 'filter.kinds'),
    countries: filterList(filter?.countries, 'filter.countries'),
    languages: filterList(filter?.languages, 'filter.languages'),
    domains: filterTexts(filter?.domains, 'filter.domains'),
    nameContains: filterText(filter?.nameContains, 'filter.nameContains'),
  };
}

export const SourceOrder = orderInput('Source', 'outlets', SourceOrderField, {
  NAME: 'By name.',
  FIRST_SEEN_AT: 'By the time it was first seen here.',
});

@ArgsType()
export class SourceListArguments extends listArguments('outlets', SourceFilter, SourceOrder) {}

export const sourceList = (listings: typeof sourceListing) => pagedList(SourceConnection, listings, narrow);
