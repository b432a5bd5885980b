import type { LinkedRows } from '../queries/linked-rows.js';
import type { Listing } from '../queries/page.js';
import type { RowKind } from '../queries/row-kind.js';

/** The values of one row, as a statement gives them. */
export type Cells = readonly unknown[];

/** Reads something of a row. */
export type ReadCells = (cells: Cells) => unknown;

/** What is wanted of some rows, and of what hangs on each. */
export interface RowSelection {
  readonly kind: RowKind<object>;
  /** Properties whose columns are read. null for all. */
  readonly properties: ReadonlySet<string> | null;
  /** Whether keys are read though nobody asked for them. */
  readonly hasKeys: boolean;
  /** By names of the selection's maker. */
  readonly children: ReadonlyMap<string, Child>;
}

/** Where in its cells a row has what was wanted of it. */
export interface Layout {
  /** The row as an object of its class. */
  readonly row: ReadCells;
  /** One of the properties that were wanted; of an embedded object all that it has. */
  property(name: string): ReadCells;
  child(name: string): ReadCells;
}

/** Makes what reads a row, once it is known where everything stands. */
export type MakeReader = (layout: Layout) => ReadCells;

/** What hangs on a row. */
export type Child = OneChild | RowsChild | PageChild;

/** The row that a key of this row points to, by the name of TypeORM's many-to-one relation. */
export interface OneChild {
  readonly kind: 'ONE';
  readonly relation: string;
  readonly row: RowSelection;
  readonly make: MakeReader;
}

/** Rows that are few: all of them, or the first. */
export interface RowsChild {
  readonly kind: 'ROWS' | 'FIRST';
  readonly linked: LinkedRows<object>;
  readonly row: RowSelection;
  readonly make: MakeReader;
}

/** A page of a list. Which one, the values say that are bound at its site. */
export interface PageChild {
  readonly kind: 'PAGE';
  readonly site: number;
  /** null where only the number of rows is wanted. */
  readonly row: RowSelection | null;
  readonly isCounted: boolean;
  /** Whether the places of rows in the list are read, for cursors. */
  readonly hasPlaces: boolean;
  /** @param layout null where no row is read */
  readonly make: (layout: Layout | null, page: PlacedPage) => (found: FoundPage) => unknown;
}

/** Which page it is, as far as the statement tells. */
export interface PlacedPage {
  readonly listing: Listing<object, never>;
  readonly isBackward: boolean;
  readonly hasAfter: boolean;
  readonly hasBefore: boolean;
}

export interface FoundPage {
  /** In the order of the list. */
  readonly rows: readonly Cells[];
  readonly hasMore: boolean;
  /** null when it was not counted. */
  readonly total: number | null;
}
