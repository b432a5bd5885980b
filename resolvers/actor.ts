import { Arg, Args, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Actor, Claim, Event } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { actorListing } from '../src/store/queries/actor-listing.js';
import { claimsOfActors } from '../src/store/queries/claim-listing.js';
import { eventsOfActors } from '../src/store/queries/event-listing.js';
import { actorsById } from '../src/store/queries/rows-by-id.js';
import { ActorFilter, narrowActors } from './filters/actor-filter.js';
import { ClaimFilter, narrowClaims } from './filters/claim-filter.js';
import { EventFilter, narrowEvents } from './filters/event-filter.js';
import { connect, type Connection } from './relay/connection.js';
import { ConnectionArguments } from './relay/connection-arguments.js';
import { ActorConnection, ClaimConnection, EventConnection } from './relay/connections.js';
import { decodeIdOf } from './relay/global-id.js';
import { byId, pageOf } from './relay/reads.js';

@Resolver(() => Actor)
export class ActorResolver {
  @Extensions(byId('Actor'))
  @Query(() => Actor, { nullable: true, description: 'An actor by its id. Null when there is none with this id.' })
  actor(@Arg('id', () => ID, { description: 'Its global id.' }) id: string, @Ctx() { loaders }: Context) {
    return loaders.load(actorsById, decodeIdOf('Actor', id, 'id'));
  }

  @Extensions(pageOf(ActorConnection, actorListing, narrowActors))
  @Query(() => ActorConnection, { description: 'Actors, by name.' })
  actors(
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Arg('filter', () => ActorFilter, { nullable: true, description: 'Which actors.' })
    filter: ActorFilter | undefined,
    @Ctx() context: Context,
  ): Promise<Connection<Actor>> {
    return connect(ActorConnection, actorListing, null, page, narrowActors(filter), context);
  }

  @Extensions(pageOf(ClaimConnection, claimsOfActors, narrowClaims))
  @FieldResolver(() => ClaimConnection, { description: 'What it is quoted with, the latest first.' })
  claims(
    @Root() actor: Actor,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Arg('filter', () => ClaimFilter, { nullable: true, description: 'Which of them.' })
    filter: ClaimFilter | undefined,
    @Ctx() context: Context,
  ): Promise<Connection<Claim>> {
    return connect(ClaimConnection, claimsOfActors, actor.id, page, narrowClaims(filter), context);
  }

  @Extensions(pageOf(EventConnection, eventsOfActors, narrowEvents))
  @FieldResolver(() => EventConnection, { description: 'The events in whose articles it speaks, the latest first.' })
  events(
    @Root() actor: Actor,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Arg('filter', () => EventFilter, { nullable: true, description: 'Which of them.' })
    filter: EventFilter | undefined,
    @Ctx() context: Context,
  ): Promise<Connection<Event>> {
    return connect(EventConnection, eventsOfActors, actor.id, page, narrowEvents(filter), context);
  }
}
