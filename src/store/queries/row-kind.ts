import type { Store } from '../store.js';
import { rowShape, shapeOf, type EntityClass, type RowShape } from './row.js';

/** Rows that stand in no table, since they are made of those of a parent: how many there are of each kind. */
export interface GroupedRows {
  /** A query for them, given `parent.id`. */
  readonly query: string;
  /** Its columns, by the property that shows each. Those that are no keys are numbers, and none of them may be null. */
  readonly columns: Readonly<Record<string, string>>;
  /** The property with the id of another row, by the name of the relation. */
  readonly keys: Readonly<Record<string, string>>;
}

/** What rows are of. */
export type RowKind<Row extends object> = EntityClass<Row> | GroupedRows;

export function shapeOfKind<Row extends object>(store: Store, kind: RowKind<Row>): RowShape<Row> {
  if (typeof kind === 'function') return rowShape(store, kind);
  const keys = new Set(Object.values(kind.keys));
  const columns = Object.entries(kind.columns).map(([path, name]) => ({
    path,
    name: `"${name}"`,
    keys: [path],
    isTime: false,
    form: keys.has(path) ? ('TEXT' as const) : ('NUMBER' as const),
    isNullable: keys.has(path),
    isKey: keys.has(path),
  }));
  return shapeOf(`LATERAL (${kind.query})`, columns, Object.prototype);
}

/** The column, quoted, that holds the key of a many-to-one relation. */
export function keyColumn(store: Store, kind: RowKind<object>, relation: string): string {
  if (typeof kind !== 'function') return shapeOfKind(store, kind).column(kind.keys[relation] ?? relation);
  const key = store.dataSource.getMetadata(kind).findRelationWithPropertyPath(relation)?.joinColumns[0]?.databaseName;
  if (key === undefined) throw new Error(`${kind.name} has no relation ${relation}`);
  return `"${key}"`;
}
