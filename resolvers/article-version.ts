import { Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import { Article, ArticleVersion } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { articlesById } from '../src/store/queries/rows-by-id.js';
import { oneBy } from './relay/reads.js';

@Resolver(() => ArticleVersion)
export class ArticleVersionResolver {
  @Extensions(oneBy('article'))
  @FieldResolver(() => Article, { description: 'The article that read so.' })
  article(@Root() version: ArticleVersion, @Ctx() { loaders }: Context) {
    return loaders.load(articlesById, version.articleId);
  }
}
