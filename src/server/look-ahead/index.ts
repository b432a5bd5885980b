import {
  GraphQLError,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { decodeId, decodeIdOf, type NodeTypeName } from '../../../resolvers/relay/global-id.js';
import type { Read } from '../../../resolvers/relay/reads.js';
import { readById, readPage } from '../../store/selection/read-selection.js';
import { SelectionTooWide } from '../../store/selection/compile.js';
import { children, type RowWithChildren } from '../../store/selection/selection.js';
import type { Context } from '../context.js';
import { plainFields, unwrapPlainFields, type PlainFields } from './plain-fields.js';
import { readOf, Selector, type Field } from './select.js';

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
 */
export function lookAhead(schema: GraphQLSchema): GraphQLSchema {
  const plain = plainFields();
  unwrapPlainFields(schema, plain);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const isRoot = type === schema.getQueryType();
    for (const field of Object.values(type.getFields())) {
      const read = readOf(field as Field);
      if (!read || !field.resolve) continue;
      field.resolve = (isRoot ? rootResolver : childResolver)(field.resolve as Resolve, field as Field, read, plain);
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

function rootResolver(original: Resolve, field: Field, read: Read, plain: PlainFields): Resolve {
  return async (source, args, context, info) => {
    try {
      const found = await readRoot(field, read, plain, args as Record<string, unknown>, context, info);
      if (found !== undefined) return found;
    } catch (error) {
      // What GraphQL finds wrong below (a directive's variable is null) belongs to the place where it stands.
      if (!(error instanceof SelectionTooWide || error instanceof GraphQLError)) throw error;
    }
    return original(source, args, context, info);
  };
}

/** @returns undefined where this read cannot be planned */
async function readRoot(
  field: Field,
  read: Read,
  plain: PlainFields,
  args: Record<string, unknown>,
  { store }: Context,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const selector = new Selector(info, plain);
  if (read.kind === 'PAGE') return readPage(store, selector.page(field, read, info.fieldNodes, args));
  if (read.kind !== 'BY_ID') return undefined;
  const [name, globalId] = ['id', args.id as string];
  const { type, id } =
    read.type === null
      ? decodeId(globalId, name)
      : { type: read.type satisfies NodeTypeName, id: decodeIdOf(read.type, globalId, name) };
  const object = info.schema.getType(type);
  const selection = isObjectType(object) ? selector.row(object, info.fieldNodes) : null;
  if (selection === null) return undefined;
  const [row] = await readById(store, selection, [id]);
  return row;
}
