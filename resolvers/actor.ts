import { Arg, Args, Authorized, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Scope } from '../entities/enumerations.js';
import { Actor, Claim, Event } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { actorListing } from '../src/store/queries/actor-listing.js';
import { claimsOfActors } from '../src/store/queries/claim-listing.js';
import { eventsOfActors } from '../src/store/queries/event-listing.js';
import { actorsById } from '../src/store/queries/rows-by-id.js';
import { actorList, ActorListArguments } from './lists/actor-list.js';
import { claimList, ClaimListArguments } from './lists/claim-list.js';
import { eventList, EventListArguments } from './lists/event-list.js';
import { connect, type Connection } from './relay/connection.js';
import { ActorConnection, ClaimConnection, EventConnection } from './relay/connections.js';
import { decodeIdOf } from './relay/global-id.js';
import { byId, pageOf } from './relay/reads.js';

const allActors = actorList(actorListing);
const listedClaimsOfActors = claimList(claimsOfActors);
const listedEventsOfActors = eventList(eventsOfActors);

@Resolver(() => Actor)
export class ActorResolver {
  @Extensions(byId('Actor'))
  @Authorized(Scope.READ)
  @Query(() => Actor, { nullable: true, description: 'An actor by its id. Null when there is none with this id.' })
  actor(@Arg('id', () => ID, { description: 'Its global id.' }) id: string, @Ctx() { loaders }: Context) {
    return loaders.load(actorsById, decodeIdOf('Actor', id, 'id'));
  }

  @Extensions(pageOf(allActors))
  @Authorized(Scope.READ)
  @Query(() => ActorConnection, { description: 'Actors, by name.' })
  actors(
    @Args(() => ActorListArguments) given: ActorListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Actor>> {
    return connect(allActors, null, given, context);
  }

  @Extensions(pageOf(listedClaimsOfActors))
  @FieldResolver(() => ClaimConnection, { description: 'What it is quoted with, the latest first.' })
  claims(
    @Root() actor: Actor,
    @Args(() => ClaimListArguments) given: ClaimListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Claim>> {
    return connect(listedClaimsOfActors, actor.id, given, context);
  }

  @Extensions(pageOf(listedEventsOfActors))
  @FieldResolver(() => EventConnection, { description: 'The events in whose articles it speaks, the latest first.' })
  events(
    @Root() actor: Actor,
    @Args(() => EventListArguments) given: EventListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Event>> {
    return connect(listedEventsOfActors, actor.id, given, context);
  }
}
