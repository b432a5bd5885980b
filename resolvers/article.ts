import { Arg, Args, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Article, ArticleVersion, Claim, Event, Source } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { articleListing } from '../src/store/queries/article-listing.js';
import { claimsOfArticles } from '../src/store/queries/claim-listing.js';
import { articlesById, eventsById, sourcesById } from '../src/store/queries/rows-by-id.js';
import { latestVersionsOfArticles, versionsOfArticles } from '../src/store/queries/versions-of-articles.js';
import { ArticleFilter, narrowArticles } from './filters/article-filter.js';
import { ClaimFilter, narrowClaims } from './filters/claim-filter.js';
import { connect, type Connection } from './relay/connection.js';
import { ConnectionArguments } from './relay/connection-arguments.js';
import { ArticleConnection, ClaimConnection } from './relay/connections.js';
import { decodeIdOf } from './relay/global-id.js';
import { byId, firstOf, oneBy, pageOf, rowsOf } from './relay/reads.js';

@Resolver(() => Article)
export class ArticleResolver {
  @Extensions(byId('Article'))
  @Query(() => Article, { nullable: true, description: 'An article by its id. Null when there is none with this id.' })
  article(@Arg('id', () => ID, { description: 'Its global id.' }) id: string, @Ctx() { loaders }: Context) {
    return loaders.load(articlesById, decodeIdOf('Article', id, 'id'));
  }

  @Extensions(pageOf(ArticleConnection, articleListing, narrowArticles))
  @Query(() => ArticleConnection, { description: 'Articles, the latest first.' })
  articles(
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Arg('filter', () => ArticleFilter, { nullable: true, description: 'Which articles.' })
    filter: ArticleFilter | undefined,
    @Ctx() context: Context,
  ): Promise<Connection<Article>> {
    return connect(ArticleConnection, articleListing, null, page, narrowArticles(filter), context);
  }

  @Extensions(oneBy('source'))
  @FieldResolver(() => Source, { description: 'The outlet that published it.' })
  source(@Root() article: Article, @Ctx() { loaders }: Context) {
    return loaders.load(sourcesById, article.sourceId);
  }

  @Extensions(oneBy('event'))
  @FieldResolver(() => Event, {
    nullable: true,
    description: 'The event it is about. Null until its analysis has placed it.',
  })
  event(@Root() article: Article, @Ctx() { loaders }: Context) {
    return article.eventId && loaders.load(eventsById, article.eventId);
  }

  @Extensions(oneBy('copyOf'))
  @FieldResolver(() => Article, {
    nullable: true,
    description: 'The earlier article whose text it prints (a wire story, for instance). Null when it copies none.',
  })
  copyOf(@Root() article: Article, @Ctx() { loaders }: Context) {
    return article.copyOfId && loaders.load(articlesById, article.copyOfId);
  }

  @Extensions(rowsOf(versionsOfArticles))
  @FieldResolver(() => [ArticleVersion], { description: 'Its text as it stood at each time, the oldest first.' })
  versions(@Root() article: Article, @Ctx() { loaders }: Context) {
    return loaders.load(versionsOfArticles, article.id);
  }

  @Extensions(firstOf(latestVersionsOfArticles))
  @FieldResolver(() => ArticleVersion, { nullable: true, description: 'Its text as it stands now.' })
  async latestVersion(@Root() article: Article, @Ctx() { loaders }: Context) {
    const [latest] = await loaders.load(latestVersionsOfArticles, article.id);
    return latest;
  }

  @Extensions(pageOf(ClaimConnection, claimsOfArticles, narrowClaims))
  @FieldResolver(() => ClaimConnection, {
    description: "Its claims in the order of reading: the headline's, then the text's.",
  })
  claims(
    @Root() article: Article,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Arg('filter', () => ClaimFilter, { nullable: true, description: 'Which of them.' })
    filter: ClaimFilter | undefined,
    @Ctx() context: Context,
  ): Promise<Connection<Claim>> {
    return connect(ClaimConnection, claimsOfArticles, article.id, page, narrowClaims(filter), context);
  }
}
