import {
  BREAK,
  getArgumentValues,
  print,
  visit,
  type ASTNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import * as entities from '../../../entities/index.js';
import type { Read, ReadPage } from '../../../resolvers/relay/reads.js';
import type { RowKind } from '../../store/queries/row-kind.js';
import type { EntityClass } from '../../store/queries/row.js';
import { bindPage, type BoundPage } from '../../store/selection/bind.js';
import type { Store } from '../../store/store.js';
import type { PlainFields } from './plain-fields.js';

export type Field = GraphQLField<unknown, unknown>;
export type Variables = Readonly<Record<string, unknown>>;
export type AskedFields = ReadonlyMap<string, readonly [FieldNode, ...FieldNode[]]>;

/** What fields are looked up in. */
export interface Document {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  /** Coerced. */
  readonly variables: Variables;
  readonly plain: PlainFields;
}

/** Pages and rows that one statement joins; what goes beyond is read on its own. */
export const mostChildren = 40;

export const readOf = (field: Field) => field.extensions.read as Read | undefined;

/** What is asked of an object, by its name in the answer: fragments are opened and directives heeded. */
export function fieldsOf(
  { schema, fragments, variables }: Document,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
) {
  return collectSubfields(schema, fragments, variables, type, nodes) as unknown as AskedFields;
}

/** What stands behind an object type; undefined when that is nothing stored. */
export function kindOf(type: GraphQLObjectType, read: Read | undefined): RowKind<object> | undefined {
  if ((read?.kind === 'ROWS' || read?.kind === 'FIRST') && typeof read.question.linked.entity === 'object') {
    return read.question.linked.entity;
  }
  return (entities as unknown as Record<string, EntityClass<object> | undefined>)[type.name];
}

/** @throws ParallaxError BAD_USER_INPUT, as the field's resolver does; GraphQLError */
export function askedPage(
  store: Store,
  field: Field,
  read: ReadPage,
  node: FieldNode,
  variables: Variables,
): BoundPage {
  const page = read.list.choose(getArgumentValues(field, node, variables) as never);
  return bindPage(store, page as never);
}

/** Whether nothing of it depends on variables. */
export function isConstant(node: ASTNode): boolean {
  let isFound = false;
  visit(node, {
    Variable() {
      isFound = true;
      return BREAK;
    },
  });
  return !isFound;
}

/** Whether all of these are one field with the same arguments. */
export function areAlike(nodes: readonly FieldNode[]): boolean {
  if (nodes.length === 1) return true;
  const signatures = nodes.map((node) => `${node.name.value}(${(node.arguments ?? []).map(print).sort().join()})`);
  return signatures.every((signature) => signature === signatures[0]);
}
