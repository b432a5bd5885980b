import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Actor, Source } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import type * as values from '../src/store/queries/claim-counts-of-events.js';
import { actorsById, sourcesById } from '../src/store/queries/rows-by-id.js';

@ObjectType({ description: 'How many claims one outlet gives to one speaker in an event.' })
export class ClaimCount {
  @Field(() => Int, { description: 'How many claims; those that were retracted do not count.' })
  claims!: number;
}

@Resolver(() => ClaimCount)
export class ClaimCountResolver {
  @FieldResolver(() => Source, { description: 'The outlet.' })
  source(@Root() count: values.ClaimCount, @Ctx() { loaders }: Context) {
    return loaders.load(sourcesById, count.sourceId);
  }

  @FieldResolver(() => Actor, {
    nullable: true,
    description: "The speaker. Null stands for the outlet's own voice and for speakers who could not be told.",
  })
  speaker(@Root() count: values.ClaimCount, @Ctx() { loaders }: Context) {
    return count.speakerId && loaders.load(actorsById, count.speakerId);
  }
}
