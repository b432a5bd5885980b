import type { DataSource } from 'typeorm';
import type { Store } from '../store.js';

export type EntityClass<Row extends object> = new () => Row;

/** How the rows of one entity are selected and read: plain SQL aliases in, objects with the entity's property names out. */
export interface RowShape<Row extends object> {
  readonly table: string;
  /** The select list for a table alias: `row.source_id AS "sourceId", row.method_engine AS "method.engine", …`. */
  columns(alias: string): string;
  /** Column of a property, quoted. */
  column(property: string): string;
  /**
   * The columns of these properties, of an embedded object all it has.
   * @param properties null for all columns
   * @param hasKeys whether keys are among them, asked for or not
   */
  pick(properties: ReadonlySet<string> | null, hasKeys: boolean): readonly PickedColumn[];
  /** The row of an answer with an alias for each column. */
  read(raw: Record<string, unknown>): Row;
  /** The row of a JSON array that holds each of these columns at its place. */
  readJson(columns: readonly PickedColumn[], json: readonly unknown[], places: readonly number[]): Row;
}

export interface PickedColumn {
  /** Quoted. */
  readonly name: string;
  readonly keys: readonly string[];
  readonly isNullable: boolean;
  /** JSON knows no points in time: they come as seconds since 1970, in columns of milliseconds. */
  readonly isTime: boolean;
  readonly form: ValueForm;
}

/** How a value reads as text: as it stands in JSON's strings, as a number, or in JSON only. */
export type ValueForm = 'TEXT' | 'NUMBER' | 'JSON';

const forms: Partial<Record<string, ValueForm>> = {
  uuid: 'TEXT',
  text: 'TEXT',
  'character varying': 'TEXT',
  smallint: 'NUMBER',
  integer: 'NUMBER',
  real: 'NUMBER',
  'double precision': 'NUMBER',
  // As seconds since 1970.
  'timestamp with time zone': 'NUMBER',
};

/** A value of a JSON array as its entity has it. */
export function readJsonValue({ isTime }: PickedColumn, json: unknown): unknown {
  return isTime && json !== null ? new Date(Math.round((json as number) * 1000)) : json;
}

const shapes = new WeakMap<DataSource, Map<unknown, RowShape<object>>>();

/**
 * The shape of an entity's rows, from TypeORM's description of it. Rows are only mapped, never hydrated by TypeORM: a
 * joined hydration of 1,000 rows takes about eight times as long as reading them.
 * Columns that the entity marks `select: false` (the bytes of a RawDocument) are left out.
 */
export function rowShape<Row extends object>(store: Store, entity: EntityClass<Row>): RowShape<Row> {
  const known = shapes.get(store.dataSource) ?? new Map<unknown, RowShape<object>>();
  shapes.set(store.dataSource, known);
  const shape = known.get(entity) ?? makeShape(store, entity);
  known.set(entity, shape);
  return shape as RowShape<Row>;
}

interface ShapedColumn extends PickedColumn {
  readonly path: string;
  readonly isKey: boolean;
}

function makeShape<Row extends object>(store: Store, entity: EntityClass<Row>): RowShape<Row> {
  const metadata = store.dataSource.getMetadata(entity);
  const columns = metadata.columns
    .filter((column) => column.isSelect && !column.isVirtual)
    .map((column) => ({
      path: column.propertyPath,
      name: `"${column.databaseName}"`,
      keys: column.propertyPath.split('.'),
      isTime: column.type === 'timestamptz',
      form: (!column.isArray && forms[store.dataSource.driver.normalizeType(column)]) || 'JSON',
      isNullable: column.isNullable,
      isKey: column.type === 'uuid',
    }));
  // Made with the entity's prototype, since GraphQL tells the types of an interface apart by their class.
  return shapeOf(`"${metadata.tableName}"`, columns, entity.prototype as object);
}

/** The shape of rows from any table or query with these columns. */
export function shapeOf<Row extends object>(
  table: string,
  columns: readonly ShapedColumn[],
  prototype: object,
): RowShape<Row> {
  const byProperty = new Map(columns.map((column) => [column.path, column.name]));
  return {
    table,
    columns: (alias) => columns.map(({ path, name }) => `${alias}.${name} AS "${path}"`).join(', '),
    column(property) {
      const name = byProperty.get(property);
      if (name === undefined) throw new Error(`${table} has no column for ${property}`);
      return name;
    },
    pick: (properties, hasKeys) =>
      columns.filter(({ path, keys, isKey }) => {
        if (properties === null || (hasKeys && isKey)) return true;
        return properties.has(path) || properties.has(keys[0] as string);
      }),
    readJson(picked, json, places) {
      const row = Object.create(prototype) as Record<string, unknown>;
      for (let index = 0; index < picked.length; index += 1) {
        const column = picked[index] as PickedColumn;
        const value = readJsonValue(column, json[places[index] as number]);
        const [first, second] = column.keys as [string, string?];
        if (second === undefined) row[first] = value;
        else ((row[first] ??= {}) as Record<string, unknown>)[second] = value;
      }
      return row as Row;
    },
    read(raw) {
      const row = Object.create(prototype) as Record<string, Record<string, unknown> | unknown>;
      for (const { path, keys } of columns) {
        const [first, second] = keys as [string, string?];
        if (second === undefined) row[first] = raw[path];
        else ((row[first] ??= {}) as Record<string, unknown>)[second] = raw[path];
      }
      return row as Row;
    },
  };
}

/** Puts rows back into the order of the keys they were asked for; null where there is none. */
export function inOrderOf<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string) {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Deals rows out to the keys they belong to, keeping their order; an empty list where there are none. */
export function groupedBy<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}
