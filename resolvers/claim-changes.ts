import {
  Arg,
  Authorized,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  ID,
  InputType,
  ObjectType,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { seldomOver } from '../entities/list-size.js';
import { Scope } from '../entities/enumerations.js';
import { Claim, ClaimChange } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { claimsById } from '../src/store/queries/rows-by-id.js';
import { followClaimLog, type ClaimChangeBatch } from '../src/stream/index.js';
import { ClaimMarks, filterMarks } from './lists/claim-marks.js';
import { encodeId } from './relay/global-id.js';

@InputType({ description: 'Narrows the stream of claim changes; what is left out narrows nothing.' })
export class ClaimChangeFilter extends ClaimMarks {}

@ObjectType({ description: 'A stretch of the log of claim changes.' })
export class ClaimChangesPayload implements ClaimChangeBatch {
  @Field(() => String, {
    description: 'Keep it: given as `after`, the stream goes on right behind this payload, also after a break.',
  })
  cursor!: string;

  @Extensions(seldomOver(10))
  @Field(() => [ClaimChange], {
    description: 'What happened, in order. Empty in the first payload, which brings a cursor before anything happens.',
  })
  changes!: ClaimChange[];
}

interface Arguments {
  readonly filter?: ClaimChangeFilter | null;
  readonly after?: string | null;
}

function subscribe({ filter, after }: Arguments, { store }: Context) {
  return followClaimLog(store, after ?? null, filterMarks(filter));
}

@Resolver(() => ClaimChange)
export class ClaimChangeResolver {
  @Authorized(Scope.READ)
  @Subscription(() => ClaimChangesPayload, {
    subscribe: ({ args, context }) => subscribe(args as Arguments, context as Context) as never,
    description:
      'Every change of claims from now on, or from a cursor on, each once and in order. A reader who is slow lags behind and misses nothing.',
  })
  claimChanges(
    @Root() batch: ClaimChangeBatch,
    @Arg('filter', () => ClaimChangeFilter, { nullable: true, description: 'Which changes.' })
    _filter: ClaimChangeFilter | undefined,
    @Arg('after', () => String, {
      nullable: true,
      description:
        'The cursor of the last payload received. Without it, the stream begins with what happens from now on.',
    })
    _after: string | undefined,
  ): ClaimChangeBatch {
    return batch;
  }

  @FieldResolver(() => ID, { description: 'Id of the claim, also when it is gone.' })
  claimId(@Root() change: ClaimChange): string {
    return encodeId('Claim', change.claimId);
  }

  @FieldResolver(() => Claim, {
    nullable: true,
    description: 'The claim as it is now, which may be later than this change. Null when it is gone.',
  })
  claim(@Root() change: ClaimChange, @Ctx() { loaders }: Context) {
    return loaders.load(claimsById, change.claimId);
  }
}
