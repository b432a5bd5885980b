import {
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { fieldsOf, type Document } from '../fields.js';

/** Thrown where only ordinary execution can tell the answer, or what is wrong and where. */
export class Unanswerable extends Error {}

/** Makes of a value what the answer shows. @throws Unanswerable, or whatever a scalar throws */
export type Complete = (value: unknown) => unknown;

/** A field of an object of the answer, and where it is read. */
export interface Entry<Source> {
  readonly name: string;
  readonly read: (source: Source) => unknown;
}

/** Writes objects with these fields, in this order. */
export function objectWriter<Source>(entries: readonly Entry<Source>[]): (source: Source) => object {
  const names = entries.map(({ name }) => name);
  const readers = entries.map(({ read }) => read);
  // Assigning to this name would not make a field of it.
  if (names.includes('__proto__')) throw new Unanswerable();
  return (source) => {
    const written: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index += 1) {
      written[names[index] as string] = (readers[index] as Entry<Source>['read'])(source);
    }
    return written;
  };
}

/** What graphql-js's `completeValue` does with a value that no promise is, for types whose fields only show properties. */
export function completer(document: Document, type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
  if (isNonNullType(type)) {
    const complete = completer(document, type.ofType, nodes);
    return (value) => required(complete(value));
  }
  if (isListType(type)) {
    const complete = completer(document, type.ofType, nodes);
    return (value) => {
      if (value === null || value === undefined) return null;
      if (!Array.isArray(value)) throw new Unanswerable();
      return value.map(complete);
    };
  }
  if (isLeafType(type)) {
    return (value) => (value === null || value === undefined ? null : required(type.serialize(value)));
  }
  if (!isObjectType(type)) throw new Unanswerable();
  const write = plainObjectWriter(document, type, nodes);
  return (value) => (value === null || value === undefined ? null : write(value as Record<string, unknown>));
}

function plainObjectWriter(document: Document, type: GraphQLObjectType, nodes: readonly FieldNode[]) {
  const entries = [...fieldsOf(document, type, nodes)].map(([name, asked]): Entry<Record<string, unknown>> => {
    const fieldName = asked[0].name.value;
    if (fieldName === '__typename') return { name, read: () => type.name };
    const property = document.plain.get(type.name)?.get(fieldName);
    const field = type.getFields()[fieldName];
    if (property === undefined || field === undefined) throw new Unanswerable();
    const complete = completer(document, field.type, asked);
    return { name, read: (object) => complete(object[property]) };
  });
  return objectWriter(entries);
}

/** A null where none may be is told by ordinary execution, with its place. */
export function required(value: unknown): unknown {
  if (value === null || value === undefined) throw new Unanswerable();
  return value;
}
