import {
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  getNamedType,
  OperationTypeNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { Scope } from '../../../entities/index';

/** A field that operations begin with. */
export interface RootField {
  readonly operation: OperationTypeNode;
  readonly name: string;
  /** As it is asked with as little as is valid, such as `node(id: "x") { __typename }`. */
  readonly text: string;
  readonly needs: Scope;
}

/** What changes or tells more than reading, and whom that is left to; a new mutation is named here on purpose. */
const beyondReading: Readonly<Record<string, Scope>> = {
  ingest: Scope.INGEST,
  loadDemo: Scope.INGEST,
  loadDemoDelivery: Scope.INGEST,
  removeDemo: Scope.CURATE,
  mergeActors: Scope.CURATE,
  splitActor: Scope.CURATE,
  revertActorDecision: Scope.CURATE,
  importActors: Scope.CURATE,
  keys: Scope.ADMIN,
  reprocessing: Scope.ADMIN,
  reprocess: Scope.ADMIN,
  createKey: Scope.ADMIN,
  revokeKey: Scope.ADMIN,
};

const literals: Readonly<Record<string, string>> = {
  Int: '1',
  Float: '1',
  Boolean: 'true',
  DateTime: '"2030-01-01T00:00:00Z"',
  URL: '"https://desk.example/"',
  CountryCode: '"NL"',
  Language: '"en"',
};

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (!isInputObjectType(type)) return literals[type.name] ?? '"x"';
  const fields = Object.values(type.getFields()).filter(isRequiredInputField);
  return `{ ${fields.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
}

function call({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const required = args.filter(isRequiredArgument).map((argument) => `${argument.name}: ${literal(argument.type)}`);
  const selection = isLeafType(getNamedType(type)) ? '' : ' { __typename }';
  return `${name}${required.length > 0 ? `(${required.join(', ')})` : ''}${selection}`;
}

/** Every field of Query, Mutation and Subscription, and what is asked without being a field of them. */
export function rootFields(schema: GraphQLSchema): readonly RootField[] {
  const fields = Object.values(OperationTypeNode).flatMap((operation) =>
    Object.values(schema.getRootType(operation)?.getFields() ?? {}).map((field) => ({
      operation,
      name: field.name,
      text: call(field),
      needs:
        operation === 'mutation' ? (beyondReading[field.name] as Scope) : (beyondReading[field.name] ?? Scope.READ),
    })),
  );
  const introspection = ['__typename', '__schema { __typename }', '__type(name: "Query") { name }'].map((text) => ({
    operation: OperationTypeNode.QUERY,
    name: text,
    text,
    needs: Scope.READ,
  }));
  return [...fields, ...introspection];
}

/** One field in all the clothes it can be asked in. */
export function disguises({ operation, text }: RootField): readonly string[] {
  const type = operation[0]?.toUpperCase() + operation.slice(1);
  const alone = [
    `${operation} { ${text} }`,
    `${operation} { innocent: ${text} }`,
    `${operation} { ... { ${text} } }`,
    `${operation} { ... on ${type} { ...Outer } } fragment Outer on ${type} { ...Inner } fragment Inner on ${type} { ${text} }`,
  ];
  if (operation === 'subscription') return alone;
  return [
    ...alone,
    `${operation} { first: __typename ${text} last: __typename }`,
    `${operation} { first: ${text} second: ${text} }`,
    `${operation} { ... @skip(if: true) { ${text} } }`,
    `${operation} Named($yes: Boolean = true) { __typename ... @include(if: $yes) { ... @include(if: $yes) { ${text} } } }`,
  ];
}
