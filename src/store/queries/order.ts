import type { EntityClass } from './row.js';
import type { Bind, Listing, OrderColumn } from './page.js';

export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}

/** By what a list is ordered, and from which end. */
export interface Order<Field extends string> {
  readonly field: Field;
  readonly direction: OrderDirection;
}

/** A list that can be read in several orders. */
export interface Listings<Row extends object, Filter, Field extends string> {
  /** The noun's plural; cursors carry it with the order. */
  readonly name: string;
  readonly entity: EntityClass<Row>;
  /** For each order the columns of an index, the last being unique, so that ties have one order too. */
  readonly orders: { readonly [F in Field]: readonly OrderColumn[] };
  /** The order of whoever asks for none. */
  readonly usual: Order<Field>;
  /** What ties a row to the parent it is listed under (`row.article_id = parent.id`); null for a list of everything. */
  readonly link: string | null;
  /** Conditions on `row`. */
  readonly narrow: (filter: Filter, bind: Bind) => readonly string[];
}

// Loaders tell questions apart by the identity of their list.
const listings = new WeakMap<object, Map<string, object>>();

/** The list in one of its orders: the same object whenever it is asked for. */
export function inOrder<Row extends object, Filter, Field extends string>(
  list: Listings<Row, Filter, Field>,
  order: Order<Field> | null | undefined,
): Listing<Row, Filter> {
  const { field, direction } = order ?? list.usual;
  const name = `${list.name} by ${field} ${direction}`;
  const known = listings.get(list) ?? new Map<string, object>();
  listings.set(list, known);
  const listing = (known.get(name) as Listing<Row, Filter> | undefined) ?? {
    name,
    entity: list.entity,
    order: list.orders[field],
    isDescending: direction === OrderDirection.DESC,
    link: list.link,
    narrow: list.narrow,
  };
  known.set(name, listing);
  return listing;
}
