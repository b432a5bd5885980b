import { Arg, Args, Authorized, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { seldomOver } from '../entities/list-size.js';
import { Scope } from '../entities/enumerations.js';
import { Actor, Article, Claim, Event, Proposition, Source } from '../entities/index.js';
import { ParallaxError } from '../src/errors.js';
import type * as values from '../src/pipeline/values.js';
import type { Context } from '../src/server/context.js';
import { articlesOfEvents } from '../src/store/queries/article-listing.js';
import { claimCountsOfEvents } from '../src/store/queries/claim-counts.js';
import { claimsOfEvents } from '../src/store/queries/claim-listing.js';
import { eventListing } from '../src/store/queries/event-listing.js';
import { propositionsOfEvents } from '../src/store/queries/proposition-listing.js';
import { eventsById } from '../src/store/queries/rows-by-id.js';
import { sourcesOfEvents } from '../src/store/queries/sources-of-events.js';
import { ClaimCount } from './claim-count.js';
import { Comparison } from './comparison/comparison.js';
import { articleList, ArticleListArguments } from './lists/article-list.js';
import { claimList, ClaimListArguments } from './lists/claim-list.js';
import { eventList, EventListArguments } from './lists/event-list.js';
import { propositionList, PropositionListArguments } from './lists/proposition-list.js';
import { connect, type Connection } from './relay/connection.js';
import { largestPageSize } from './relay/connection-arguments.js';
import {
  ActorConnection,
  ArticleConnection,
  ClaimConnection,
  EventConnection,
  PropositionConnection,
} from './relay/connections.js';
import { decodeIdOf } from './relay/global-id.js';
import { byId, pageOf, rowsOf } from './relay/reads.js';
import { actorsOfEvents } from '../src/store/queries/actor-listing.js';
import { actorList, ActorListArguments } from './lists/actor-list.js';

const comparisons = new WeakMap<Context, Map<string, Promise<values.Comparison | null>>>();

/** A comparison reads all of its event, so a request that comes to one event by many ways has it compared once. */
function compareOnce(context: Context, eventId: string, sourceIds: readonly string[] | null) {
  const known = comparisons.get(context) ?? new Map<string, Promise<values.Comparison | null>>();
  comparisons.set(context, known);
  const name = JSON.stringify([eventId, sourceIds]);
  const comparison = known.get(name) ?? context.jobs.compare(eventId, sourceIds);
  known.set(name, comparison);
  return comparison;
}

const allEvents = eventList(eventListing);
const pagedArticlesOfEvents = articleList(articlesOfEvents);
const pagedClaimsOfEvents = claimList(claimsOfEvents);
const pagedPropositionsOfEvents = propositionList(propositionsOfEvents);
const pagedActorsOfEvents = actorList(actorsOfEvents);

@Resolver(() => Event)
export class EventResolver {
  @Extensions(byId('Event'))
  @Authorized(Scope.READ)
  @Query(() => Event, { nullable: true, description: 'An event by its id. Null when there is none with this id.' })
  event(@Arg('id', () => ID, { description: 'Its global id.' }) id: string, @Ctx() { loaders }: Context) {
    return loaders.load(eventsById, decodeIdOf('Event', id, 'id'));
  }

  @Extensions(pageOf(allEvents))
  @Authorized(Scope.READ)
  @Query(() => EventConnection, allEvents.describe('Events.'))
  events(
    @Args(() => EventListArguments) given: EventListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Event>> {
    return connect(allEvents, null, given, context);
  }

  @Extensions(rowsOf(sourcesOfEvents))
  @Extensions(seldomOver(50))
  @FieldResolver(() => [Source], { description: 'The outlets that have an article about it, by name.' })
  sources(@Root() event: Event, @Ctx() { loaders }: Context) {
    return loaders.load(sourcesOfEvents, event.id);
  }

  @Extensions(rowsOf(claimCountsOfEvents))
  @Extensions(seldomOver(100))
  @FieldResolver(() => [ClaimCount], {
    description:
      'How many claims each outlet gives to each speaker in its articles, wire copies included; the most first.',
  })
  claimCounts(@Root() event: Event, @Ctx() { loaders }: Context) {
    return loaders.load(claimCountsOfEvents, event.id);
  }

  @Extensions(pageOf(pagedArticlesOfEvents))
  @FieldResolver(() => ArticleConnection, pagedArticlesOfEvents.describe('The articles about it.'))
  articles(
    @Root() event: Event,
    @Args(() => ArticleListArguments) given: ArticleListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Article>> {
    return connect(pagedArticlesOfEvents, event.id, given, context);
  }

  @Extensions(pageOf(pagedClaimsOfEvents))
  @FieldResolver(() => ClaimConnection, pagedClaimsOfEvents.describe('The claims in its articles.'))
  claims(
    @Root() event: Event,
    @Args(() => ClaimListArguments) given: ClaimListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Claim>> {
    return connect(pagedClaimsOfEvents, event.id, given, context);
  }

  @Extensions(pageOf(pagedPropositionsOfEvents))
  @FieldResolver(
    () => PropositionConnection,
    pagedPropositionsOfEvents.describe('What is claimed about it, whoever says it.'),
  )
  propositions(
    @Root() event: Event,
    @Args(() => PropositionListArguments) given: PropositionListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Proposition>> {
    return connect(pagedPropositionsOfEvents, event.id, given, context);
  }

  @FieldResolver(() => Comparison, {
    nullable: true,
    description:
      'How the outlets differ in what they report of it. Computed when asked for, and kept. Null only when the event was removed while this was answered.',
  })
  comparison(
    @Root() event: Event,
    @Arg('sources', () => [ID], {
      nullable: true,
      description: 'The outlets to compare, also such as have no article about it. Without it: all that have one.',
    })
    sources: string[] | null | undefined,
    @Ctx() context: Context,
  ): Promise<values.Comparison | null> {
    if (sources && (sources.length === 0 || sources.length > largestPageSize)) {
      throw new ParallaxError('BAD_USER_INPUT', `\`sources\` must name 1 to ${largestPageSize} outlets.`);
    }
    const ids = sources?.map((source) => decodeIdOf('Source', source, 'sources'));
    return compareOnce(context, event.id, ids ? [...new Set(ids)].sort() : null);
  }

  @Extensions(pageOf(pagedActorsOfEvents))
  @FieldResolver(() => ActorConnection, pagedActorsOfEvents.describe('The actors who speak in its articles.'))
  speakers(
    @Root() event: Event,
    @Args(() => ActorListArguments) given: ActorListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Actor>> {
    return connect(pagedActorsOfEvents, event.id, given, context);
  }
}
