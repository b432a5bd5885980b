import { Field, ID, InputType } from 'type-graphql';
import { Genre } from '../../src/pipeline/values.js';
import type { ArticleNarrowing } from '../../src/store/queries/article-listing.js';
import { decodeOptionalId } from '../relay/global-id.js';
import { filterText } from './text.js';

@InputType({ description: 'Narrows a list of articles; what is left out narrows nothing.' })
export class ArticleFilter {
  @Field(() => ID, { nullable: true, description: 'Only articles of this Source.' })
  source?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only articles about this Event.' })
  event?: string | null;

  @Field(() => Genre, { nullable: true, description: 'Only articles of this sort.' })
  genre?: Genre | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only articles in this language, BCP 47; "en" takes in "en-GB".',
  })
  language?: string | null;

  @Field(() => Date, { nullable: true, description: 'Only articles published then or later.' })
  publishedFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Only articles published earlier than this.' })
  publishedTo?: Date | null;
}

export function narrowArticles(filter?: ArticleFilter | null): ArticleNarrowing {
  return {
    source: decodeOptionalId('Source', filter?.source, 'filter.source'),
    event: decodeOptionalId('Event', filter?.event, 'filter.event'),
    genre: filter?.genre,
    language: filterText(filter?.language, 'filter.language'),
    publishedFrom: filter?.publishedFrom,
    publishedTo: filter?.publishedTo,
  };
}
