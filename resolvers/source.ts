import { Arg, Args, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Source } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { articlesOfSources } from '../src/store/queries/article-listing.js';
import { sourcesById } from '../src/store/queries/rows-by-id.js';
import { sourceListing } from '../src/store/queries/source-listing.js';
import { ArticleFilter, narrowArticles } from './filters/article-filter.js';
import { narrowSources, SourceFilter } from './filters/source-filter.js';
import { connect, type Connection } from './relay/connection.js';
import { ConnectionArguments } from './relay/connection-arguments.js';
import { ArticleConnection, SourceConnection } from './relay/connections.js';
import { decodeIdOf } from './relay/global-id.js';
import { byId, pageOf } from './relay/reads.js';

@Resolver(() => Source)
export class SourceResolver {
  @Extensions(byId('Source'))
  @Query(() => Source, { nullable: true, description: 'An outlet by its id. Null when there is none with this id.' })
  source(@Arg('id', () => ID, { description: 'Its global id.' }) id: string, @Ctx() { loaders }: Context) {
    return loaders.load(sourcesById, decodeIdOf('Source', id, 'id'));
  }

  @Extensions(pageOf(SourceConnection, sourceListing, narrowSources))
  @Query(() => SourceConnection, { description: 'Outlets, by name.' })
  sources(
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Arg('filter', () => SourceFilter, { nullable: true, description: 'Which outlets.' })
    filter: SourceFilter | undefined,
    @Ctx() context: Context,
  ): Promise<Connection<Source>> {
    return connect(SourceConnection, sourceListing, null, page, narrowSources(filter), context);
  }

  @Extensions(pageOf(ArticleConnection, articlesOfSources, narrowArticles))
  @FieldResolver(() => ArticleConnection, { description: 'Its articles, the latest first.' })
  articles(
    @Root() source: Source,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Arg('filter', () => ArticleFilter, { nullable: true, description: 'Which of them.' })
    filter: ArticleFilter | undefined,
    @Ctx() context: Context,
  ) {
    return connect(ArticleConnection, articlesOfSources, source.id, page, narrowArticles(filter), context);
  }
}
