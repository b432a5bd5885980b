import { countedRows } from '../queries/page.js';
import { rowShape, readJsonValue, type PickedColumn } from '../queries/row.js';
import { keyColumn, shapeOfKind } from '../queries/row-kind.js';
import type { Store } from '../store.js';
import type { Bound, BoundPage } from './bind.js';
import { packed, type Value } from './packed.js';
import type { Cells, Child, Layout, OneChild, PageChild, ReadCells, RowSelection, RowsChild } from './selection.js';

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
  values: Value[],
  extra: readonly string[] = [],
): CompiledRow {
  const shape = shapeOfKind(builder.store, selection.kind);
  const properties = selection.properties && new Set([...selection.properties, ...extra]);
  const columns = shape.pick(properties, selection.hasKeys);
  const places = columns.map((column) => values.push(valueOf(column, `${alias}.${column.name}`)) - 1);
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
function valueOf({ isTime, form }: PickedColumn, column: string): Value {
  return { text: isTime ? `date_part('epoch', ${column})` : column, form };
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
  values: Value[],
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
  values: Value[],
): Piece {
  const key = `${alias}.${keyColumn(builder.store, parent.kind, child.relation)}`;
  const shape = shapeOfKind(builder.store, child.row.kind);
  const begin = values.length;
  if (isIdAlone(child.row)) {
    // The key is the id, and the database lets no key point to nothing.
    values.push({ text: key, form: 'TEXT' });
    const columns = shape.pick(idAlone, false);
    const read = child.make({
      row: (cells) => shape.readJson(columns, cells, [begin]),
      property: (name) => propertyReader(columns, [begin], name),
      child: noChild,
    });
    return { joins: '', read: (cells) => (cells[begin] === null ? null : read(cells)) };
  }
  const other = builder.alias();
  const { joins, layout } = compileRow(builder, child.row, other, values);
  // Whether there is a row at all, a column tells that is never null in one.
  const certain = shape.pick(child.row.properties, child.row.hasKeys).findIndex(({ isNullable }) => !isNullable);
  const witness = certain < 0 ? values.push({ text: `${other}."id"`, form: 'TEXT' }) - 1 : begin + certain;
  const read = child.make(layout);
  return {
    joins: `LEFT JOIN ${shape.table} ${other} ON ${other}."id" = ${key} ${joins}`,
    read: (cells) => (cells[witness] === null ? null : read(cells)),
  };
}

const idAlone: ReadonlySet<string> = new Set(['id']);

const isIdAlone = ({ properties, hasKeys, children }: RowSelection) =>
  properties !== null && !hasKeys && children.size === 0 && [...properties].every((property) => property === 'id');

const noChild = () => {
  throw new Error('Nothing hangs on an id alone');
};

/** Whether nothing hangs on a row but rows that it points to: joined to it, they make no more rows of it. */
const isFlat = ({ children }: RowSelection): boolean =>
  [...children.values()].every((child) => child.kind === 'ONE' && isFlat(child.row));

function compileRows(
  builder: StatementBuilder,
  { kind, linked, row, make }: RowsChild,
  alias: string,
  values: Value[],
): Piece {
  const result = builder.alias();
  const from = `(SELECT ${alias}."id" AS id) parent CROSS JOIN ${shapeOfKind(builder.store, linked.entity).table} row ${linked.join ?? ''}`;
  const own: Value[] = [];
  const cell = values.push({ text: `${result}.value`, form: 'JSON' }) - 1;
  // Put in order once, where they are put together, if nothing hangs on them whose names could be mistaken for theirs.
  const isOrderedLast = kind === 'ROWS' && isFlat(row);
  const picked = isOrderedLast ? 'row' : builder.alias();
  const { joins, layout } = compileRow(builder, row, picked, own);
  const read = make(layout);
  const { all, unpack } = packed(own);
  const rows = isOrderedLast
    ? `${all(linked.order)} AS value FROM ${from} ${joins} WHERE ${linked.link}`
    : `${all(`${picked}.place`)} AS value FROM (
      SELECT row.*, row_number() OVER (ORDER BY ${linked.order}) AS place FROM ${from}
      WHERE ${linked.link} ${kind === 'FIRST' ? `ORDER BY ${linked.order} LIMIT 1` : ''}) ${picked} ${joins}`;
  return {
    joins: `LEFT JOIN LATERAL (SELECT ${rows}) ${result} ON true`,
    read(cells) {
      const found = (cells[cell] ?? []) as Cells[];
      if (kind === 'FIRST') return found[0] ? read(unpack(found[0])) : null;
      return found.map((one) => read(unpack(one)));
    },
  };
}

/**
 * A page, as `readPages` explains it. The rows are picked first and what hangs on them is joined then, so that nothing is
 * read for rows that are on another page.
 * @param parent a FROM item that gives the parent's id
 */
export function compilePage(builder: StatementBuilder, child: PageChild, parent: string, values: Value[]): Piece {
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
    total = values.push({ text: `${counted}.value`, form: 'NUMBER' }) - 1;
  }
  const totalOf = (cells: Cells) => (total === null ? null : (cells[total] as number));
  if (child.row === null) {
    const finish = child.make(null, page);
    return { joins: joins.join(' '), read: (cells) => finish({ rows: [], hasMore: false, total: totalOf(cells) }) };
  }
  const picked = builder.alias();
  const result = builder.alias();
  const places = child.hasPlaces ? listing.order.map(({ property }) => property) : [];
  const direction = listing.isDescending !== isBackward ? 'DESC' : 'ASC';
  const columns = listing.order.map(({ property }) => shape.column(property));
  const order = (names: readonly string[]) => names.map((name) => `${name} ${direction}`).join(', ');
  const own: Value[] = [];
  // Below a parent, rows that are pointed to are joined before the rows are picked: joined to each parent's few picked
  // rows, they were all read anew for each parent where PostgreSQL took that for cheaper than looking each up.
  const isJoinedFirst = listing.link !== null && isFlat(child.row);
  const row = compileRow(builder, child.row, isJoinedFirst ? 'row' : picked, own, places);
  const finish = child.make(row.layout, page);
  const chosen = `${from} ${isJoinedFirst ? row.joins : ''} WHERE ${condition([...narrowed, ...placed])}
      ORDER BY ${order(columns.map((column) => `row.${column}`))} LIMIT ${limit + 1}`;
  const { all, unpack } = packed(
    isJoinedFirst ? own.map(({ form }, number) => ({ text: `${picked}.c${number}`, form })) : own,
  );
  // What is the same in all rows of a parent puts them in no order, but PostgreSQL would sort by it.
  const deciding = columns.flatMap((column, number) =>
    listing.link?.replaceAll('"', '') === `row.${column.replaceAll('"', '')} = parent.id` ? [] : [{ column, number }],
  );
  const cell = values.push({ text: `${result}.value`, form: 'JSON' }) - 1;
  joins.push(
    isJoinedFirst
      ? `LEFT JOIN LATERAL (SELECT ${all(order(deciding.map(({ number }) => `${picked}.o${number}`)))} AS value FROM (
      SELECT ${[
        ...own.map(({ text }, number) => `${text} AS c${number}`),
        ...columns.map((column, number) => `row.${column} AS o${number}`),
      ].join(', ')} ${chosen}) ${picked}) ${result} ON true`
      : `LEFT JOIN LATERAL (SELECT ${all(order(deciding.map(({ column }) => `${picked}.${column}`)))} AS value FROM (
      SELECT row.* ${chosen}) ${picked} ${row.joins}) ${result} ON true`,
  );
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
