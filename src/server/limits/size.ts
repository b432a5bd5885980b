import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { ListSize } from '../../../entities/list-size.js';
import { defaultPageSize, largestPageSize } from '../../../resolvers/relay/connection-arguments.js';
import { ParallaxError } from '../../errors.js';

/** Most fields of an answer, as far as the operation tells; so many take a few seconds and some ten megabytes. */
export const maximumFields = 250_000;

/** How many items a field's list holds that is no page of a connection, as is declared beside the field. */
function declaredSize({ extensions }: { readonly extensions: object }): number {
  return (extensions as Partial<ListSize>).listSize ?? 1;
}

/**
 * Refuses an operation whose answer could be larger than the service can make: nested pages multiply, so that three of
 * a hundred items, one in the other, hold a million. It counts before anything is read: each field once, times the sizes
 * of the pages it stands in. What a list without pages holds is declared beside its field: the most that it can hold, or where
 * only the data bound it, what it seldom exceeds.
 *
 * @param variables as the client sent them; their types are checked elsewhere
 * @returns how many fields the answer may have
 * @throws ParallaxError ANSWER_TOO_LARGE; BAD_USER_INPUT where ids are more than one may ask for
 */
export function limitSize(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const known = constantSizes.get(operation);
  if (known?.schema === schema) return known.fields;
  let isConstant = true;
  const valueOfVariable = (name: string) => {
    isConstant = false;
    // A variable may have the name of what every object has.
    return Object.hasOwn(variables, name) ? variables[name] : undefined;
  };
  const fields = countFields(schema, document, operation, valueOfVariable)(operation.selectionSet, root, 1);
  if (fields <= maximumFields) {
    if (isConstant) constantSizes.set(operation, { schema, fields });
    return fields;
  }
  throw new ParallaxError(
    'ANSWER_TOO_LARGE',
    `The answer could have ${fields} fields; ${maximumFields} are the most. Ask for smaller pages, or nest fewer of them.`,
  );
}

/**
 * Sizes of operations that no variable decides: where all pages are as large as the document says. Documents that are asked
 * again are the same objects.
 */
const constantSizes = new WeakMap<
  OperationDefinitionNode,
  { readonly schema: GraphQLSchema; readonly fields: number }
>();

const tooManyIds = (ids: number) =>
  new ParallaxError('BAD_USER_INPUT', `\`ids\` holds ${ids}; at most ${largestPageSize} can be asked for at a time.`);

const metaFields: Partial<Record<string, GraphQLOutputType>> = {
  __schema: getNamedType(SchemaMetaFieldDef.type),
  __type: getNamedType(TypeMetaFieldDef.type),
};

/** How many entries the lists of introspection have here, about. */
const introspectedLists: Partial<Record<string, number>> = {
  types: 100,
  fields: 8,
  args: 2,
  inputFields: 4,
  enumValues: 4,
  possibleTypes: 4,
  directives: 6,
};

/** @param pageSize of the connection that `parent` is; of other types it says nothing */
type Count = (selections: SelectionSetNode, parent: GraphQLOutputType, pageSize: number) => number;

const isConnection = (type: GraphQLOutputType) => getNamedType(type).name.endsWith('Connection');

function countFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  valueOfVariable: (name: string) => unknown,
): Count {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const defaults = new Map(
    operation.variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  );
  // A fragment is counted once for each page size, however often it is spread.
  const known = new Map<string, number>();

  const valueOf = (node: ValueNode | undefined): number | null => {
    if (node?.kind === Kind.VARIABLE) {
      const value = valueOfVariable(node.name.value);
      if (Array.isArray(value)) return value.length;
      return value === undefined ? valueOf(defaults.get(node.name.value)) : typeof value === 'number' ? value : null;
    }
    if (node?.kind === Kind.LIST) return node.values.length;
    return node?.kind === Kind.INT ? Number(node.value) : null;
  };
  const argument = (field: FieldNode, name: string) =>
    valueOf(field.arguments?.find((given) => given.name.value === name)?.value);

  const countField = (field: FieldNode, parent: GraphQLOutputType, pageSize: number): number => {
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    if (definition === undefined) return countIntrospection(field);
    const type = getNamedType(definition.type);
    const isList = isListType(isNonNullType(definition.type) ? definition.type.ofType : definition.type);
    const asked = isConnection(type) ? (argument(field, 'first') ?? argument(field, 'last') ?? defaultPageSize) : 1;
    // A size out of bounds is refused with a sentence of its own, by its list.
    const size = Math.min(Math.max(asked, 0), largestPageSize);
    const ids = argument(field, 'ids');
    if (ids !== null && ids > largestPageSize) throw tooManyIds(ids);
    const introspected = type.name.startsWith('__') ? (introspectedLists[field.name.value] ?? 1) : undefined;
    const isOfPage = isConnection(parent) && (field.name.value === 'nodes' || field.name.value === 'edges');
    const times = introspected ?? (isList ? (ids ?? (isOfPage ? pageSize : declaredSize(definition))) : 1);
    const inside = field.selectionSet && isCompositeType(type) ? count(field.selectionSet, type, size) : 0;
    return times * (1 + inside);
  };

  const countIntrospection = (field: FieldNode): number => {
    const type = metaFields[field.name.value];
    return 1 + (type && field.selectionSet ? count(field.selectionSet, type, 1) : 0);
  };

  const count: Count = ({ selections }, parent, pageSize) => {
    let fields = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) fields += countField(selection, parent, pageSize);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const name = selection.typeCondition?.name.value;
        fields += count(selection.selectionSet, (name && composite(name)) || parent, pageSize);
      } else fields += countFragment(selection.name.value, pageSize);
    }
    return fields;
  };

  const countFragment = (name: string, pageSize: number): number => {
    const key = `${pageSize} ${name}`;
    const fragment = fragments.get(name);
    const type = fragment && composite(fragment.typeCondition.name.value);
    if (!fragment || !type) return 0;
    if (!known.has(key)) known.set(key, count(fragment.selectionSet, type, pageSize));
    return known.get(key) as number;
  };

  const composite = (name: string) => {
    const type = schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  };

  return count;
}
