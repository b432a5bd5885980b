import { Extensions, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { ActorDecision, DecidedActor, mostDecided } from '../../entities/actor-decision.js';
import { atMost } from '../../entities/list-size.js';
import { encodeId } from '../relay/global-id.js';

@Resolver(() => ActorDecision)
export class ActorDecisionResolver {
  @Extensions(atMost(mostDecided))
  @FieldResolver(() => [ID], { description: 'Ids of the Claims that were split off. Empty for a merger.' })
  claims(@Root() { claimIds }: ActorDecision): string[] {
    return claimIds.map((id) => encodeId('Claim', id));
  }

  @Extensions(atMost(mostDecided))
  @FieldResolver(() => [ID], { description: 'Ids of the Articles that were split off. Empty for a merger.' })
  articles(@Root() { articleIds }: ActorDecision): string[] {
    return articleIds.map((id) => encodeId('Article', id));
  }

  @Extensions(atMost(mostDecided))
  @FieldResolver(() => [ID], {
    description: 'Ids of the Sources that were split off, with all that they publish later. Empty for a merger.',
  })
  sources(@Root() { sourceIds }: ActorDecision): string[] {
    return sourceIds.map((id) => encodeId('Source', id));
  }
}

@Resolver(() => DecidedActor)
export class DecidedActorResolver {
  @FieldResolver(() => ID, {
    description: 'Its global id. Of one that was merged, it leads to the Actor that it is now.',
  })
  id(@Root() { id }: DecidedActor): string {
    return encodeId('Actor', id);
  }
}
