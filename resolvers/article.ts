import { Arg, Args, Authorized, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { seldomOver } from '../entities/list-size.js';
import { Scope } from '../entities/enumerations.js';
import { Article, ArticleVersion, Claim, Event, Source, Url } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { articleListing, copiesOfArticles } from '../src/store/queries/article-listing.js';
import { claimsOfArticles } from '../src/store/queries/claim-listing.js';
import { articlesById, eventsById, sourcesById } from '../src/store/queries/rows-by-id.js';
import { latestVersionsOfArticles, versionsOfArticles } from '../src/store/queries/versions-of-articles.js';
import { articleList, ArticleListArguments } from './lists/article-list.js';
import { claimList, ClaimListArguments } from './lists/claim-list.js';
import { connect, type Connection } from './relay/connection.js';
import { ArticleConnection, ClaimConnection } from './relay/connections.js';
import { decodeIdOf } from './relay/global-id.js';
import { byId, byKey, firstOf, oneBy, pageOf, rowsOf } from './relay/reads.js';
import { findArticleByUrl } from '../src/store/queries/find-by-key.js';

const allArticles = articleList(articleListing);
const pagedClaimsOfArticles = claimList(claimsOfArticles);
const pagedCopiesOfArticles = articleList(copiesOfArticles);

@Resolver(() => Article)
export class ArticleResolver {
  @Extensions(byId('Article'))
  @Authorized(Scope.READ)
  @Query(() => Article, { nullable: true, description: 'An article by its id. Null when there is none with this id.' })
  article(@Arg('id', () => ID, { description: 'Its global id.' }) id: string, @Ctx() { loaders }: Context) {
    return loaders.load(articlesById, decodeIdOf('Article', id, 'id'));
  }

  @Authorized(Scope.READ)
  @Extensions(byKey('Article', findArticleByUrl))
  @Query(() => Article, {
    nullable: true,
    description: 'An article by the address it was published at. Null when none is held that has it.',
  })
  async articleByUrl(
    @Arg('url', () => Url, { description: 'Its address; fragments and tracking parameters make no difference.' })
    url: string,
    @Ctx() { loaders, store }: Context,
  ) {
    const id = await findArticleByUrl(store, { url });
    return id && loaders.load(articlesById, id);
  }

  @Extensions(pageOf(allArticles))
  @Authorized(Scope.READ)
  @Query(() => ArticleConnection, allArticles.describe('Articles.'))
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
  @Extensions(seldomOver(10))
  @FieldResolver(() => [ArticleVersion], { description: 'Its text as it stood at each time, the oldest first.' })
  versions(@Root() article: Article, @Ctx() { loaders }: Context) {
    return loaders.load(versionsOfArticles, article.id);
  }

  @Extensions(firstOf(latestVersionsOfArticles))
  @FieldResolver(() => ArticleVersion, {
    nullable: true,
    description: 'Its text as it stands now. Null only when it was removed while this was answered.',
  })
  async latestVersion(@Root() article: Article, @Ctx() { loaders }: Context) {
    const [latest] = await loaders.load(latestVersionsOfArticles, article.id);
    return latest;
  }

  @Extensions(pageOf(pagedClaimsOfArticles))
  @FieldResolver(() => ClaimConnection, pagedClaimsOfArticles.describe('Its claims.'))
  claims(
    @Root() article: Article,
    @Args(() => ClaimListArguments) given: ClaimListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Claim>> {
    return connect(pagedClaimsOfArticles, article.id, given, context);
  }

  @Extensions(pageOf(pagedCopiesOfArticles))
  @FieldResolver(() => ArticleConnection, pagedCopiesOfArticles.describe('The later articles that print its text.'))
  copies(
    @Root() article: Article,
    @Args(() => ArticleListArguments) given: ArticleListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Article>> {
    return connect(pagedCopiesOfArticles, article.id, given, context);
  }
}
