import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { Attitude, CueClass, CueModality, CueTense, TextPart } from '../../src/pipeline/values.js';
import { ClaimOrderField, type claimListing, type ClaimNarrowing } from '../../src/store/queries/claim-listing.js';
import { ClaimConnection } from '../relay/connections.js';
import { pagedList } from '../relay/paged-list.js';
import { ClaimMarks, filterMarks } from './claim-marks.js';
import { anyOf, DateTimeRange, filterIds, filterList, IntRange } from './filter-values.js';
import { listArguments, orderInput } from './order.js';

@InputType({ description: 'Narrows a list of claims; what is left out narrows nothing.' })
export class ClaimFilter extends ClaimMarks {
  @Field(() => [ID], anyOf('claims in these Articles'))
  articles?: string[] | null;

  @Field(() => [ID], anyOf('claims that say these Propositions'))
  propositions?: string[] | null;

  @Field(() => [Attitude], anyOf('what is said, believed or intended'))
  attitudes?: Attitude[] | null;

  @Field(() => [CueClass], anyOf('claims whose attributing words add this'))
  cueClasses?: CueClass[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only claims that are said not to be said ("did not say"), or only those that are said; claims without a cue are neither.',
  })
  isCueNegated?: boolean | null;

  @Field(() => [CueTense], anyOf('claims whose attributing verb is in this tense'))
  cueTenses?: CueTense[] | null;

  @Field(() => [CueModality], anyOf('claims whose attributing verb has a modal verb of this force'))
  cueModalities?: CueModality[] | null;

  @Field(() => [TextPart], anyOf('claims in the headline, or in the text'))
  in?: TextPart[] | null;

  @Field(() => IntRange, {
    nullable: true,
    description: 'Only claims with so many hops between the outlet and the speaker (the length of `chain`).',
  })
  hops?: IntRange | null;

  @Field(() => DateTimeRange, { nullable: true, description: 'Only claims in articles published in this span.' })
  publishedAt?: DateTimeRange | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether to list also claims that the latest version of their article no longer holds.',
  })
  includeRetracted!: boolean;
}

function narrow(filter?: ClaimFilter | null): ClaimNarrowing {
  return {
    ...filterMarks(filter),
    articles: filterIds('Article', filter?.articles, 'filter.articles'),
    propositions: filterIds('Proposition', filter?.propositions, 'filter.propositions'),
    attitudes: filterList(filter?.attitudes, 'filter.attitudes'),
    cueClasses: filterList(filter?.cueClasses, 'filter.cueClasses'),
    isCueNegated: filter?.isCueNegated,
    cueTenses: filterList(filter?.cueTenses, 'filter.cueTenses'),
    cueModalities: filterList(filter?.cueModalities, 'filter.cueModalities'),
    in: filterList(filter?.in, 'filter.in'),
    hops: filter?.hops,
    publishedAt: filter?.publishedAt,
    includeRetracted: filter?.includeRetracted ?? false,
  };
}

export const ClaimOrder = orderInput('Claim', 'claims', ClaimOrderField, {
  PUBLISHED_AT: 'By the time their article was published.',
  PLACE: "As a reader meets them: article by article, the headline's, then the text's from the top.",
});

@ArgsType()
export class ClaimListArguments extends listArguments('claims', ClaimFilter, ClaimOrder) {}

export const claimList = (listings: typeof claimListing) => pagedList(ClaimConnection, listings, narrow);
