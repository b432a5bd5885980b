import { rowShape } from '../queries/row.js';
import type { Store } from '../store.js';
import { compilePage, compileRow, StatementBuilder } from './compile.js';
import { runPrepared } from './prepared.js';
import type { PageChild, RowSelection } from './selection.js';

/**
 * The rows with these ids and all that is selected of them, in one statement.
 * @returns in the order of the ids, null for an id that is not there
 * @throws SelectionTooWide
 */
export async function readById(
  store: Store,
  selection: RowSelection,
  ids: readonly string[],
): Promise<(object | null)[]> {
  const builder = new StatementBuilder(store);
  const alias = builder.alias();
  const row = compileRow(builder, selection, alias);
  const isOne = ids.length === 1;
  const condition = isOne ? `= ${builder.bind(ids[0])}::uuid` : `= ANY(${builder.bind(ids)}::uuid[])`;
  const raw = await runPrepared(
    store,
    `SELECT ${alias}."id" AS id, ${row.value} AS value FROM ${rowShape(store, selection.entity).table} ${alias} ${row.joins}
     WHERE ${alias}."id" ${condition}`,
    builder.parameters,
  );
  const byId = new Map(raw.map(([id, json]) => [id as string, json as unknown[]]));
  return ids.map((id) => {
    const json = byId.get(id);
    return json ? row.read(json) : null;
  });
}

/**
 * A page of a list of everything and all that is selected of its rows, in one statement.
 * @returns what the page's `finish` makes of it
 * @throws SelectionTooWide
 */
export async function readPage(store: Store, page: PageChild): Promise<unknown> {
  const builder = new StatementBuilder(store);
  const piece = compilePage(builder, page, '(VALUES (NULL::uuid)) parent(id)');
  const [json] = await runPrepared(
    store,
    `SELECT ${piece.values.join(', ')} FROM (VALUES (1)) one ${piece.joins}`,
    builder.parameters,
  );
  return piece.read(json as unknown[], 0);
}
