import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { Language } from '../../entities/index.js';
import { ParallaxError } from '../../src/errors.js';
import { SearchOrderField } from '../../src/store/queries/search/found-things.js';
import { SearchType, type SearchNarrowing } from '../../src/store/queries/search/sought.js';
import { primaryLanguage, undetermined } from '../../src/store/search/languages.js';
import { longestSearch } from '../../src/store/search/parse-search.js';
import { anyOf, DateTimeRange, filterIds, filterList } from '../lists/filter-values.js';
import { listArguments, orderInput } from '../lists/order.js';

@InputType({ description: 'Narrows a search; what is left out narrows nothing.' })
export class SearchFilter {
  @Field(() => [SearchType], anyOf('things of these sorts'))
  types?: SearchType[] | null;

  @Field(
    () => [Language],
    anyOf('what is written in these languages, whatever the region, and actors, whose names have none'),
  )
  languages?: string[] | null;

  @Field(
    () => [ID],
    anyOf('articles of these Sources, claims in them, actors who speak in them, and events that they are about'),
  )
  sources?: string[] | null;

  @Field(() => [ID], anyOf('these Events, articles about them, claims in those, and actors who speak in those'))
  events?: string[] | null;

  @Field(() => DateTimeRange, {
    nullable: true,
    description:
      'Only articles published in this span, claims in such, events whose latest article is such, and actors whose names were first read in such.',
  })
  publishedAt?: DateTimeRange | null;
}

/** @throws ParallaxError BAD_USER_INPUT */
export function narrowSearch(filter?: SearchFilter | null): SearchNarrowing {
  const types = filterList(filter?.types, 'filter.types');
  return {
    // In the order of the enumeration, so that counts come in one order.
    types: Object.values(SearchType).filter((type) => types?.includes(type) ?? true),
    languages: filterList(filter?.languages?.map(languageOf), 'filter.languages'),
    sources: filterIds('Source', filter?.sources, 'filter.sources'),
    events: filterIds('Event', filter?.events, 'filter.events'),
    publishedAt: filter?.publishedAt,
  };
}

function languageOf(tag: string): string {
  const language = primaryLanguage(tag);
  if (language === undetermined && tag.toLowerCase() !== undetermined) {
    throw new ParallaxError('BAD_USER_INPUT', '`filter.languages` must hold BCP 47 tags such as "en" or "pt-BR".');
  }
  return language;
}

const SearchOrder = orderInput('Search', 'things found', SearchOrderField, {
  RELEVANCE: 'By how well they match; among equals by time.',
  PUBLISHED_AT:
    'By the time of publication: of the article, of that which holds the claim, of the latest about the event, and of the first that named the actor.',
});

@ArgsType()
export class SearchArguments extends listArguments('things', SearchFilter, SearchOrder) {
  @Field(() => String, {
    description: `What to look for, at most ${longestSearch} characters: words that must all be there, in any form that the language of the text gives them (election, elections); "exact words in a row"; -left -"out"; begin*; and \`or\` between alternatives.`,
  })
  text!: string;
}
