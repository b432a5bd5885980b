import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Article } from '../../entities/index.js';
import type * as values from '../../src/pipeline/values.js';
import type { Context } from '../../src/server/context.js';
import { articlesById } from '../../src/store/queries/rows-by-id.js';

@ObjectType({ description: 'A sentence of an article that a search for a proposition came upon.' })
export class SearchedPassage implements values.SearchedPassage {
  articleId!: string;

  @Field(() => Int, { description: "Offset of its first UTF-16 code unit in the article's text." })
  start!: number;

  @Field(() => Int, { description: 'Offset after its last code unit.' })
  end!: number;

  @Field(() => String, { description: 'The sentence.' })
  text!: string;

  @Field(() => Float, { description: 'How like the proposition it is, 0 to 1.' })
  score!: number;
}

@Resolver(() => SearchedPassage)
export class SearchedPassageResolver {
  @FieldResolver(() => Article, {
    nullable: true,
    description: 'The article it stands in. Null when it was removed since the comparison was made.',
  })
  article(@Root() passage: values.SearchedPassage, @Ctx() { loaders }: Context) {
    return loaders.load(articlesById, passage.articleId);
  }
}
