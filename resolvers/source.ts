import { Arg, Args, Authorized, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Scope } from '../entities/enumerations.js';
import { Article, Source } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { articlesOfSources } from '../src/store/queries/article-listing.js';
import { sourcesById } from '../src/store/queries/rows-by-id.js';
import { sourceListing } from '../src/store/queries/source-listing.js';
import { articleList, ArticleListArguments } from './lists/article-list.js';
import { sourceList, SourceListArguments } from './lists/source-list.js';
import { connect, type Connection } from './relay/connection.js';
import { ArticleConnection, SourceConnection } from './relay/connections.js';
import { decodeIdOf } from './relay/global-id.js';
import { byId, pageOf } from './relay/reads.js';

const allSources = sourceList(sourceListing);
const listedArticlesOfSources = articleList(articlesOfSources);

@Resolver(() => Source)
export class SourceResolver {
  @Extensions(byId('Source'))
  @Authorized(Scope.READ)
  @Query(() => Source, { nullable: true, description: 'An outlet by its id. Null when there is none with this id.' })
  source(@Arg('id', () => ID, { description: 'Its global id.' }) id: string, @Ctx() { loaders }: Context) {
    return loaders.load(sourcesById, decodeIdOf('Source', id, 'id'));
  }

  @Extensions(pageOf(allSources))
  @Authorized(Scope.READ)
  @Query(() => SourceConnection, { description: 'Outlets, by name.' })
  sources(
    @Args(() => SourceListArguments) given: SourceListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Source>> {
    return connect(allSources, null, given, context);
  }

  @Extensions(pageOf(listedArticlesOfSources))
  @FieldResolver(() => ArticleConnection, { description: 'Its articles, the latest first.' })
  articles(
    @Root() source: Source,
    @Args(() => ArticleListArguments) given: ArticleListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Article>> {
    return connect(listedArticlesOfSources, source.id, given, context);
  }
}
