import 'reflect-metadata';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import { DateTime } from '../../entities/index.js';
import { resolvers } from '../../resolvers/index.js';
import { authChecker } from './access/may-ask.js';
import { markRequiredScopes } from './access/required-scope.js';

// type-graphql demands one as soon as there is a subscription; ours bring their own stream, so it is never asked.
const noPubSub: PubSub = {
  publish() {
    throw new Error('Subscriptions follow the log of claim changes (src/stream), not a PubSub.');
  },
  subscribe() {
    throw new Error('Subscriptions follow the log of claim changes (src/stream), not a PubSub.');
  },
};

/**
 * The GraphQL schema, from the decorators of entities/ and resolvers/.
 * @throws Error when a root field does not say which scope it needs
 */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    authChecker,
    resolvers: resolvers as never,
    scalarsMap: [{ type: Date, scalar: DateTime }],
    pubSub: noPubSub,
    // graphql-js checks types; what remains, such as page sizes, each resolver refuses with a sentence of its own.
    validate: false,
  });
  // type-graphql has no place to describe these.
  for (const [type, description] of [
    [schema.getQueryType(), 'What can be asked.'],
    [schema.getMutationType(), 'What can be changed.'],
    [schema.getSubscriptionType(), 'What can be followed.'],
  ] as const) {
    if (type) type.description = description;
  }
  return markRequiredScopes(schema);
}

/** The schema in the schema language, sorted, with descriptions: what stands in schema.graphql. */
export function printSortedSchema(): string {
  return `${printSchema(lexicographicSortSchema(createSchema()))}\n`;
}
