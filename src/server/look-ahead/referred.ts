import DataLoader from 'dataloader';
import { GraphQLError, type FieldNode, type GraphQLFieldResolver, type GraphQLResolveInfo } from 'graphql';
import type { ReadReferred, Reference } from '../../../resolvers/relay/reads.js';
import type { Context } from '../context.js';
import { plainFields } from './plain-fields.js';
import { readRows } from './read-rows.js';

/** The rows that stand at one place of an answer in all items of a list; undefined where they could not be planned. */
type Rows = DataLoader<Reference, { readonly row: unknown } | undefined, string>;

/** By request and what is asked of the rows: graphql-js collects that once for all items of a list. */
const loaders = new WeakMap<Context, WeakMap<readonly FieldNode[], Rows>>();

/** Has the rows that the items of a list refer to read together, with everything that is selected below them. */
export function referredResolver(
  original: GraphQLFieldResolver<unknown, Context>,
  read: ReadReferred,
): GraphQLFieldResolver<unknown, Context> {
  return async (source, args, context, info) => {
    const found = await rowsOf(read, context, info).load(read.of(source as never));
    return found === undefined ? original(source, args, context, info) : found.row;
  };
}

function rowsOf(read: ReadReferred, context: Context, info: GraphQLResolveInfo): Rows {
  const ofRequest = loaders.get(context) ?? new WeakMap<readonly FieldNode[], Rows>();
  loaders.set(context, ofRequest);
  const known = ofRequest.get(info.fieldNodes);
  if (known) return known;
  const rows: Rows = new DataLoader((asked) => readTogether(read, asked, context, info), {
    cacheKeyFn: ({ type, id }) => `${type} ${id}`,
  });
  ofRequest.set(info.fieldNodes, rows);
  return rows;
}

async function readTogether(
  read: ReadReferred,
  asked: readonly Reference[],
  { store }: Context,
  { schema, fragments, variableValues, fieldNodes }: GraphQLResolveInfo,
): Promise<({ row: unknown } | undefined)[]> {
  const document = { schema, fragments, variables: variableValues, plain: plainFields() };
  try {
    const rows = await readRows(document, fieldNodes, asked, store, read);
    return asked.map((_, index) => rows && { row: rows[index] });
  } catch (error) {
    // What GraphQL finds wrong below belongs to the place where it stands.
    if (error instanceof GraphQLError) return asked.map(() => undefined);
    throw error;
  }
}
