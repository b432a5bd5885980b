import { Field, Int, ObjectType } from 'type-graphql';
import type { Context } from '../../src/server/context.js';
import { encodeCursor } from '../../src/store/queries/cursor.js';
import { estimateRows } from '../../src/store/queries/estimate.js';
import {
  countRows,
  mostCounted,
  placeOf,
  readPages,
  type Listing,
  type Page,
  type PageRequest,
} from '../../src/store/queries/page.js';
import type { EntityClass } from '../../src/store/queries/row.js';
import { PageInfo } from './page-info.js';
import type { PagedList } from './paged-list.js';

export interface Edge<Row> {
  node: Row;
  cursor: string;
}

export interface Connection<Row> {
  nodes: readonly Row[];
  pageInfo: PageInfo;
  // Both are done only when a client selects what they give.
  makeEdges: () => Edge<Row>[];
  /** Exact up to `mostCounted`; one more than that stands for all that are more. */
  count: () => Promise<number> | number;
  /** Absent where it was not asked for. */
  estimate?: () => Promise<number>;
}

/**
 * Makes the edge and connection types of a noun (Relay Cursor Connections).
 * @param many the noun's plural, for the descriptions
 */
export function connectionType<Row extends object>(entity: EntityClass<Row>, many: string) {
  const noun = entity.name;

  @ObjectType(`${noun}Edge`, { description: `One of a page of ${many}, with its place in the list.` })
  class NounEdge implements Edge<Row> {
    @Field(() => entity, { description: 'The item.' })
    node!: Row;

    @Field(() => String, { description: 'Its place in the list, for `after` and `before`. Not to be read or made.' })
    cursor!: string;
  }

  @ObjectType(`${noun}Connection`, { description: `A page of ${many}.` })
  class NounConnection implements Connection<Row> {
    @Field(() => [entity], { description: 'The items, where cursors are not needed.' })
    nodes!: readonly Row[];

    @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
    pageInfo!: PageInfo;

    makeEdges!: () => Edge<Row>[];

    count!: () => Promise<number> | number;

    estimate?: () => Promise<number>;

    @Field(() => [NounEdge], { description: 'The items, each with its cursor.' })
    edges(): Edge<Row>[] {
      return this.makeEdges();
    }

    @Field(() => Int, {
      nullable: true,
      description: `How many there are on the whole list, counted only when asked for. Null where there are more than ${mostCounted}; \`estimatedTotalCount\` says about how many.`,
    })
    async totalCount(): Promise<number | null> {
      const total = await this.count();
      return total > mostCounted ? null : total;
    }

    @Field(() => Int, {
      description: `About how many there are on the whole list: exact up to ${mostCounted}, and beyond that what the database expects from its statistics.`,
    })
    estimatedTotalCount(): Promise<number> | undefined {
      return this.estimate?.();
    }
  }
  return NounConnection;
}

interface Narrowed<Filter> {
  readonly filter: Filter;
  readonly request: PageRequest;
}

// Loaders tell questions apart by identity, so each listing has its own two.
const questions = new WeakMap<object, ReturnType<typeof questionsOf>>();

function questionsOf<Row extends object, Filter>(listing: Listing<Row, Filter>) {
  return {
    pages: (store: Context['store'], parents: readonly string[], { filter, request }: Narrowed<Filter>) =>
      readPages(store, listing, parents, filter, request),
    counts: (store: Context['store'], parents: readonly string[], filter: Filter) =>
      countRows(store, listing, parents, filter),
    estimates: (store: Context['store'], parents: readonly string[], filter: Filter) =>
      estimateRows(store, listing, parents, filter),
  };
}

/**
 * The page of a list that a client's arguments ask for. For nested lists, one statement serves all parents of a request.
 * @param parent database id of the row it is listed under; null for a list of everything
 * @throws ParallaxError BAD_USER_INPUT
 */
export async function connect<Row extends object, Filter, Given>(
  list: PagedList<Row, Filter, Given>,
  parent: string | null,
  given: Given,
  { loaders }: Context,
): Promise<Connection<Row>> {
  const { listing, filter, request } = list.choose(given);
  if (!questions.has(listing)) questions.set(listing, questionsOf(listing) as never);
  const { pages, counts, estimates } = questions.get(listing) as unknown as ReturnType<typeof questionsOf<Row, Filter>>;
  const page: Page<Row> = await loaders.load(pages, parent ?? '', { filter, request });
  return makeConnection(list.connection, listing, page, {
    count: () => loaders.load(counts, parent ?? '', filter),
    estimate: () => loaders.load(estimates, parent ?? '', filter),
  });
}

/** A page as the answer has it. Cursors are made only where they are asked for. */
export function makeConnection<Row extends object, Filter>(
  ConnectionClass: new () => Connection<Row>,
  listing: Listing<Row, Filter>,
  page: Page<Row>,
  counts: Pick<Connection<Row>, 'count' | 'estimate'>,
): Connection<Row> {
  const cursorOf = (row: Row | undefined) => row && encodeCursor(listing.name, placeOf(listing, row));
  return Object.assign(new ConnectionClass(), {
    nodes: page.rows,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      get startCursor() {
        return cursorOf(page.rows.at(0)) ?? null;
      },
      get endCursor() {
        return cursorOf(page.rows.at(-1)) ?? null;
      },
    },
    makeEdges: () => page.rows.map((node) => ({ node, cursor: cursorOf(node) as string })),
    ...counts,
  });
}
