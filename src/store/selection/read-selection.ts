import { shapeOfKind } from '../queries/row-kind.js';
import type { Store } from '../store.js';
import type { Bound } from './bind.js';
import { compilePage, compileRow, StatementBuilder } from './compile.js';
import { column, packed, type Value } from './packed.js';
import { runPrepared } from './prepared.js';
import type { Cells, MakeReader, PageChild, RowSelection } from './selection.js';

/** A statement that answers with whatever is bound, as long as the signatures stay the same. */
export interface Statement<Found> {
  readonly text: string;
  readonly parameters: readonly { readonly site: number; readonly place: number }[];
  readonly read: (rows: readonly Cells[]) => Found;
}

/** Rows of one kind that are asked for by their ids, which are the one value of a site: an array, or a single id. */
export interface KeyedRows {
  readonly site: number;
  readonly isSingle: boolean;
  readonly row: RowSelection;
  readonly make: MakeReader;
}

/** @throws what the database says */
export async function runStatement<Found>(
  store: Store,
  { text, parameters, read }: Statement<Found>,
  bound: readonly Bound[],
): Promise<Found> {
  const values = parameters.map(({ site, place }) => bound[site]?.values[place]);
  return read(await runPrepared(store, text, values));
}

/**
 * A statement for the rows with some ids and all that is selected of them. Rows of several kinds come in one statement.
 * @returns for each kind the rows that are there, by id
 */
export function compileKeyed(
  store: Store,
  kinds: readonly KeyedRows[],
  bound: readonly Bound[],
): Statement<ReadonlyMap<string, unknown>[]> {
  const [only] = kinds;
  if (kinds.length === 1 && only?.isSingle) return compileSingle(store, only, bound);
  const builder = new StatementBuilder(store, bound);
  const parts = kinds.map(({ site, isSingle, row, make }, number) => {
    const alias = builder.alias();
    const values: Value[] = [];
    const { joins, layout } = compileRow(builder, row, alias, values);
    const read = make(layout);
    const { one, unpack } = packed(values);
    const ids = builder.placeholder(site, 0);
    const { table, id } = addressed(shapeOfKind(store, row.kind).table, alias);
    return {
      text: `SELECT ${number} AS kind, ${id} AS id, ${one} AS value
        FROM ${table} ${joins} WHERE ${id} = ${isSingle ? `${ids}::uuid` : `ANY(${ids}::uuid[])`}`,
      read: (cells: Cells) => read(unpack(cells)),
    };
  });
  return {
    text: parts.map(({ text }) => text).join(' UNION ALL '),
    parameters: builder.finish(),
    read(rows) {
      const found = parts.map(() => new Map<string, unknown>());
      for (const [kind, id, cells] of rows as [number, string, Cells][]) found[kind]?.set(id, parts[kind]?.read(cells));
      return found;
    },
  };
}

/** A table as it is asked for by ids, and the column of these: the id of a merged actor leads to the one that it is now. */
function addressed(table: string, alias: string): { readonly table: string; readonly id: string } {
  if (table !== '"actor"') return { table: `${table} ${alias}`, id: `${alias}."id"` };
  return {
    table: `"actor" ${alias}_asked JOIN "actor" ${alias} ON ${alias}."id" = coalesce(${alias}_asked."merged_into_id", ${alias}_asked."id")`,
    id: `${alias}_asked."id"`,
  };
}

/**
 * One row needs no array around its values: they come as columns, of which PostgreSQL takes a few hundred more than all
 * rows that one statement joins have together. What hangs on it is not copied into a text once more.
 */
function compileSingle(
  store: Store,
  { site, row, make }: KeyedRows,
  bound: readonly Bound[],
): Statement<ReadonlyMap<string, unknown>[]> {
  const builder = new StatementBuilder(store, bound);
  const alias = builder.alias();
  const values: Value[] = [];
  const { joins, layout } = compileRow(builder, row, alias, values);
  const read = make(layout);
  const { table, id } = addressed(shapeOfKind(store, row.kind).table, alias);
  const columns = [...values, { text: id, form: 'TEXT' as const }].map(column);
  return {
    text: `SELECT ${columns.join(', ')} FROM ${table} ${joins} WHERE ${id} = ${builder.placeholder(site, 0)}::uuid`,
    parameters: builder.finish(),
    read: ([cells]) => [new Map(cells ? [[cells.at(-1) as string, read(cells)]] : [])],
  };
}

/** A statement for a page of a list of everything, and all that is selected of its rows. */
export function compileRootPage(store: Store, page: PageChild, bound: readonly Bound[]): Statement<unknown> {
  const builder = new StatementBuilder(store, bound);
  const values: Value[] = [];
  const { joins, read } = compilePage(builder, page, '(VALUES (NULL::uuid)) parent(id)', values);
  return {
    text: `SELECT ${values.map(({ text }) => text).join(', ') || 'NULL'} FROM (VALUES (1)) one ${joins}`,
    parameters: builder.finish(),
    read: ([cells]) => read(cells as Cells),
  };
}
