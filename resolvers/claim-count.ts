import { Ctx, Extensions, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Actor, Source } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { actorsById, sourcesById } from '../src/store/queries/rows-by-id.js';
import { oneBy } from './relay/reads.js';

@ObjectType({ description: 'How many claims one outlet gives to one speaker, among the claims of where it stands.' })
export class ClaimCount {
  @Field(() => Int, { description: 'How many claims; those that were retracted do not count.' })
  claims!: number;

  sourceId!: string;

  speakerId!: string | null;
}

@Resolver(() => ClaimCount)
export class ClaimCountResolver {
  @Extensions(oneBy('source'))
  @FieldResolver(() => Source, { description: 'The outlet.' })
  source(@Root() { sourceId }: ClaimCount, @Ctx() { loaders }: Context) {
    return loaders.load(sourcesById, sourceId);
  }

  @Extensions(oneBy('speaker'))
  @FieldResolver(() => Actor, {
    nullable: true,
    description: "The speaker. Null stands for the outlet's own voice and for speakers who could not be told.",
  })
  speaker(@Root() { speakerId }: ClaimCount, @Ctx() { loaders }: Context) {
    return speakerId && loaders.load(actorsById, speakerId);
  }
}
