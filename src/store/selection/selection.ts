import type { LinkedRows } from '../queries/linked-rows.js';
import type { Listing, PageRequest } from '../queries/page.js';
import type { EntityClass } from '../queries/row.js';

/** A list of some entity, whose own filter only its maker knows. */
type AnyListing = Listing<object, never>;

/** What is wanted of the rows of one entity, and of what hangs on each. */
export interface RowSelection {
  readonly entity: EntityClass<object>;
  /** Properties whose columns are read; keys are read anyway. null for all columns. */
  readonly properties: ReadonlySet<string> | null;
  /** By the name under which the answer has it, which tells apart the same list asked for twice. */
  readonly children: ReadonlyMap<string, Child>;
}

/** What hangs on a row. */
export type Child = OneChild | RowsChild | PageChild;

/** The row that a key of this row points to, by the name of TypeORM's many-to-one relation. */
export interface OneChild {
  readonly kind: 'ONE';
  readonly relation: string;
  readonly row: RowSelection;
}

/** Rows that are few: all of them, or the first. */
export interface RowsChild {
  readonly kind: 'ROWS' | 'FIRST';
  readonly linked: LinkedRows<object>;
  readonly row: RowSelection;
}

/** A page of a list. */
export interface PageChild {
  readonly kind: 'PAGE';
  readonly listing: AnyListing;
  readonly filter: unknown;
  readonly request: PageRequest;
  /** null where only the number of rows is wanted. */
  readonly row: RowSelection | null;
  readonly isCounted: boolean;
  /** Makes of the page what the reader of the row is to find. */
  readonly finish: (page: ReadPage) => unknown;
}

export interface ReadPage {
  readonly rows: readonly object[];
  readonly hasMore: boolean;
  /** null when it was not counted. */
  readonly total: number | null;
}

/** Where the children of a row are kept. */
export const children = Symbol('children');

export interface RowWithChildren {
  [children]?: Record<string, unknown>;
}
