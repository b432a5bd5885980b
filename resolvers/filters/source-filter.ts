import { Field, InputType } from 'type-graphql';
import { SourceKind } from '../../src/pipeline/values.js';
import type { SourceNarrowing } from '../../src/store/queries/source-listing.js';
import { filterText } from './text.js';

@InputType({ description: 'Narrows a list of outlets; what is left out narrows nothing.' })
export class SourceFilter {
  @Field(() => SourceKind, { nullable: true, description: 'Only outlets of this sort.' })
  kind?: SourceKind | null;

  @Field(() => String, { nullable: true, description: 'Only outlets that publish from here, ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only outlets whose name or domain contains this; capitals make no difference.',
  })
  name?: string | null;
}

export function narrowSources(filter?: SourceFilter | null): SourceNarrowing {
  return {
    kind: filter?.kind,
    country: filterText(filter?.country, 'filter.country'),
    name: filterText(filter?.name, 'filter.name'),
  };
}
