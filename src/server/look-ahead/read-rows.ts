import { isObjectType, type FieldNode } from 'graphql';
import type { Read, Reference } from '../../../resolvers/relay/reads.js';
import { compileKeyed, runStatement } from '../../store/selection/read-selection.js';
import type { Store } from '../../store/store.js';
import type { Document } from './fields.js';
import { makeRow, Selector } from './select.js';

/**
 * Rows by their types and ids, and everything that is selected below them, in one statement.
 * @returns in the order of what was asked for, null for what is not there; undefined where a type cannot be planned
 */
export async function readRows(
  document: Document,
  nodes: readonly FieldNode[],
  asked: readonly Reference[],
  store: Store,
  read: Read,
): Promise<unknown[] | undefined> {
  const types = [...new Set(asked.map(({ type }) => type))];
  if (types.length === 0) return [];
  const selector = new Selector(document, store);
  const rows = types.flatMap((name) => {
    const type = document.schema.getType(name);
    const row = isObjectType(type) ? selector.rowOfRoot(type, nodes, read) : null;
    return row === null ? [] : [row];
  });
  if (rows.length < types.length) return undefined;
  const bound = [
    ...selector.bound,
    ...types.map((name) => ({
      signature: name,
      values: [asked.filter(({ type }) => type === name).map(({ id }) => id)],
    })),
  ];
  const kinds = rows.map((row, index) => {
    return { site: selector.bound.length + index, isSingle: false, row, make: makeRow(row) };
  });
  const found = await runStatement(store, compileKeyed(store, kinds, bound), bound);
  return asked.map(({ type, id }) => found[types.indexOf(type)]?.get(id) ?? null);
}
