import { isObjectType, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { encodeId, nodeTypes, type NodeTypeName } from '../../../resolvers/relay/global-id.js';

/** By type and field: the property that a field without a resolver of its own shows. */
export type PlainFields = ReadonlyMap<string, ReadonlyMap<string, string>>;

let known: PlainFields | undefined;

/** Which fields only show a property of their object, from what type-graphql was told. */
export function plainFields(): PlainFields {
  return (known ??= findPlainFields());
}

function findPlainFields(): PlainFields {
  const { objectTypes, interfaceTypes, fieldResolvers } = getMetadataStorage();
  const resolved = new Set(
    fieldResolvers
      .map(({ getObjectType, methodName }) => [getObjectType?.(), methodName] as const)
      .map(([target, name]) => `${(target as { name?: string } | undefined)?.name} ${name}`),
  );
  return new Map(
    objectTypes.map(({ name, fields, interfaceClasses, target }) => {
      const inherited = interfaceTypes
        .filter((type) => interfaceClasses?.includes(type.target))
        .flatMap((type) => type.fields ?? []);
      const plain = [...inherited, ...(fields ?? [])].filter(
        (field) => !resolved.has(`${(field.target as { name?: string }).name} ${field.name}`),
      );
      return [name ?? target.name, new Map(plain.map((field) => [field.schemaName, field.name]))];
    }),
  );
}

/**
 * Takes from plain fields the function that type-graphql wraps each in, and gives ids one that waits for nothing: what
 * graphql-js does by itself with a property costs a fraction.
 */
export function unwrapPlainFields(schema: GraphQLSchema, plain: PlainFields): void {
  for (const [typeName, fields] of plain) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      const property = fields.get(name);
      if (property === undefined) continue;
      if (property === name) delete field.resolve;
      else field.resolve = (row: Record<string, unknown>) => row[property];
    }
  }
  for (const typeName of Object.keys(nodeTypes) as NodeTypeName[]) {
    const type = schema.getType(typeName);
    const id = isObjectType(type) ? type.getFields().id : undefined;
    if (id) id.resolve = (row: { id: string }) => encodeId(typeName, row.id);
  }
}
