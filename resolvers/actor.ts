import { Arg, Args, Authorized, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { atMost } from '../entities/list-size.js';
import { Scope } from '../entities/enumerations.js';
import { Actor, ActorDecision, Article, Claim, Event } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { actorListing } from '../src/store/queries/actor-listing.js';
import { decisionsOfActors, mostDecisions } from '../src/store/queries/decisions-of-actors.js';
import { claimsOfActors } from '../src/store/queries/claim-listing.js';
import { eventsOfActors } from '../src/store/queries/event-listing.js';
import { actorsById } from '../src/store/queries/rows-by-id.js';
import { actorList, ActorListArguments } from './lists/actor-list.js';
import { claimList, ClaimListArguments } from './lists/claim-list.js';
import { eventList, EventListArguments } from './lists/event-list.js';
import { connect, type Connection } from './relay/connection.js';
import { ActorConnection, ArticleConnection, ClaimConnection, EventConnection } from './relay/connections.js';
import { decodeIdOf } from './relay/global-id.js';
import { byId, pageOf, rowsOf } from './relay/reads.js';
import { articlesOfActors } from '../src/store/queries/article-listing.js';
import { claimCountsOfActors, mostClaimCounts } from '../src/store/queries/claim-counts.js';
import { ClaimCount } from './claim-count.js';
import { articleList, ArticleListArguments } from './lists/article-list.js';

const allActors = actorList(actorListing);
const pagedClaimsOfActors = claimList(claimsOfActors);
const pagedEventsOfActors = eventList(eventsOfActors);
const pagedArticlesOfActors = articleList(articlesOfActors);

@Resolver(() => Actor)
export class ActorResolver {
  @Extensions(byId('Actor'))
  @Authorized(Scope.READ)
  @Query(() => Actor, {
    nullable: true,
    description:
      'An actor by its id. The id of one that was merged gives the one that it is now. Null when there is none with this id.',
  })
  actor(@Arg('id', () => ID, { description: 'Its global id.' }) id: string, @Ctx() { loaders }: Context) {
    return loaders.load(actorsById, decodeIdOf('Actor', id, 'id'));
  }

  @Extensions(pageOf(allActors))
  @Authorized(Scope.READ)
  @Query(() => ActorConnection, allActors.describe('Actors.'))
  actors(
    @Args(() => ActorListArguments) given: ActorListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Actor>> {
    return connect(allActors, null, given, context);
  }

  @Extensions(pageOf(pagedClaimsOfActors))
  @FieldResolver(() => ClaimConnection, pagedClaimsOfActors.describe('What it is quoted with.'))
  claims(
    @Root() actor: Actor,
    @Args(() => ClaimListArguments) given: ClaimListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Claim>> {
    return connect(pagedClaimsOfActors, actor.id, given, context);
  }

  @Extensions(pageOf(pagedEventsOfActors))
  @FieldResolver(() => EventConnection, pagedEventsOfActors.describe('The events in whose articles it speaks.'))
  events(
    @Root() actor: Actor,
    @Args(() => EventListArguments) given: EventListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Event>> {
    return connect(pagedEventsOfActors, actor.id, given, context);
  }

  @Extensions(pageOf(pagedArticlesOfActors))
  @FieldResolver(() => ArticleConnection, pagedArticlesOfActors.describe('The articles in which it speaks.'))
  articles(
    @Root() actor: Actor,
    @Args(() => ArticleListArguments) given: ArticleListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Article>> {
    return connect(pagedArticlesOfActors, actor.id, given, context);
  }

  @Extensions(rowsOf(decisionsOfActors))
  @Extensions(atMost(mostDecisions))
  @FieldResolver(() => [ActorDecision], {
    description: `What was decided about who it is, the latest first, ${mostDecisions} at most; what was reverted too.`,
  })
  decisions(@Root() actor: Actor, @Ctx() { loaders }: Context) {
    return loaders.load(decisionsOfActors, actor.id);
  }

  @Extensions(rowsOf(claimCountsOfActors))
  @Extensions(atMost(mostClaimCounts))
  @FieldResolver(() => [ClaimCount], {
    description: `Which outlets quote it, with how many claims each: the ${mostClaimCounts} that quote it most, the most first.`,
  })
  claimCounts(@Root() actor: Actor, @Ctx() { loaders }: Context) {
    return loaders.load(claimCountsOfActors, actor.id);
  }
}
