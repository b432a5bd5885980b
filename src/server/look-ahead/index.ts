import {
  GraphQLError,
  isObjectType,
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { decodeIds } from '../../../resolvers/relay/decode-ids.js';
import { decodeId, decodeIdOf } from '../../../resolvers/relay/global-id.js';
import type { Read } from '../../../resolvers/relay/reads.js';
import { compileRootPage, runStatement } from '../../store/selection/read-selection.js';
import type { Context } from '../context.js';
import { readOf, type Document, type Field } from './fields.js';
import { plainFields, unwrapPlainFields } from './plain-fields.js';
import { readRows } from './read-rows.js';
import { referredResolver } from './referred.js';
import { children, Selector, type RowWithChildren } from './select.js';

type Resolve = GraphQLFieldResolver<unknown, Context>;

/**
 * Lets the root fields of a schema look ahead: each that reads from the store has everything that is selected below it
 * read in one statement, and the fields below find their values there. A field that finds none (below a comparison, in
 * the payload of a subscription, where an argument is wrong) is answered by its own resolver, with loaders.
 *
 *     1. plain fields show properties without a function (plain-fields.ts)
 *     2. a root field turns its selection into what is wanted of the store (select.ts)
 *     3. the store makes one statement of it and runs it (src/store/selection)
 *     4. fields below take what hangs on their row, by their name in the answer
 *
 * What no root field reads but refers to, as a search does to what it found, is read so for a whole list (referred.ts).
 *
 * Operations that can be planned whole go a shorter way (direct-answer.ts).
 */
export function lookAhead(schema: GraphQLSchema): GraphQLSchema {
  unwrapPlainFields(schema, plainFields());
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const isRoot = type === schema.getQueryType();
    for (const field of Object.values(type.getFields())) {
      const read = readOf(field as Field);
      if (!read || !field.resolve) continue;
      const original = field.resolve as Resolve;
      if (read.kind === 'REFERRED') field.resolve = referredResolver(original, read);
      else field.resolve = isRoot ? rootResolver(original, field as Field, read) : childResolver(original);
    }
  }
  return schema;
}

function childResolver(original: Resolve): Resolve {
  return (source, args, context, info) => {
    const found = (source as RowWithChildren)[children]?.[info.path.key];
    return found === undefined ? original(source, args, context, info) : found;
  };
}

function rootResolver(original: Resolve, field: Field, read: Read): Resolve {
  return async (source, args, context, info) => {
    try {
      const found = await readRoot(field, read, args as Record<string, unknown>, context, info);
      if (found !== undefined) return found;
    } catch (error) {
      // What GraphQL finds wrong below (a directive's variable is null) belongs to the place where it stands.
      if (!(error instanceof GraphQLError)) throw error;
    }
    return original(source, args, context, info);
  };
}

/** @returns undefined where this read cannot be planned */
async function readRoot(
  field: Field,
  read: Read,
  args: Record<string, unknown>,
  { store }: Context,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const { schema, fragments, variableValues, fieldNodes } = info;
  const document: Document = { schema, fragments, variables: variableValues, plain: plainFields() };
  if (read.kind === 'PAGE') {
    const selector = new Selector(document, store);
    const page = selector.page(field, read, fieldNodes as [FieldNode, ...FieldNode[]]);
    if (page === null) return undefined;
    return runStatement(store, compileRootPage(store, page, selector.bound), selector.bound);
  }
  if (read.kind === 'BY_IDS') return readRows(document, fieldNodes, decodeIds(args.ids as string[]), store, read);
  if (read.kind === 'BY_KEY') {
    const id = await read.find(store, args as never);
    return id === null ? null : (await readRows(document, fieldNodes, [{ type: read.type, id }], store, read))?.[0];
  }
  if (read.kind !== 'BY_ID') return undefined;
  const globalId = args.id as string;
  const asked =
    read.type === null ? decodeId(globalId, 'id') : { type: read.type, id: decodeIdOf(read.type, globalId, 'id') };
  const rows = await readRows(document, fieldNodes, [asked], store, read);
  return rows?.[0];
}
