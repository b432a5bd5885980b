import { placeConditions, type Bind, type Listing, type PageRequest } from '../queries/page.js';
import { rowShape } from '../queries/row.js';
import type { Store } from '../store.js';

/** The values that one request gives a statement at one site: those of a page's arguments, or the ids of rows. */
export interface Bound {
  /** Statements differ wherever these do. */
  readonly signature: string;
  readonly values: readonly unknown[];
}

export interface BoundPage extends Bound {
  readonly listing: Listing<object, never>;
  readonly request: PageRequest;
  /** Conditions on `row` that hold for the whole list, and those that keep it to the page; `$1` is the first value. */
  readonly narrowed: readonly string[];
  readonly placed: readonly string[];
}

export interface ChosenPage {
  readonly listing: Listing<object, never>;
  readonly filter: unknown;
  readonly request: PageRequest;
}

/**
 * Writes the conditions of a page. Two requests whose conditions read alike share a statement, whatever their values: so
 * nothing needs to be known about what an argument does.
 */
export function bindPage(store: Store, { listing: chosen, filter, request }: ChosenPage): BoundPage {
  const listing = chosen as unknown as Listing<object, unknown>;
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const narrowed = [...(listing.link === null ? [] : [listing.link]), ...listing.narrow(filter, bind)];
  const placed = placeConditions(listing, rowShape(store, listing.entity), request, bind);
  const { limit, isBackward, after, before } = request;
  const parts = [listing.name, limit, isBackward, after !== null, before !== null, ...narrowed, '|', ...placed];
  return { signature: parts.join('\n'), values, listing: chosen, request, narrowed, placed };
}
