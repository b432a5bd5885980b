import { OperationTypeNode, type GraphQLField, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { Scope } from '../../../entities/enumerations.js';

/** Under this name a root field's extensions hold the scope that it needs. */
const extension = 'requiredScope';

/**
 * Writes the scope that `@Authorized` asks for onto every root field of a schema that type-graphql built: into its
 * extensions, where {@link requiredScope} finds it, and into its description, where people do.
 * @throws Error when a root field does not ask for exactly one
 */
export function markRequiredScopes(schema: GraphQLSchema): GraphQLSchema {
  const { queries, mutations, subscriptions } = getMetadataStorage();
  const metadata = { query: queries, mutation: mutations, subscription: subscriptions };
  for (const operation of Object.values(OperationTypeNode)) {
    const asked = new Map(metadata[operation].map(({ schemaName, roles }) => [schemaName, roles]));
    for (const field of Object.values(schema.getRootType(operation)?.getFields() ?? {})) {
      const scope = soleScope(`The ${operation} ${field.name}`, asked.get(field.name));
      field.extensions = { ...field.extensions, [extension]: scope };
      field.description = [field.description, `Needs the scope ${scope}.`].filter(Boolean).join(' ');
    }
  }
  return schema;
}

function soleScope(place: string, roles: readonly unknown[] | undefined): Scope {
  const scope = Object.values(Scope).find((known) => known === roles?.[0]);
  if (scope === undefined || roles?.length !== 1) {
    throw new Error(`${place} must say who may ask it: @Authorized(Scope.…), one scope.`);
  }
  return scope;
}

/**
 * The scope that a root field needs; a field that is not known, such as `__schema`, needs READ.
 * @throws Error when the schema was not marked, so that nothing is open by mistake
 */
export function requiredScope(field: GraphQLField<unknown, unknown> | undefined): Scope {
  if (field === undefined) return Scope.READ;
  const scope = field.extensions[extension];
  if (scope === undefined) throw new Error(`Nothing says who may ask ${field.name}.`);
  return scope as Scope;
}
