import { inOrder, type Listings, type Order } from '../../src/store/queries/order.js';
import type { Listing, PageRequest } from '../../src/store/queries/page.js';
import type { Connection } from './connection.js';
import { pageRequest, type ConnectionArguments } from './connection-arguments.js';

/** Which part of which list, in which order. */
export interface ChosenPage<Row extends object, Filter> {
  readonly listing: Listing<Row, Filter>;
  readonly filter: Filter;
  readonly request: PageRequest;
}

/** A list as a field shows it. */
export interface PagedList<Row extends object, Filter, Given> {
  readonly connection: new () => Connection<Row>;
  /** What ties its rows to the parent that they are listed under, in SQL; null for a list of everything. */
  readonly link: string | null;
  /**
   * What a client's arguments ask of it.
   * @throws ParallaxError BAD_USER_INPUT
   */
  readonly choose: (given: Given) => ChosenPage<Row, Filter>;
  /** What the schema says of the field: which rows it lists, and in which order to whoever asks for none. */
  readonly describe: (description: string) => { readonly description: string };
}

/** @param narrow what a client's filter means to the store; throws ParallaxError BAD_USER_INPUT */
export function pagedList<Row extends object, Filter, Field extends string, Input>(
  connection: new () => Connection<Row>,
  listings: Listings<Row, Filter, Field>,
  narrow: (filter?: Input | null) => Filter,
): PagedList<Row, Filter, ConnectionArguments & { filter?: Input | null; orderBy?: Order<Field> | null }> {
  return {
    connection,
    link: listings.link,
    describe: (description) => ({
      description: `${description} Without \`orderBy\`: by ${listings.usual.field}, ${listings.usual.direction}.`,
    }),
    choose(given) {
      const filter = narrow(given.filter);
      const listing = inOrder(listings, given.orderBy);
      return { listing, filter, request: pageRequest(listing, given) };
    },
  };
}
