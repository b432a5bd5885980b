import { Arg, Authorized, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Scope } from '../../entities/enumerations.js';
import { Language } from '../../entities/index.js';
import { ParallaxError } from '../../src/errors.js';
import type { Context } from '../../src/server/context.js';
import { encodeCursor } from '../../src/store/queries/cursor.js';
import {
  foundThings,
  mostRanked,
  narrowReadings,
  placeInSearch,
  searchOrder,
  SearchType,
  type FoundThing,
} from '../../src/store/queries/search/found-things.js';
import { stemsInLanguagesHeld } from '../../src/store/queries/search/stems.js';
import { digest } from '../../src/store/identity.js';
import { primaryLanguage, undetermined } from '../../src/store/search/languages.js';
import { longestSearch, parseSearch, type Alternative } from '../../src/store/search/parse-search.js';
import { readingsOf, type Reading } from '../../src/store/search/readings.js';
import { defaultPageSize, largestPageSize, pageRequest } from '../relay/connection-arguments.js';
import { loadThing, matchesOfPage } from './matches-of-page.js';
import { SearchConnection, SearchHit, type SearchMatch } from './types.js';

@Resolver()
export class SearchResolver {
  @Authorized(Scope.READ)
  @Query(() => SearchConnection, {
    description: `Articles, claims, actors and events by their words, the best match first; of each type the latest ${mostRanked} that match.`,
  })
  async search(
    @Arg('text', () => String, {
      description: `What to look for, at most ${longestSearch} characters: words that must all be there, in any form that the language of the text gives them (election, elections); "exact words in a row"; -left -"out"; begin*; and \`or\` between alternatives.`,
    })
    text: string,
    @Arg('types', () => [SearchType], {
      nullable: true,
      description: 'What to look for it in. Without it: everything.',
    })
    types: SearchType[] | null | undefined,
    @Arg('language', () => Language, {
      nullable: true,
      description: 'Only what is written in this language, and actors. Without it: every language.',
    })
    languageTag: string | null | undefined,
    @Arg('first', () => Int, {
      nullable: true,
      description: `How many from the front, at most ${largestPageSize}. Without it: ${defaultPageSize}.`,
    })
    first: number | null | undefined,
    @Arg('after', () => String, {
      nullable: true,
      description: 'A cursor of the same search: only what comes after it.',
    })
    after: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<SearchConnection> {
    const alternatives = parseSearch(text);
    const wanted = typesOf(types);
    const language = languageOf(languageTag);
    // A place in the list of another search would mean nothing here.
    const name = `search ${digest(alternatives, wanted, language).slice(0, 12)}`;
    const request = pageRequest({ name, order: searchOrder }, { first, after });
    const stems = await stemsInLanguagesHeld(context.store, stemmedWords(alternatives));
    const readings = narrowReadings(readingsOf(alternatives, stems), language);
    const page = await foundThings(context.store, { ...request, readings, types: wanted, language });

    const hits = hitsOf(page.things, readings, context);
    const edges = hits.map((node, index) => ({
      node,
      cursor: encodeCursor(name, placeInSearch(page.things[index] as FoundThing)),
    }));
    return {
      nodes: hits,
      edges,
      pageInfo: {
        hasNextPage: page.hasNextPage,
        hasPreviousPage: request.after !== null,
        startCursor: edges.at(0)?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      totalCount: [...page.counts.values()].reduce((sum, count) => sum + count, 0),
      counts: [...page.counts].map(([type, count]) => ({ type, count, isCapped: count === mostRanked })),
    };
  }
}

/** In the order of the enumeration, each once, so that the same types in another order are the same search. */
function typesOf(types: readonly SearchType[] | null | undefined): SearchType[] {
  if (types?.length === 0)
    throw new ParallaxError('BAD_USER_INPUT', '`types` must name at least one type, or be left out.');
  return Object.values(SearchType).filter((type) => types?.includes(type) ?? true);
}

function languageOf(tag: string | null | undefined): string | null {
  if (tag == null) return null;
  const language = primaryLanguage(tag);
  if (language === undetermined && tag.toLowerCase() !== undetermined) {
    throw new ParallaxError('BAD_USER_INPUT', '`language` must be a BCP 47 tag such as "en" or "pt-BR".');
  }
  return language;
}

function stemmedWords(alternatives: readonly Alternative[]): string[] {
  const terms = alternatives.flatMap(({ required, excluded }) => [...required, ...excluded]);
  return [...new Set(terms.filter(({ isExact, isPrefix }) => !isExact && !isPrefix).flatMap(({ words }) => words))];
}

/** Where words stand is looked up for the whole page at once, and only when somebody asks. */
function hitsOf(things: readonly FoundThing[], readings: readonly Reading[], context: Context): SearchHit[] {
  let matches: Promise<SearchMatch[][]> | null = null;
  return things.map((thing, index) =>
    Object.assign(new SearchHit(), {
      type: thing.type,
      score: thing.score / 1_000_000,
      findNode: () => loadThing(thing, context),
      findMatches: async () => (await (matches ??= matchesOfPage(things, readings, context)))[index] ?? [],
    }),
  );
}
