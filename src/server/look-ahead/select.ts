import { getNamedType, isObjectType, type FieldNode, type GraphQLObjectType } from 'graphql';
import { makeConnection } from '../../../resolvers/relay/connection.js';
import type { Read, ReadPage } from '../../../resolvers/relay/reads.js';
import { isParallaxError } from '../../errors.js';
import type { BoundPage } from '../../store/selection/bind.js';
import type { Cells, Child, MakeReader, PageChild, RowSelection } from '../../store/selection/selection.js';
import type { Store } from '../../store/store.js';
import { alone, isReadAnew, surroundingsBelow } from './surroundings.js';
import { areAlike, askedPage, fieldsOf, kindOf, mostChildren, readOf, type Document, type Field } from './fields.js';

/** Where the children of a row are kept, for the resolvers of its fields. */
export const children = Symbol('children');

export interface RowWithChildren {
  [children]?: Record<string, unknown>;
}

/** Selects what the fields below a root field will look for on their rows, as far as it can be one statement. */
export class Selector {
  /** What the pages take, by their sites. */
  readonly bound: BoundPage[] = [];
  #children = 0;
  #around = alone;

  constructor(
    private readonly document: Document,
    private readonly store: Store,
  ) {}

  /** What an operation asks of the rows of one type that a root field gives; null when the type is no stored one. */
  rowOfRoot(type: GraphQLObjectType, nodes: readonly FieldNode[], read: Read): RowSelection | null {
    return this.#below(read, () => this.row(type, nodes));
  }

  /** What an operation asks of the rows that stand behind an object type; null when the type is no stored one. */
  row(type: GraphQLObjectType, nodes: readonly FieldNode[], read?: Read): RowSelection | null {
    const kind = kindOf(type, read);
    if (kind === undefined) return null;
    const properties = new Set<string>();
    const found = new Map<string, Child>();
    let isWhole = false;
    for (const [name, asked] of fieldsOf(this.document, type, nodes)) {
      // Under several parents that are read as one, a name may stand for several fields.
      for (const fieldName of new Set(asked.map((node) => node.name.value))) {
        const field = type.getFields()[fieldName];
        if (field === undefined) continue; // __typename
        const property = this.document.plain.get(type.name)?.get(field.name);
        if (property !== undefined) properties.add(property);
        else if (field.name !== 'id') {
          const below = readOf(field);
          const child = below && this.#child(field, below, asked);
          if (child) found.set(name, child);
          // A resolver that nothing is known of may look at any property.
          else if (!below) isWhole = true;
        }
      }
    }
    return { kind, properties: isWhole ? null : properties, hasKeys: true, children: found };
  }

  /**
   * A page, as a list's field asks for it; null where it asks for what no statement tells.
   * @throws ParallaxError BAD_USER_INPUT
   */
  page(field: Field, read: ReadPage, nodes: readonly [FieldNode, ...FieldNode[]]): PageChild | null {
    const type = getNamedType(field.type) as GraphQLObjectType;
    const asked = [...fieldsOf(this.document, type, nodes).values()].flat();
    const ofName = (name: string) => asked.filter((node) => node.name.value === name);
    // The planner's estimate is no part of a statement's answer.
    if (ofName('estimatedTotalCount').length > 0) return null;
    const bound = askedPage(this.store, field, read, nodes[0], this.document.variables);
    const site = this.bound.push(bound) - 1;
    const rowNodes = [...ofName('nodes'), ...this.#nodesOfEdges(type, ofName('edges'))];
    const rowType = getNamedType(type.getFields().nodes?.type);
    const isRead = rowNodes.length > 0 || ofName('pageInfo').length > 0 || ofName('edges').length > 0;
    const row = isRead ? this.#below(read, () => this.row(rowType as GraphQLObjectType, rowNodes)) : null;
    return {
      kind: 'PAGE',
      site,
      row,
      isCounted: ofName('totalCount').length > 0,
      hasPlaces: true,
      make(layout, { listing, isBackward, hasAfter, hasBefore }) {
        const readRow = row && layout ? makeRow(row)(layout) : null;
        return ({ rows, hasMore, total }) => {
          const page = {
            rows: readRow ? rows.map((cells) => readRow(cells) as object) : [],
            hasNextPage: isBackward ? hasBefore : hasMore,
            hasPreviousPage: isBackward ? hasMore : hasAfter,
          };
          return makeConnection(read.list.connection, listing, page, { count: () => total as number });
        };
      },
    };
  }

  #child(field: Field, read: Read, nodes: readonly [FieldNode, ...FieldNode[]]): Child | null {
    // The same name under two parents that became one: each must be answered by itself.
    if (!areAlike(nodes)) return null;
    this.#children += 1;
    if (this.#children > mostChildren) return null;
    const type = getNamedType(field.type);
    if (!isObjectType(type) || isReadAnew(this.#around, read)) return null;
    if (read.kind === 'PAGE') {
      try {
        return this.page(field, read, nodes);
      } catch (error) {
        // Its resolver will say the same, at its place in the answer.
        if (isParallaxError(error)) return null;
        throw error;
      }
    }
    const row = this.#below(read, () => this.row(type, nodes, read));
    if (row === null) return null;
    if (read.kind === 'ONE') return { kind: 'ONE', relation: read.relation, row, make: makeRow(row) };
    if (read.kind === 'ROWS' || read.kind === 'FIRST') {
      return { kind: read.kind, linked: read.question.linked, row, make: makeRow(row) };
    }
    return null;
  }

  #below<Selected>(read: Read, select: () => Selected): Selected {
    const around = this.#around;
    this.#around = surroundingsBelow(around, read);
    const selected = select();
    this.#around = around;
    return selected;
  }

  #nodesOfEdges(connection: GraphQLObjectType, edges: readonly FieldNode[]): FieldNode[] {
    const edge = getNamedType(connection.getFields().edges?.type);
    if (edges.length === 0 || !isObjectType(edge)) return [];
    return [...fieldsOf(this.document, edge, edges).values()].flat().filter((node) => node.name.value === 'node');
  }
}

/** Reads rows as objects of their class, which carry their children. */
export function makeRow(selection: RowSelection): MakeReader {
  const names = [...selection.children.keys()];
  return (layout) => {
    const readers = names.map((name) => layout.child(name));
    return (cells: Cells) => {
      const row = layout.row(cells) as RowWithChildren;
      if (names.length === 0) return row;
      // Without a prototype, whose properties would be found under names such as `constructor`.
      const found = Object.create(null) as Record<string, unknown>;
      for (let index = 0; index < names.length; index += 1) found[names[index] as string] = readers[index]?.(cells);
      row[children] = found;
      return row;
    };
  };
}
