import { Ctx, Extensions, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { seldomOver } from '../../entities/list-size.js';
import { Article, DateTime, Source } from '../../entities/index.js';
import type * as values from '../../src/pipeline/values.js';
import type { Context } from '../../src/server/context.js';
import { articlesById, sourcesById } from '../../src/store/queries/rows-by-id.js';
import { loadAll } from './load-all.js';

@ObjectType({
  description:
    'At least and at most so many hours: the same where times are exact, a day apart where only days are known.',
})
export class HourRange {
  @Field(() => Float, { description: 'At least so many.' })
  low!: number;

  @Field(() => Float, { description: 'At most so many.' })
  high!: number;
}

@ObjectType({ description: 'How much one outlet reports of the event, and when.' })
export class SourceCoverage {
  @Field(() => Int, { description: 'How many articles it has, wire copies included.' })
  articleCount!: number;

  @Field(() => Int, { description: 'How many of them copy no earlier article.' })
  independentArticles!: number;

  @Field(() => Int, { description: 'Words in all of them.' })
  words!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When its first article was published. Null without coverage.',
  })
  firstPublishedAt!: string | null;

  @Field(() => HourRange, {
    nullable: true,
    description: 'Hours after the first report of any other outlet compared. Null without coverage.',
  })
  lagHours!: HourRange | null;
}

@Resolver(() => SourceCoverage)
export class SourceCoverageResolver {
  @FieldResolver(() => Source, { description: 'The outlet.' })
  source(@Root() coverage: values.SourceCoverage, @Ctx() { loaders }: Context) {
    return loaders.load(sourcesById, coverage.sourceId);
  }

  @FieldResolver()
  articleCount(@Root() coverage: values.SourceCoverage): number {
    return coverage.articles;
  }

  @Extensions(seldomOver(10))
  @FieldResolver(() => [Article], { description: 'Its articles, the earliest first.' })
  articles(@Root() coverage: values.SourceCoverage, @Ctx() context: Context): Promise<Article[]> {
    return loadAll(context, articlesById, coverage.articleIds);
  }
}
