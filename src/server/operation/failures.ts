import { GraphQLError, type ExecutionResult } from 'graphql';
import { isParallaxError } from '../../errors.js';

/** What may be wrong with a document, more than one thing at a time. */
export class Refused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('The document is refused.');
  }
}

/** What became of an operation that failed as a whole, as GraphQL's errors with codes, not yet masked. */
export const errorsOf = (error: unknown): readonly GraphQLError[] =>
  error instanceof Refused ? error.errors : [asGraphQLError(error)];

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  // Without a code of its own, what GraphQL's functions throw counts as the client's mistake.
  const extensions = { code: isParallaxError(cause) ? cause.code : 'INTERNAL_SERVER_ERROR' };
  return new GraphQLError(cause.message, { originalError: cause, extensions });
}

/** A result whose errors have codes wherever the client's mistake is known by its place alone. */
export const withCodes = (result: ExecutionResult): ExecutionResult =>
  result.errors ? { ...result, errors: result.errors.map(asBadInput) } : result;

/** What fails in the execution of a checked document before any field is reached is a variable of a wrong type. */
function asBadInput(error: GraphQLError): GraphQLError {
  const isOfVariables = error.path === undefined && (error.originalError ?? error) instanceof GraphQLError;
  if (!isOfVariables || error.extensions.code !== undefined) return error;
  const { message, nodes } = error;
  return new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
}
