import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { Language, Url } from '../../entities/index.js';
import { Genre } from '../../src/pipeline/values.js';
import {
  ArticleOrderField,
  type articleListing,
  type ArticleNarrowing,
} from '../../src/store/queries/article-listing.js';
import { addressesOfPage } from '../../src/store/identity.js';
import { ArticleConnection } from '../relay/connections.js';
import { pagedList } from '../relay/paged-list.js';
import { anyOf, DateTimeRange, filterIds, filterList } from './filter-values.js';
import { listArguments, orderInput } from './order.js';

@InputType({ description: 'Narrows a list of articles; what is left out narrows nothing.' })
export class ArticleFilter {
  @Field(() => [ID], anyOf('articles of these Sources'))
  sources?: string[] | null;

  @Field(() => [ID], anyOf('articles about these Events'))
  events?: string[] | null;

  @Field(() => [ID], anyOf('articles in which these Actors speak'))
  speakers?: string[] | null;

  @Field(() => [Genre], anyOf('articles of these sorts'))
  genres?: Genre[] | null;

  @Field(() => [Language], anyOf('articles in these languages, where "en" takes in "en-GB"'))
  languages?: string[] | null;

  @Field(
    () => [Url],
    anyOf('articles at these addresses; http or https, fragments and tracking parameters make no difference'),
  )
  urls?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only articles that print the text of an earlier one, or only others.',
  })
  isCopy?: boolean | null;

  @Field(() => DateTimeRange, { nullable: true, description: 'Only articles published in this span.' })
  publishedAt?: DateTimeRange | null;

  @Field(() => DateTimeRange, { nullable: true, description: 'Only articles that first came in here in this span.' })
  firstSeenAt?: DateTimeRange | null;
}

function narrow(filter?: ArticleFilter | null): ArticleNarrowing {
  return {
    sources: filterIds('Source', filter?.sources, 'filter.sources'),
    events: filterIds('Event', filter?.events, 'filter.events'),
    speakers: filterIds('Actor', filter?.speakers, 'filter.speakers'),
    genres: filterList(filter?.genres, 'filter.genres'),
    languages: filterList(filter?.languages, 'filter.languages'),
    urls: filterList(filter?.urls, 'filter.urls')?.flatMap(addressesOfPage),
    isCopy: filter?.isCopy,
    publishedAt: filter?.publishedAt,
    firstSeenAt: filter?.firstSeenAt,
  };
}

export const ArticleOrder = orderInput('Article', 'articles', ArticleOrderField, {
  PUBLISHED_AT: 'By the time of publication.',
  FIRST_SEEN_AT: 'By the time it first came in here.',
});

@ArgsType()
export class ArticleListArguments extends listArguments('articles', ArticleFilter, ArticleOrder) {}

export const articleList = (listings: typeof articleListing) => pagedList(ArticleConnection, listings, narrow);
