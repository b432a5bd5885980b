import {
  Arg,
  Authorized,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Scope } from '../entities/enumerations.js';
import { Reprocessing, ReprocessingFailure } from '../entities/index.js';
import { seldomOver } from '../entities/list-size.js';
import { ParallaxError } from '../src/errors.js';
import type { ReprocessingBegun, ReprocessingProgress } from '../src/jobs/jobs.js';
import type { Context } from '../src/server/context.js';
import { encodeId, isUuid } from './relay/global-id.js';

@InputType({ description: 'Which stored articles to compute again; nothing given means all that are stale.' })
export class ReprocessInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Those too that the engines of this service have computed already.',
  })
  all!: boolean;

  @Field(() => String, { nullable: true, description: 'Only those of the outlet with this name or domain.' })
  source?: string | null;

  @Field(() => Date, { nullable: true, description: 'Only those published then or later.' })
  since?: Date | null;

  @Field(() => Int, { nullable: true, description: 'At most so many, the latest published.' })
  limit?: number | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Only count them.' })
  dryRun!: boolean;
}

@ObjectType({ description: 'What became of a request to compute stored articles again.' })
export class ReprocessPayload {
  @Field(() => Int, { description: 'How many articles will be, or would be, computed again.' })
  articles!: number;

  @Field(() => Reprocessing, {
    nullable: true,
    description: 'The round in which they are. Null when there is none to compute, or when they were only counted.',
  })
  reprocessing!: ReprocessingProgress | null;
}

@Resolver(() => Reprocessing)
export class ReprocessingResolver {
  @Authorized(Scope.ADMIN)
  @Mutation(() => ReprocessPayload, {
    description:
      'Has stored articles computed again by the engines of this service, in the background, after all fresh ones. Ids stay; followers of claim changes are told what changed, came and went.',
  })
  reprocess(
    @Arg('input', () => ReprocessInput, { description: 'Which ones.' }) input: ReprocessInput,
    @Ctx() { jobs }: Context,
  ): Promise<ReprocessingBegun> {
    const { all, source = null, since = null, limit = null, dryRun } = input;
    if (limit !== null && limit < 1) throw new ParallaxError('BAD_USER_INPUT', '`input.limit` must be at least 1.');
    return jobs.reprocess({ all, source, since, limit }, dryRun);
  }

  @Authorized(Scope.ADMIN)
  @Query(() => Reprocessing, {
    nullable: true,
    description: 'How far a round of computing stored articles again has come. Null when there is none.',
  })
  reprocessing(
    @Arg('id', () => ID, { nullable: true, description: 'Which one; the latest where it is left out.' })
    id: string | null | undefined,
    @Ctx() { jobs }: Context,
  ): Promise<ReprocessingProgress | null> {
    if (id != null && !isUuid(id)) return Promise.resolve(null);
    return jobs.reprocessing(id ?? null);
  }

  @FieldResolver(() => Int, { description: 'How many articles are still to be computed. 0 when the round is over.' })
  waiting(@Root() { waiting }: ReprocessingProgress): number {
    return waiting;
  }

  @Extensions(seldomOver(20))
  @FieldResolver(() => [ReprocessingFailure], {
    description: 'The articles that failed, in their order, 1,000 at most.',
  })
  failures(@Root() { failures }: Reprocessing): ReprocessingFailure[] {
    return failures.map((failure) => ({ ...failure, articleId: encodeId('Article', failure.articleId) }));
  }
}
