import { Arg, Args, Authorized, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Scope } from '../entities/enumerations.js';
import { Article, ArticleVersion, Claim, Event, Source } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { articleListing } from '../src/store/queries/article-listing.js';
import { claimsOfArticles } from '../src/store/queries/claim-listing.js';
import { articlesById, eventsById, sourcesById } from '../src/store/queries/rows-by-id.js';
import { latestVersionsOfArticles, versionsOfArticles } from '../src/store/queries/versions-of-articles.js';
import { articleList, ArticleListArguments } from './lists/article-list.js';
import { claimList, ClaimListArguments } from './lists/claim-list.js';
import { connect, type Connection } from './relay/connection.js';
import { ArticleConnection, ClaimConnection } from './relay/connections.js';
import { decodeIdOf } from './relay/global-id.js';
import { byId, firstOf, oneBy, pageOf, rowsOf } from './relay/reads.js';

const allArticles = articleList(articleListing);
const listedClaimsOfArticles = claimList(claimsOfArticles);

@Resolver(() => Article)
export class ArticleResolver {
  @Extensions(byId('Article'))
  @Authorized(Scope.READ)
  @Query(() => Article, { nullable: true, description: 'An article by its id. Null when there is none with this id.' })
  article(@Arg('id', () => ID, { description: 'Its global id.' }) id: string, @Ctx() { loaders }: Context) {
    return loaders.load(articlesById, decodeIdOf('Article', id, 'id'));
  }

  @Extensions(pageOf(allArticles))
  @Authorized(Scope.READ)
  @Query(() => ArticleConnection, { description: 'Articles, the latest first.' })
  articles(
    @Args(() => ArticleListArguments) given: ArticleListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Article>> {
    return connect(allArticles, null, given, context);
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

  @Extensions(pageOf(listedClaimsOfArticles))
  @FieldResolver(() => ClaimConnection, {
    description: "Its claims in the order of reading: the headline's, then the text's.",
  })
  claims(
    @Root() article: Article,
    @Args(() => ClaimListArguments) given: ClaimListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Claim>> {
    return connect(listedClaimsOfArticles, article.id, given, context);
  }
}
