import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { Scope } from '../../entities/enumerations.js';
import type { Context } from '../../src/server/context.js';
import { encodeCursor } from '../../src/store/queries/cursor.js';
import { OrderDirection } from '../../src/store/queries/order.js';
import { placeOf } from '../../src/store/queries/page.js';
import { expectedThings } from '../../src/store/queries/search/expected-things.js';
import {
  foundThings,
  mostRanked,
  SearchOrderField,
  searchOrders,
  type FoundPage,
  type FoundThing,
} from '../../src/store/queries/search/found-things.js';
import { narrowReadings, type SearchQuestion } from '../../src/store/queries/search/sought.js';
import { stemsInLanguagesHeld } from '../../src/store/queries/search/stems.js';
import { digest } from '../../src/store/identity.js';
import { parseSearch, type Alternative } from '../../src/store/search/parse-search.js';
import { readingsOf, type Reading } from '../../src/store/search/readings.js';
import { pageRequest } from '../relay/connection-arguments.js';
import { loadThing, matchesOfPage } from './matches-of-page.js';
import { narrowSearch, SearchArguments } from './search-list.js';
import { SearchConnection, SearchHit, type SearchMatch } from './types.js';

const usualOrder = { field: SearchOrderField.RELEVANCE, direction: OrderDirection.DESC };

@Resolver()
export class SearchResolver {
  @Authorized(Scope.READ)
  @Query(() => SearchConnection, {
    description: `Articles, claims, actors and events by their words; of each type the latest ${mostRanked} that match. Without \`orderBy\`: by ${usualOrder.field}, ${usualOrder.direction}.`,
  })
  async search(
    @Args(() => SearchArguments) given: SearchArguments,
    @Ctx() context: Context,
  ): Promise<SearchConnection> {
    const { store } = context;
    const alternatives = parseSearch(given.text);
    const narrowing = narrowSearch(given.filter);
    const order = given.orderBy ?? usualOrder;
    // A rank in another search would mean nothing here.
    const list = {
      name: `search ${digest(alternatives).slice(0, 12)} by ${order.field} ${order.direction}`,
      order: searchOrders[order.field],
    };
    const request = pageRequest(list, given);
    const stems = await stemsInLanguagesHeld(store, stemmedWords(alternatives));
    const readings = narrowReadings(readingsOf(alternatives, stems), narrowing.languages ?? null);
    const question = { readings, narrowing };
    const page = await foundThings(store, question, order, request);

    const hits = hitsOf(page.things, readings, context);
    const cursors = page.things.map((thing) => encodeCursor(list.name, placeOf(list, thing)));
    return Object.assign(new SearchConnection(), {
      nodes: hits,
      edges: hits.map((node, index) => ({ node, cursor: cursors[index] as string })),
      pageInfo: {
        hasNextPage: page.hasNextPage,
        hasPreviousPage: page.hasPreviousPage,
        startCursor: cursors.at(0) ?? null,
        endCursor: cursors.at(-1) ?? null,
      },
      counts: countsOf(page),
      estimate: () => estimate(context, question, page),
    });
  }
}

const countsOf = ({ counts }: FoundPage) =>
  [...counts].map(([type, count]) => ({ type, count, isCapped: count === mostRanked }));

/** Of types with more than are ranked what the database expects, of others how many there are. */
async function estimate({ store }: Context, question: SearchQuestion, page: FoundPage): Promise<number> {
  const estimates = countsOf(page).map(async ({ type, count, isCapped }) =>
    isCapped ? Math.max(count, await expectedThings(store, question, type)) : count,
  );
  return (await Promise.all(estimates)).reduce((sum, count) => sum + count, 0);
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
      id: thing.id,
      score: thing.score / 1_000_000,
      findNode: () => loadThing(thing, context),
      findMatches: async () => (await (matches ??= matchesOfPage(things, readings, context.store)))[index] ?? [],
    }),
  );
}
