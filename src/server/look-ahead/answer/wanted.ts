import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLOutputType } from 'graphql';
import type { Child, RowSelection } from '../../../store/selection/selection.js';
import { Unanswerable } from './values.js';

/** What is wanted of rows, while it is being gathered. */
export class Wanted implements RowSelection {
  readonly properties = new Set<string>();
  readonly children = new Map<string, Child>();
  readonly hasKeys = false;

  constructor(readonly kind: RowSelection['kind']) {}

  add(child: Child): string {
    const name = String(this.children.size);
    this.children.set(name, child);
    return name;
  }
}

/** The object type that a field gives, one or many of. @throws Unanswerable */
export function objectTypeOf(type: GraphQLOutputType | undefined): GraphQLObjectType {
  const named = getNamedType(type);
  if (!isObjectType(named)) throw new Unanswerable();
  return named;
}
