import { Ctx, Extensions, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { atMost, seldomOver } from '../../entities/list-size.js';
import { Article, Claim, Source } from '../../entities/index.js';
import { PropositionStatus } from '../../src/pipeline/values.js';
import type * as values from '../../src/pipeline/values.js';
import type { Context } from '../../src/server/context.js';
import { articlesById, claimsById, sourcesById } from '../../src/store/queries/rows-by-id.js';
import { loadAll } from './load-all.js';
import { SearchedPassage } from './searched-passage.js';

@ObjectType({ description: 'What one outlet does with one proposition, and on what evidence.' })
export class PropositionCell {
  @Field(() => PropositionStatus, { description: 'What it does with it.' })
  status!: PropositionStatus;

  @Extensions(atMost(3))
  @Field(() => [SearchedPassage], {
    description: 'Evidence that is in no claim: sentences that the search of the full text found to say it.',
  })
  passages!: readonly SearchedPassage[];

  @Field(() => SearchedPassage, {
    nullable: true,
    description: 'Where nothing says it: the sentence that came nearest. Null when none was like it.',
  })
  nearest!: SearchedPassage | null;
}

@Resolver(() => PropositionCell)
export class PropositionCellResolver {
  @FieldResolver(() => Source, { description: 'The outlet.' })
  source(@Root() cell: values.PropositionCell, @Ctx() { loaders }: Context) {
    return loaders.load(sourcesById, cell.sourceId);
  }

  @Extensions(seldomOver(3))
  @FieldResolver(() => [Claim], {
    description: 'The claims of this outlet that carry the proposition. Empty where it was not found.',
  })
  claims(@Root() cell: values.PropositionCell, @Ctx() context: Context): Promise<Claim[]> {
    return loadAll(context, claimsById, cell.claimIds);
  }

  @Extensions(seldomOver(10))
  @FieldResolver(() => [Article], { description: 'The articles of this outlet whose full text was searched for it.' })
  searchedArticles(@Root() cell: values.PropositionCell, @Ctx() context: Context): Promise<Article[]> {
    return loadAll(context, articlesById, cell.searchedArticleIds);
  }
}
