import { Ctx, Extensions, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { seldomOver } from '../../entities/list-size.js';
import { Actor, Claim } from '../../entities/index.js';
import type * as values from '../../src/pipeline/values.js';
import type { Context } from '../../src/server/context.js';
import { actorsById, claimsById } from '../../src/store/queries/rows-by-id.js';
import { Estimate } from './estimate.js';
import { loadAll } from './load-all.js';

@ObjectType({ description: 'How much one speaker is heard in one outlet.' })
export class VoiceShare {
  @Field(() => Int, { description: 'How many claims the outlet gives to this speaker, in independent articles.' })
  claimCount!: number;

  @Field(() => Estimate, { description: "Part of the outlet's attributed claims that are this speaker's, 0 to 1." })
  shareOfClaims!: Estimate;

  @Field(() => Estimate, { description: "Part of the words of those claims that are this speaker's, 0 to 1." })
  shareOfWords!: Estimate;

  @Field(() => Estimate, { description: "Part of this speaker's claims that are verbatim, 0 to 1." })
  directShare!: Estimate;

  @Field(() => Float, {
    nullable: true,
    description:
      "Where this speaker's claims stand on average: 0 the beginning of the text, 1 its end. Null without any.",
  })
  meanPosition!: number | null;

  @Field(() => Int, { description: 'How many of the claims stand in a headline.' })
  inHeadline!: number;
}

@Resolver(() => VoiceShare)
export class VoiceShareResolver {
  @FieldResolver(() => Actor, {
    nullable: true,
    description: 'The speaker. Null stands for all claims whose speaker could not be told.',
  })
  actor(@Root() share: values.VoiceShare, @Ctx() { loaders }: Context) {
    return share.actorId && loaders.load(actorsById, share.actorId);
  }

  @FieldResolver()
  claimCount(@Root() share: values.VoiceShare): number {
    return share.claims;
  }

  @Extensions(seldomOver(10))
  @FieldResolver(() => [Claim], { description: 'Those claims, as evidence.' })
  claims(@Root() share: values.VoiceShare, @Ctx() context: Context): Promise<Claim[]> {
    return loadAll(context, claimsById, share.claimIds);
  }
}
