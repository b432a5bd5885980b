import { Arg, Args, Authorized, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { atMost } from '../entities/list-size.js';
import { Scope } from '../entities/enumerations.js';
import { Article, Claim, Event, Source } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { articlesOfSources } from '../src/store/queries/article-listing.js';
import { sourcesById } from '../src/store/queries/rows-by-id.js';
import { sourceListing } from '../src/store/queries/source-listing.js';
import { articleList, ArticleListArguments } from './lists/article-list.js';
import { sourceList, SourceListArguments } from './lists/source-list.js';
import { connect, type Connection } from './relay/connection.js';
import { ArticleConnection, ClaimConnection, EventConnection, SourceConnection } from './relay/connections.js';
import { decodeIdOf } from './relay/global-id.js';
import { byId, byKey, pageOf, rowsOf } from './relay/reads.js';
import { claimsOfSources } from '../src/store/queries/claim-listing.js';
import { eventsOfSources } from '../src/store/queries/event-listing.js';
import { claimCountsOfSources, mostClaimCounts } from '../src/store/queries/claim-counts.js';
import { findSourceByDomain } from '../src/store/queries/find-by-key.js';
import { ClaimCount } from './claim-count.js';
import { claimList, ClaimListArguments } from './lists/claim-list.js';
import { eventList, EventListArguments } from './lists/event-list.js';

const allSources = sourceList(sourceListing);
const pagedArticlesOfSources = articleList(articlesOfSources);
const pagedClaimsOfSources = claimList(claimsOfSources);
const pagedEventsOfSources = eventList(eventsOfSources);

@Resolver(() => Source)
export class SourceResolver {
  @Extensions(byId('Source'))
  @Authorized(Scope.READ)
  @Query(() => Source, { nullable: true, description: 'An outlet by its id. Null when there is none with this id.' })
  source(@Arg('id', () => ID, { description: 'Its global id.' }) id: string, @Ctx() { loaders }: Context) {
    return loaders.load(sourcesById, decodeIdOf('Source', id, 'id'));
  }

  @Authorized(Scope.READ)
  @Extensions(byKey('Source', findSourceByDomain))
  @Query(() => Source, {
    nullable: true,
    description: 'An outlet by its domain. Null when there is none with this domain.',
  })
  async sourceByDomain(
    @Arg('domain', () => String, {
      description: 'Its registrable domain; of a longer host name (`www.example.org`) that is taken.',
    })
    domain: string,
    @Ctx() { loaders, store }: Context,
  ) {
    const id = await findSourceByDomain(store, { domain });
    return id && loaders.load(sourcesById, id);
  }

  @Extensions(pageOf(allSources))
  @Authorized(Scope.READ)
  @Query(() => SourceConnection, allSources.describe('Outlets.'))
  sources(
    @Args(() => SourceListArguments) given: SourceListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Source>> {
    return connect(allSources, null, given, context);
  }

  @Extensions(pageOf(pagedArticlesOfSources))
  @FieldResolver(() => ArticleConnection, pagedArticlesOfSources.describe('Its articles.'))
  articles(
    @Root() source: Source,
    @Args(() => ArticleListArguments) given: ArticleListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Article>> {
    return connect(pagedArticlesOfSources, source.id, given, context);
  }

  @Extensions(pageOf(pagedClaimsOfSources))
  @FieldResolver(() => ClaimConnection, pagedClaimsOfSources.describe('The claims in its articles.'))
  claims(
    @Root() source: Source,
    @Args(() => ClaimListArguments) given: ClaimListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Claim>> {
    return connect(pagedClaimsOfSources, source.id, given, context);
  }

  @Extensions(pageOf(pagedEventsOfSources))
  @FieldResolver(() => EventConnection, pagedEventsOfSources.describe('The events that it has an article about.'))
  events(
    @Root() source: Source,
    @Args(() => EventListArguments) given: EventListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Event>> {
    return connect(pagedEventsOfSources, source.id, given, context);
  }

  @Extensions(rowsOf(claimCountsOfSources))
  @Extensions(atMost(mostClaimCounts))
  @FieldResolver(() => [ClaimCount], {
    description: `Whom it quotes, with how many claims it gives to each: the ${mostClaimCounts} it quotes most, the most first.`,
  })
  claimCounts(@Root() source: Source, @Ctx() { loaders }: Context) {
    return loaders.load(claimCountsOfSources, source.id);
  }
}
