import {
  getArgumentValues,
  getNamedType,
  isObjectType,
  print,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import * as entities from '../../../entities/index.js';
import { makeConnection, type Connection } from '../../../resolvers/relay/connection.js';
import type { Read, ReadPage } from '../../../resolvers/relay/reads.js';
import { isParallaxError } from '../../errors.js';
import type { EntityClass } from '../../store/queries/row.js';
import type { Child, PageChild, RowSelection } from '../../store/selection/selection.js';
import type { PlainFields } from './plain-fields.js';

export type Field = GraphQLField<unknown, unknown>;

/** Pages and rows that one statement joins; what goes beyond is read on its own. */
const mostChildren = 40;

export const readOf = (field: Field) => field.extensions.read as Read | undefined;

/** Makes selections of one operation's fields. */
export class Selector {
  #children = 0;

  constructor(
    private readonly info: GraphQLResolveInfo,
    private readonly plain: PlainFields,
  ) {}

  /** What an operation asks of the rows that stand behind an object type; null when the type is no stored one. */
  row(type: GraphQLObjectType, nodes: readonly FieldNode[]): RowSelection | null {
    const entity = (entities as unknown as Record<string, EntityClass<object>>)[type.name];
    if (entity === undefined) return null;
    const properties = new Set<string>();
    const children = new Map<string, Child>();
    let isWhole = false;
    for (const [name, asked] of this.#fields(type, nodes)) {
      // Under several parents that are read as one, a name may stand for several fields.
      for (const fieldName of new Set(asked.map((node) => node.name.value))) {
        const field = type.getFields()[fieldName];
        if (field === undefined) continue; // __typename
        const property = this.plain.get(type.name)?.get(field.name);
        if (property !== undefined) properties.add(property);
        else if (field.name !== 'id') {
          const read = readOf(field);
          const child = read && this.#child(field, read, asked);
          if (child) children.set(name, child);
          // A resolver that nothing is known of may look at any property.
          else if (!read) isWhole = true;
        }
      }
    }
    return { entity, properties: isWhole ? null : properties, children };
  }

  /** A page, as a list's field asks for it. @throws ParallaxError BAD_USER_INPUT */
  page(field: Field, read: ReadPage, nodes: readonly FieldNode[], given: Record<string, unknown>): PageChild {
    const type = getNamedType(field.type) as GraphQLObjectType;
    const { listing, filter, request } = read.list.choose(given as never);
    const asked = [...this.#fields(type, nodes).values()].flat();
    const ofName = (name: string) => asked.filter((node) => node.name.value === name);
    const rowNodes = [...ofName('nodes'), ...this.#nodesOfEdges(type, ofName('edges'))];
    const rowType = getNamedType(type.getFields().nodes?.type);
    const isRead = rowNodes.length > 0 || ofName('pageInfo').length > 0 || ofName('edges').length > 0;
    const row = isRead ? this.row(rowType as GraphQLObjectType, rowNodes) : null;
    if (row) for (const { property } of listing.order) (row.properties as Set<string> | null)?.add(property);
    return {
      kind: 'PAGE',
      listing,
      filter,
      request,
      row,
      isCounted: ofName('totalCount').length > 0,
      finish: ({ rows, hasMore, total }): Connection<object> =>
        makeConnection(
          read.list.connection,
          listing,
          {
            rows,
            hasNextPage: request.isBackward ? request.before !== null : hasMore,
            hasPreviousPage: request.isBackward ? hasMore : request.after !== null,
          },
          () => total as number,
        ),
    };
  }

  #child(field: Field, read: Read, nodes: readonly FieldNode[]): Child | null {
    // The same name under two parents that became one: each must be answered by itself.
    if (!areAlike(nodes)) return null;
    this.#children += 1;
    if (this.#children > mostChildren) return null;
    const type = getNamedType(field.type);
    if (!isObjectType(type)) return null;
    if (read.kind === 'PAGE') {
      try {
        return this.page(field, read, nodes, getArgumentValues(field, nodes[0] as FieldNode, this.info.variableValues));
      } catch (error) {
        // Its resolver will say the same, at its place in the answer.
        if (isParallaxError(error)) return null;
        throw error;
      }
    }
    const row = this.row(type, nodes);
    if (row === null) return null;
    if (read.kind === 'ONE') return { kind: 'ONE', relation: read.relation, row };
    if (read.kind === 'ROWS' || read.kind === 'FIRST') return { kind: read.kind, linked: read.question.linked, row };
    return null;
  }

  #nodesOfEdges(connection: GraphQLObjectType, edges: readonly FieldNode[]): FieldNode[] {
    const edge = getNamedType(connection.getFields().edges?.type);
    if (edges.length === 0 || !isObjectType(edge)) return [];
    return [...this.#fields(edge, edges).values()].flat().filter((node) => node.name.value === 'node');
  }

  #fields(type: GraphQLObjectType, nodes: readonly FieldNode[]): Map<string, [FieldNode, ...FieldNode[]]> {
    const { schema, fragments, variableValues } = this.info;
    const found = collectSubfields(schema, fragments, variableValues, type, nodes);
    return found as Map<string, [FieldNode, ...FieldNode[]]>;
  }
}

function areAlike(nodes: readonly FieldNode[]): boolean {
  if (nodes.length === 1) return true;
  const signatures = nodes.map((node) => `${node.name.value}(${(node.arguments ?? []).map(print).sort().join()})`);
  return signatures.every((signature) => signature === signatures[0]);
}
