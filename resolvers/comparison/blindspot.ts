import { Ctx, Extensions, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { seldomOver } from '../../entities/list-size.js';
import { Article, Proposition, Source } from '../../entities/index.js';
import type * as values from '../../src/pipeline/values.js';
import type { Context } from '../../src/server/context.js';
import { articlesById, propositionsById, sourcesById } from '../../src/store/queries/rows-by-id.js';
import { loadAll } from './load-all.js';

@ObjectType({
  description:
    'A proposition that at least half of the other independent outlets (three of them, or both where there are only two) report, and to which nothing in the articles of this one comes near. It says what was not found, and nothing of why.',
})
export class Blindspot implements values.Blindspot {
  sourceId!: string;
  propositionId!: string;
  reportedBySourceIds!: readonly string[];
  searchedArticleIds!: readonly string[];
}

@Resolver(() => Blindspot)
export class BlindspotResolver {
  @FieldResolver(() => Source, { description: 'The outlet in whose articles it was not found.' })
  source(@Root() blindspot: values.Blindspot, @Ctx() { loaders }: Context) {
    return loaders.load(sourcesById, blindspot.sourceId);
  }

  @FieldResolver(() => Proposition, {
    nullable: true,
    description: 'What was not found there. Null when it was removed since the comparison was made.',
  })
  proposition(@Root() blindspot: values.Blindspot, @Ctx() { loaders }: Context) {
    return loaders.load(propositionsById, blindspot.propositionId);
  }

  @Extensions(seldomOver(10))
  @FieldResolver(() => [Source], { description: 'The outlets that report it.' })
  reportedBy(@Root() blindspot: values.Blindspot, @Ctx() context: Context): Promise<Source[]> {
    return loadAll(context, sourcesById, blindspot.reportedBySourceIds);
  }

  @Extensions(seldomOver(10))
  @FieldResolver(() => [Article], { description: 'The articles whose full text was searched for it.' })
  searchedArticles(@Root() blindspot: values.Blindspot, @Ctx() context: Context): Promise<Article[]> {
    return loadAll(context, articlesById, blindspot.searchedArticleIds);
  }
}
