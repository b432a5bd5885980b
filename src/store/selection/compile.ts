import type { Listing } from '../queries/page.js';
import { placeConditions } from '../queries/page.js';
import { rowShape, type PickedColumn } from '../queries/row.js';
import type { Store } from '../store.js';
import { children, type Child, type OneChild, type PageChild, type RowSelection, type RowsChild } from './selection.js';

/** A piece of a statement that gives values, and how they are read. */
interface Piece {
  /** What must be joined for the values to be there. */
  readonly joins: string;
  readonly values: readonly string[];
  /** Reads what the values gave, which begin at a place of a JSON array. */
  readonly read: (json: readonly unknown[], place: number) => unknown;
}

/** PostgreSQL's limit on the arguments of a function. */
const mostValues = 100;

/** Thrown where a selection cannot be one statement; what it asks for is then read in several. */
export class SelectionTooWide extends Error {}

/** Collects the parameters and names of one statement. */
export class StatementBuilder {
  readonly parameters: unknown[] = [];
  #aliases = 0;

  constructor(readonly store: Store) {}

  bind = (value: unknown): string => `$${this.parameters.push(value)}`;

  alias(): string {
    this.#aliases += 1;
    return `t${this.#aliases}`;
  }
}

/** The value of one row as a JSON array: its columns, then the values of its children. */
export function compileRow(builder: StatementBuilder, selection: RowSelection, alias: string) {
  const shape = rowShape(builder.store, selection.entity);
  const columns = shape.pick(selection.properties);
  const pieces = [...selection.children].map(([name, child]) => ({
    name,
    piece: compileChild(builder, selection, child, alias),
  }));
  const values = columns.map((column) => jsonValue(column, `${alias}.${column.name}`));
  const places: { name: string; place: number; read: Piece['read'] }[] = [];
  for (const { name, piece } of pieces) {
    places.push({ name, place: values.length, read: piece.read });
    values.push(...piece.values);
  }
  if (values.length > mostValues) throw new SelectionTooWide();
  return {
    joins: pieces.map(({ piece }) => piece.joins).join(' '),
    value: `json_build_array(${values.join(', ')})`,
    read(json: readonly unknown[]): object {
      const row = shape.readJson(columns, json);
      if (places.length === 0) return row;
      const found: Record<string, unknown> = {};
      for (const { name, place, read } of places) found[name] = read(json, place);
      return Object.assign(row, { [children]: found });
    },
  };
}

/**
 * Times go as milliseconds: as text they come in the session's time zone, whose offset may have seconds (before 1900), and
 * with years of five digits, which Date does not read.
 */
function jsonValue({ isTime }: PickedColumn, column: string): string {
  return isTime ? `extract(epoch FROM ${column}) * 1000` : column;
}

function compileChild(builder: StatementBuilder, parent: RowSelection, child: Child, alias: string): Piece {
  switch (child.kind) {
    case 'ONE':
      return compileOne(builder, parent, child, alias);
    case 'PAGE':
      return compilePage(builder, child, `(SELECT ${alias}."id" AS id) parent`);
    default:
      return compileRows(builder, child, alias);
  }
}

function compileOne(builder: StatementBuilder, parent: RowSelection, child: OneChild, alias: string): Piece {
  const key = builder.store.dataSource.getMetadata(parent.entity).findRelationWithPropertyPath(child.relation)
    ?.joinColumns[0]?.databaseName;
  if (key === undefined) throw new Error(`${parent.entity.name} has no relation ${child.relation}`);
  const other = builder.alias();
  const row = compileRow(builder, child.row, other);
  return {
    joins: `LEFT JOIN ${rowShape(builder.store, child.row.entity).table} ${other} ON ${other}."id" = ${alias}."${key}" ${row.joins}`,
    values: [`CASE WHEN ${other}."id" IS NOT NULL THEN ${row.value} END`],
    read: (json, place) => json[place] && row.read(json[place] as unknown[]),
  };
}

function compileRows(builder: StatementBuilder, { kind, linked, row: selection }: RowsChild, alias: string): Piece {
  const picked = builder.alias();
  const result = builder.alias();
  const row = compileRow(builder, selection, picked);
  return {
    joins: `LEFT JOIN LATERAL (SELECT json_agg(${row.value} ORDER BY ${picked}.place) AS value FROM (
      SELECT row.*, row_number() OVER (ORDER BY ${linked.order}) AS place
      FROM (SELECT ${alias}."id" AS id) parent CROSS JOIN ${rowShape(builder.store, linked.entity).table} row ${linked.join ?? ''}
      WHERE ${linked.link} ${kind === 'FIRST' ? `ORDER BY ${linked.order} LIMIT 1` : ''}) ${picked} ${row.joins}) ${result} ON true`,
    values: [`${result}.value`],
    read(json, place) {
      const rows = ((json[place] ?? []) as unknown[][]).map(row.read);
      return kind === 'FIRST' ? (rows[0] ?? null) : rows;
    },
  };
}

/**
 * A page, as `readPages` explains it. The rows are picked first and what hangs on them is joined then, so that nothing is
 * read for rows that are on another page.
 * @param parent a FROM item that gives the parent's id
 */
export function compilePage(builder: StatementBuilder, child: PageChild, parent: string): Piece {
  const { request, finish } = child;
  const listing = child.listing as Listing<object, unknown>;
  const { store, bind } = builder;
  const shape = rowShape(store, listing.entity);
  // A parameter that no condition uses has no type, so each condition is bound where it stands.
  const conditions = () => [...(listing.link === null ? [] : [listing.link]), ...listing.narrow(child.filter, bind)];
  const from = `FROM ${parent} CROSS JOIN ${shape.table} row WHERE`;
  const values: string[] = [];
  let joins = '';
  let total: number | null = null;
  if (child.isCounted) {
    const counted = builder.alias();
    // Joined, not a value in parentheses: what is joined PostgreSQL remembers, and one parent may stand under many rows.
    joins = `LEFT JOIN LATERAL (SELECT count(*) AS value ${from} ${conditions().join(' AND ') || 'true'}) ${counted} ON true`;
    total = values.push(`${counted}.value`) - 1;
  }
  if (child.row === null) {
    return {
      joins,
      values,
      read: (json, place) =>
        finish({ rows: [], hasMore: false, total: total === null ? null : (json[place + total] as number) }),
    };
  }
  const picked = builder.alias();
  const result = builder.alias();
  const row = compileRow(builder, child.row, picked);
  const isDescending = listing.isDescending !== request.isBackward;
  const order = (alias: string) =>
    listing.order
      .map(({ property }) => `${alias}.${shape.column(property)} ${isDescending ? 'DESC' : 'ASC'}`)
      .join(', ');
  const placed = [...conditions(), ...placeConditions(listing, shape, request, bind)];
  const rows = values.push(`${result}.value`) - 1;
  return {
    joins: `${joins} LEFT JOIN LATERAL (SELECT json_agg(${row.value} ORDER BY ${order(picked)}) AS value FROM (
      SELECT row.* ${from} ${placed.join(' AND ') || 'true'}
      ORDER BY ${order('row')} LIMIT ${request.limit + 1}) ${picked} ${row.joins}) ${result} ON true`,
    values,
    read(json, place) {
      const found = ((json[place + rows] ?? []) as unknown[][]).map(row.read);
      const hasMore = found.length > request.limit;
      if (hasMore) found.pop();
      if (request.isBackward) found.reverse();
      return finish({ rows: found, hasMore, total: total === null ? null : (json[place + total] as number) });
    },
  };
}
