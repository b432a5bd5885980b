import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { Actor, ActorDecision, Scope } from '../../entities/index.js';
import { mostDecided } from '../../entities/actor-decision.js';
import { ParallaxError } from '../../src/errors.js';
import { ActorKind } from '../../src/pipeline/values.js';
import type { Context } from '../../src/server/context.js';
import type { Decided } from '../../src/store/actors/decide-actors.js';
import { actorsById } from '../../src/store/queries/rows-by-id.js';
import { decodeIdOf, isUuid, type NodeTypeName } from '../relay/global-id.js';

const reason = 'Why, for those who read it later: 1 to 1,000 characters.';

@InputType({ description: 'Actors that are one.' })
export class MergeActorsInput {
  @Field(() => [ID], { description: `The Actors that are no others, 1 to ${mostDecided}.` })
  from!: string[];

  @Field(() => ID, { description: 'The Actor that they are. It keeps its name; theirs become its aliases.' })
  into!: string;

  @Field(() => String, { description: reason })
  reason!: string;
}

@InputType({
  description: `Which part of what an Actor says is another's. Claims, Articles and Sources, 1 to ${mostDecided} in all; exactly one of \`name\` and \`into\`.`,
})
export class SplitActorInput {
  @Field(() => ID, { description: 'The Actor that is more than one.' })
  actor!: string;

  @Field(() => [ID], { nullable: true, description: 'Claims that are the other one’s.' })
  claims?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Articles in which it is the other one, in all versions.' })
  articles?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Outlets in whose Articles it is the other one, those that come later too.',
  })
  sources?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Name of the other one, where it is new: 1 to 200 characters.' })
  name?: string | null;

  @Field(() => ActorKind, {
    nullable: true,
    description: 'What sort of actor the new one is. Left out: the same. Goes with `name` only.',
  })
  kind?: ActorKind | null;

  @Field(() => ID, { nullable: true, description: 'The other one, where it is an Actor that is here already.' })
  into?: string | null;

  @Field(() => String, { description: reason })
  reason!: string;
}

@InputType({ description: 'A decision to take back.' })
export class RevertActorDecisionInput {
  @Field(() => ID, { description: 'Id of the decision, as `Actor.decisions` shows it.' })
  id!: string;

  @Field(() => String, { description: reason })
  reason!: string;
}

@ObjectType({ description: 'What came of a decision about Actors.' })
export class ActorDecisionPayload {
  @Field(() => ActorDecision, { description: 'The decision, as it is kept.' })
  decision!: ActorDecision;

  actorId!: string;

  @Field(() => Int, {
    description: 'How many Claims have another speaker or chain now; each is told to `claimChanges`.',
  })
  changedClaims!: number;
}

@Resolver(() => ActorDecisionPayload)
export class DecideActorsResolver {
  @Authorized(Scope.CURATE)
  @Mutation(() => ActorDecisionPayload, {
    description:
      'Says that several Actors are one. It holds for what is analysed later, too; the ids of the merged lead to the one that they are.',
  })
  mergeActors(
    @Arg('input', () => MergeActorsInput, { description: 'Which ones, and why.' }) input: MergeActorsInput,
    @Ctx() { jobs, caller }: Context,
  ): Promise<Decided> {
    const fromIds = idsOf('Actor', input.from, 'input.from');
    const intoId = decodeIdOf('Actor', input.into, 'input.into');
    return jobs.mergeActors({ fromIds, intoId, reason: input.reason, by: nameOf(caller) });
  }

  @Authorized(Scope.CURATE)
  @Mutation(() => ActorDecisionPayload, {
    description:
      'Says that some Claims, or all of some Articles or Sources, are said by another Actor. It holds for what is analysed later, too.',
  })
  splitActor(
    @Arg('input', () => SplitActorInput, { description: 'What is split off, and why.' }) input: SplitActorInput,
    @Ctx() { jobs, caller }: Context,
  ): Promise<Decided> {
    const { name, into, kind } = input;
    if ((name == null) === (into == null)) {
      throw new ParallaxError('BAD_USER_INPUT', '`input` must have exactly one of `name` and `into`.');
    }
    if (into != null && kind != null) {
      throw new ParallaxError('BAD_USER_INPUT', '`input.kind` goes with `name` only.');
    }
    return jobs.splitActor({
      actorId: decodeIdOf('Actor', input.actor, 'input.actor'),
      claimIds: idsOf('Claim', input.claims, 'input.claims'),
      articleIds: idsOf('Article', input.articles, 'input.articles'),
      sourceIds: idsOf('Source', input.sources, 'input.sources'),
      into:
        into == null ? { name: name as string, kind: kind ?? null } : { id: decodeIdOf('Actor', into, 'input.into') },
      reason: input.reason,
      by: nameOf(caller),
    });
  }

  @Authorized(Scope.CURATE)
  @Mutation(() => ActorDecisionPayload, {
    description: 'Takes a decision about Actors back: all is as if it had not been made; it stays to be read.',
  })
  revertActorDecision(
    @Arg('input', () => RevertActorDecisionInput, { description: 'Which one, and why.' })
    { id, reason: why }: RevertActorDecisionInput,
    @Ctx() { jobs, caller }: Context,
  ): Promise<Decided> {
    if (!isUuid(id)) {
      throw new ParallaxError(
        'ACTOR_DECISION_NOT_FOUND',
        '`input.id` is the id of no decision; `Actor.decisions` shows them.',
      );
    }
    return jobs.revertActorDecision(id.toLowerCase(), { reason: why, by: nameOf(caller) });
  }

  @FieldResolver(() => Actor, { description: 'The Actor that the others are now, or that was split off.' })
  actor(@Root() { actorId }: ActorDecisionPayload, @Ctx() { loaders }: Context) {
    return loaders.load(actorsById, actorId);
  }
}

/** Database ids, each once. @throws ParallaxError BAD_USER_INPUT */
function idsOf(type: NodeTypeName, ids: readonly string[] | null | undefined, argument: string): readonly string[] {
  if ((ids?.length ?? 0) > mostDecided) {
    throw new ParallaxError('BAD_USER_INPUT', `\`${argument}\` holds ${ids?.length} ids; ${mostDecided} are the most.`);
  }
  return [...new Set((ids ?? []).map((id, index) => decodeIdOf(type, id, `${argument}[${index}]`)))];
}

/** Addresses are not kept, and which of the operator's keys it was tells nobody anything. */
function nameOf({ id, isAnonymous }: Context['caller']): string {
  if (isAnonymous) return 'anonymous';
  return id.startsWith('operator:') ? 'operator' : id;
}
