import { countedRows } from '../queries/page.js';
import { rowShape, readJsonValue, type PickedColumn } from '../queries/row.js';
import { keyColumn, shapeOfKind } from '../queries/row-kind.js';
import type { Store } from '../store.js';
import type { Bound, BoundPage } from './bind.js';
import type { Cells, Child, Layout, OneChild, PageChild, ReadCells, RowSelection, RowsChild } from './selection.js';

/** PostgreSQL's limit on the arguments of a function. */
const mostArguments = 100;

/** Names the tables of one statement, and collects which values it takes. */
export class StatementBuilder {
  /** By number of the parameter: the site and the place there where its value is bound. */
  readonly parameters: { readonly site: number; readonly place: number }[] = [];
  readonly #placeholders = new Map<string, string>();
  #bound: readonly Bound[];
  #aliases = 0;

  constructor(
    readonly store: Store,
    bound: readonly Bound[],
  ) {
    this.#bound = bound;
  }

  page(site: number): BoundPage {
    return this.#bound[site] as BoundPage;
  }

  /** A statement is kept, and must not hold on to the values of the request that it was made for. */
  finish(): this['parameters'] {
    this.#bound = [];
    return this.parameters;
  }

  placeholder(site: number, place: number): string {
    const name = `${site} ${place}`;
    const known = this.#placeholders.get(name) ?? `$${this.parameters.push({ site, place })}`;
    this.#placeholders.set(name, known);
    return known;
  }

  alias(): string {
    this.#aliases += 1;
    return `t${this.#aliases}`;
  }
}

/** Rows as the statement gives them: one JSON array each. */
interface CompiledRow {
  /** What must be joined for the values to be there. */
  readonly joins: string;
  readonly layout: Layout;
}

/**
 * Adds the columns of a row to the values that are selected of it, then those of the rows it points to, then what hangs on
 * it. A row and those it points to are one flat array: an array in each would cost the database a quarter more.
 */
export function compileRow(
  builder: StatementBuilder,
  selection: RowSelection,
  alias: string,
  values: string[],
  extra: readonly string[] = [],
): CompiledRow {
  const shape = shapeOfKind(builder.store, selection.kind);
  const properties = selection.properties && new Set([...selection.properties, ...extra]);
  const columns = shape.pick(properties, selection.hasKeys);
  const places = columns.map((column) => values.push(jsonValue(column, `${alias}.${column.name}`)) - 1);
  const joins: string[] = [];
  const readers = new Map<string, ReadCells>();
  for (const [name, child] of selection.children) {
    const piece = compileChild(builder, selection, child, alias, values);
    joins.push(piece.joins);
    readers.set(name, piece.read);
  }
  return {
    joins: joins.join(' '),
    layout: {
      row: (cells) => shape.readJson(columns, cells, places),
      property: (name) => propertyReader(columns, places, name),
      child: (name) => readers.get(name) as ReadCells,
    },
  };
}

function propertyReader(columns: readonly PickedColumn[], places: readonly number[], name: string): ReadCells {
  const own = columns.flatMap((column, index) =>
    column.keys[0] === name ? [{ column, place: places[index] as number }] : [],
  );
  const [first] = own;
  if (first === undefined) throw new Error(`${name} was not selected`);
  const { column, place } = first;
  if (column.keys.length > 1) {
    return (cells) =>
      Object.fromEntries(own.map((part) => [part.column.keys[1], readJsonValue(part.column, cells[part.place])]));
  }
  return column.isTime ? (cells) => readJsonValue(column, cells[place]) : (cells) => cells[place];
}

/**
 * Times go as numbers: as text they come in the session's time zone, whose offset may have seconds (before 1900), and with
 * years of five digits, which Date does not read. `extract` would give a numeric, which costs more to make and to print.
 */
function jsonValue({ isTime }: PickedColumn, column: string): string {
  return isTime ? `date_part('epoch', ${column})` : column;
}

interface Piece {
  readonly joins: string;
  readonly read: ReadCells;
}

function compileChild(
  builder: StatementBuilder,
  parent: RowSelection,
  child: Child,
  alias: string,
  values: string[],
): Piece {
  switch (child.kind) {
    case 'ONE':
      return compileOne(builder, parent, child, alias, values);
    case 'PAGE':
      return compilePage(builder, child, `(SELECT ${alias}."id" AS id) parent`, values);
    default:
      return compileRows(builder, child, alias, values);
  }
}

function compileOne(
  builder: StatementBuilder,
  parent: RowSelection,
  child: OneChild,
  alias: string,
  values: string[],
): Piece {
  const other = builder.alias();
  const shape = shapeOfKind(builder.store, child.row.kind);
  const begin = values.length;
  const { joins, layout } = compileRow(builder, child.row, other, values);
  // Whether there is a row at all, a column tells that is never null in one.
  const certain = shape.pick(child.row.properties, child.row.hasKeys).findIndex(({ isNullable }) => !isNullable);
  const witness = certain < 0 ? values.push(`${other}."id"`) - 1 : begin + certain;
  const read = child.make(layout);
  const key = keyColumn(builder.store, parent.kind, child.relation);
  return {
    joins: `LEFT JOIN ${shape.table} ${other} ON ${other}."id" = ${alias}.${key} ${joins}`,
    read: (cells) => (cells[witness] === null ? null : read(cells)),
  };
}

function compileRows(
  builder: StatementBuilder,
  { kind, linked, row, make }: RowsChild,
  alias: string,
  values: string[],
): Piece {
  const picked = builder.alias();
  const result = builder.alias();
  const own: string[] = [];
  const { joins, layout } = compileRow(builder, row, picked, own);
  const read = make(layout);
  const cell = values.push(`${result}.value`) - 1;
  const { value, unpack } = packed(own);
  return {
    joins: `LEFT JOIN LATERAL (SELECT json_agg(${value} ORDER BY ${picked}.place) AS value FROM (
      SELECT row.*, row_number() OVER (ORDER BY ${linked.order}) AS place
      FROM (SELECT ${alias}."id" AS id) parent CROSS JOIN ${shapeOfKind(builder.store, linked.entity).table} row ${linked.join ?? ''}
      WHERE ${linked.link} ${kind === 'FIRST' ? `ORDER BY ${linked.order} LIMIT 1` : ''}) ${picked} ${joins}) ${result} ON true`,
    read(cells) {
      const rows = (cells[cell] ?? []) as Cells[];
      if (kind === 'FIRST') return rows[0] ? read(unpack(rows[0])) : null;
      return rows.map((found) => read(unpack(found)));
    },
  };
}

/** A row's values as one JSON array; in parts where they are more than a function takes. */
export function packed(values: readonly string[]) {
  const array = (of: readonly string[]) => `json_build_array(${of.join(', ')})`;
  if (values.length <= mostArguments) return { value: array(values), unpack: (cells: Cells) => cells };
  const parts: string[] = [];
  for (let at = 0; at < values.length; at += mostArguments) parts.push(array(values.slice(at, at + mostArguments)));
  return { value: array(parts), unpack: (cells: Cells) => (cells as Cells[]).flat(1) };
}

/**
 * A page, as `readPages` explains it. The rows are picked first and what hangs on them is joined then, so that nothing is
 * read for rows that are on another page.
 * @param parent a FROM item that gives the parent's id
 */
export function compilePage(builder: StatementBuilder, child: PageChild, parent: string, values: string[]): Piece {
  const { listing, request, narrowed, placed } = builder.page(child.site);
  const { limit, isBackward, after, before } = request;
  const shape = rowShape(builder.store, listing.entity);
  const condition = (conditions: readonly string[]) =>
    conditions
      .join(' AND ')
      .replace(/\$(\d+)/g, (_, number: string) => builder.placeholder(child.site, Number(number) - 1)) || 'true';
  const from = `FROM ${parent} CROSS JOIN ${shape.table} row`;
  const page = { listing, isBackward, hasAfter: after !== null, hasBefore: before !== null };
  const joins: string[] = [];
  let total: number | null = null;
  if (child.isCounted) {
    const counted = builder.alias();
    // Joined, not a value in parentheses: what is joined PostgreSQL remembers, and one parent may stand under many rows.
    joins.push(`LEFT JOIN LATERAL ${countedRows(from, condition(narrowed))} ${counted} ON true`);
    total = values.push(`${counted}.value`) - 1;
  }
  const totalOf = (cells: Cells) => (total === null ? null : (cells[total] as number));
  if (child.row === null) {
    const finish = child.make(null, page);
    return { joins: joins.join(' '), read: (cells) => finish({ rows: [], hasMore: false, total: totalOf(cells) }) };
  }
  const picked = builder.alias();
  const result = builder.alias();
  const own: string[] = [];
  const places = child.hasPlaces ? listing.order.map(({ property }) => property) : [];
  const row = compileRow(builder, child.row, picked, own, places);
  const finish = child.make(row.layout, page);
  const direction = listing.isDescending !== isBackward ? 'DESC' : 'ASC';
  const order = (alias: string) =>
    listing.order.map(({ property }) => `${alias}.${shape.column(property)} ${direction}`).join(', ');
  const { value, unpack } = packed(own);
  const cell = values.push(`${result}.value`) - 1;
  joins.push(`LEFT JOIN LATERAL (SELECT json_agg(${value} ORDER BY ${order(picked)}) AS value FROM (
      SELECT row.* ${from} WHERE ${condition([...narrowed, ...placed])}
      ORDER BY ${order('row')} LIMIT ${limit + 1}) ${picked} ${row.joins}) ${result} ON true`);
  return {
    joins: joins.join(' '),
    read(cells) {
      const rows = ((cells[cell] ?? []) as Cells[]).map(unpack);
      const hasMore = rows.length > limit;
      if (hasMore) rows.pop();
      if (isBackward) rows.reverse();
      return finish({ rows, hasMore, total: totalOf(cells) });
    },
  };
}
