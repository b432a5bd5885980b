import type { Store } from '../store.js';
import { shapeOfKind, type RowKind } from './row-kind.js';
import { groupedBy } from './row.js';

/** Rows that hang on a parent and are few, so that they come without pages: the hops of a claim, the versions of an article. */
export interface LinkedRows<Row extends object> {
  readonly entity: RowKind<Row>;
  /** What else is read, after the entity's own table: `JOIN article_version version ON …`. */
  readonly join?: string;
  /** What ties a row to its parent: `row.claim_id = parent.id`. */
  readonly link: string;
  readonly order: string;
}

/** A question for the linked rows of many parents, which carries what it asks for. */
export interface LinkedRowsQuestion<Row extends object> {
  (store: Store, parents: readonly string[]): Promise<Row[][]>;
  readonly linked: LinkedRows<Row>;
}

/** Which rows are linked to these parents? In one statement for all of them. */
export function linkedRows<Row extends object>(linked: LinkedRows<Row>): LinkedRowsQuestion<Row> {
  const ask = async (store: Store, parents: readonly string[]): Promise<Row[][]> => {
    const shape = shapeOfKind(store, linked.entity);
    const raw = await store.reader.query<Record<string, unknown>[]>(
      `SELECT parent.id AS parent, found.* FROM unnest($1::uuid[]) WITH ORDINALITY parent(id, place) CROSS JOIN LATERAL (
         SELECT ${shape.columns('row')}, row_number() OVER (ORDER BY ${linked.order}) AS place
         FROM ${shape.table} row ${linked.join ?? ''} WHERE ${linked.link}) found
       ORDER BY parent.place, found.place`,
      [parents],
    );
    return groupedBy(parents, raw, (row) => row.parent as string).map((rows) => rows.map(shape.read));
  };
  return Object.assign(ask, { linked });
}
