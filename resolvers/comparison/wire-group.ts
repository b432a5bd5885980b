import { Ctx, Extensions, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { seldomOver } from '../../entities/list-size.js';
import { Article, Source } from '../../entities/index.js';
import type * as values from '../../src/pipeline/values.js';
import type { Context } from '../../src/server/context.js';
import { articlesById, sourcesById } from '../../src/store/queries/rows-by-id.js';
import { loadAll } from './load-all.js';

@ObjectType({ description: 'Articles of several outlets that print the same text. In every figure they count once.' })
export class WireGroup implements values.WireGroup {
  originalArticleId!: string;
  articleIds!: readonly string[];
  sourceIds!: readonly string[];
}

@Resolver(() => WireGroup)
export class WireGroupResolver {
  @FieldResolver(() => Article, {
    nullable: true,
    description: 'The earliest of them, taken as the original. Null when it was removed since the comparison was made.',
  })
  original(@Root() group: values.WireGroup, @Ctx() { loaders }: Context) {
    return loaders.load(articlesById, group.originalArticleId);
  }

  @Extensions(seldomOver(10))
  @FieldResolver(() => [Article], { description: 'All articles that print it.' })
  articles(@Root() group: values.WireGroup, @Ctx() context: Context): Promise<Article[]> {
    return loadAll(context, articlesById, group.articleIds);
  }

  @Extensions(seldomOver(10))
  @FieldResolver(() => [Source], { description: 'The outlets that print it.' })
  sources(@Root() group: values.WireGroup, @Ctx() context: Context): Promise<Source[]> {
    return loadAll(context, sourcesById, group.sourceIds);
  }
}
