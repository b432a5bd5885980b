import type { LinkedRowsQuestion } from '../../src/store/queries/linked-rows.js';
import type { Store } from '../../src/store/store.js';
import type { NodeTypeName } from './global-id.js';
import type { PagedList } from './paged-list.js';

/**
 * What a field reads from the store, declared beside its resolver with `@Extensions(reads(…))`. The look-ahead
 * (src/server/look-ahead) makes one statement of all such fields of an operation; the resolver answers where it does not.
 */
export type Read = ReadById | ReadByIds | ReadByKey | ReadPage | ReadRows | ReadOne | ReadReferred;

/** A row by the argument `id`. */
export interface ReadById {
  readonly kind: 'BY_ID';
  /** null where the id itself tells. */
  readonly type: NodeTypeName | null;
}

/** Rows of any type by the argument `ids`, in its order. */
export interface ReadByIds {
  readonly kind: 'BY_IDS';
}

/** A row by something else that tells it from all others, whose id must be looked up first. */
export interface ReadByKey {
  readonly kind: 'BY_KEY';
  readonly type: NodeTypeName;
  /** @returns the database id, null when there is none */
  readonly find: (store: Store, given: never) => Promise<string | null>;
}

/** A page of a list, which the arguments choose: those of a connection, `filter` and `orderBy`. */
export interface ReadPage {
  readonly kind: 'PAGE';
  readonly list: PagedList<object, never, never>;
}

/** Linked rows without pages: all of them, or the first. */
export interface ReadRows {
  readonly kind: 'ROWS' | 'FIRST';
  readonly question: LinkedRowsQuestion<object>;
}

/** The row that TypeORM's many-to-one relation of this name points to. */
export interface ReadOne {
  readonly kind: 'ONE';
  readonly relation: string;
}

/** A row of any type that the object refers to, as what a search found does. Those of one list are read together. */
export interface ReadReferred {
  readonly kind: 'REFERRED';
  readonly of: (source: never) => Reference;
}

/** A row by its type and database id. */
export interface Reference {
  readonly type: NodeTypeName;
  readonly id: string;
}

export const reads = (read: Read) => ({ read });

export const byId = (type: NodeTypeName | null) => reads({ kind: 'BY_ID', type });

export const byIds = reads({ kind: 'BY_IDS' });

export const byKey = <Given>(type: NodeTypeName, find: (store: Store, given: Given) => Promise<string | null>) =>
  reads({ kind: 'BY_KEY', type, find });

export const pageOf = <Row extends object, Filter, Given>(list: PagedList<Row, Filter, Given>) =>
  reads({ kind: 'PAGE', list: list as unknown as PagedList<object, never, never> });

export const rowsOf = (question: LinkedRowsQuestion<object>) => reads({ kind: 'ROWS', question });
export const firstOf = (question: LinkedRowsQuestion<object>) => reads({ kind: 'FIRST', question });
export const oneBy = (relation: string) => reads({ kind: 'ONE', relation });
export const referred = <Source>(of: (source: Source) => Reference) => reads({ kind: 'REFERRED', of });
