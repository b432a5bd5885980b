import { Field, ID, InputType, Int } from 'type-graphql';
import { Attitude, ClaimKind, TextPart } from '../../src/pipeline/values.js';
import type { ClaimNarrowing } from '../../src/store/queries/claim-listing.js';
import { decodeOptionalId } from '../relay/global-id.js';

@InputType({ description: 'Narrows a list of claims; what is left out narrows nothing.' })
export class ClaimFilter {
  @Field(() => ID, { nullable: true, description: 'Only claims in articles of this Source.' })
  source?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only claims whose speaker is this Actor.' })
  actor?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only claims in articles about this Event.' })
  event?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only claims in this Article.' })
  article?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only claims that say this Proposition.' })
  proposition?: string | null;

  @Field(() => ClaimKind, { nullable: true, description: 'Only claims whose words relate so to what was said.' })
  kind?: ClaimKind | null;

  @Field(() => Attitude, { nullable: true, description: 'Only what is said, believed or intended.' })
  attitude?: Attitude | null;

  @Field(() => TextPart, { nullable: true, description: 'Only claims in the headline, or only those in the text.' })
  in?: TextPart | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only claims with at least so many hops between the outlet and the speaker (the length of `chain`).',
  })
  minimumHops?: number | null;

  @Field(() => Date, { nullable: true, description: 'Only claims in articles published then or later.' })
  publishedFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Only claims in articles published earlier than this.' })
  publishedTo?: Date | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether to list also claims that the latest version of their article no longer holds.',
  })
  includeRetracted!: boolean;
}

export function narrowClaims(filter?: ClaimFilter | null): ClaimNarrowing {
  return {
    source: decodeOptionalId('Source', filter?.source, 'filter.source'),
    actor: decodeOptionalId('Actor', filter?.actor, 'filter.actor'),
    event: decodeOptionalId('Event', filter?.event, 'filter.event'),
    article: decodeOptionalId('Article', filter?.article, 'filter.article'),
    proposition: decodeOptionalId('Proposition', filter?.proposition, 'filter.proposition'),
    kind: filter?.kind,
    attitude: filter?.attitude,
    in: filter?.in,
    minimumHops: filter?.minimumHops,
    publishedFrom: filter?.publishedFrom,
    publishedTo: filter?.publishedTo,
    includeRetracted: filter?.includeRetracted ?? false,
  };
}
