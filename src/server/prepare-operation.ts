import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { isParallaxError } from '../errors.js';
import { assertMayAsk } from './access/may-ask.js';
import type { Context } from './context.js';
import { depthLimit, maximumTokens } from './limits.js';
import { limitSize } from './size-limit.js';

/**
 * Parses and checks an operation under the same limits, and refuses it with the same codes, as over HTTP.
 * @returns what to execute, or what is wrong
 */
export function prepareOperation(
  schema: GraphQLSchema,
  { query, operationName, variables }: Pick<SubscribePayload, 'query' | 'operationName' | 'variables'>,
  contextValue: Context,
): ExecutionArgs | readonly GraphQLError[] {
  const document = parseOrRefuse(query);
  if (document instanceof GraphQLError) return [document];
  const errors = validateOrRefuse(schema, document);
  if (errors.length > 0) return errors;
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    const reason = operationName
      ? `Unknown operation named "${operationName}".`
      : 'Must provide operation name if query contains multiple operations.';
    return [refusal(reason, 'OPERATION_RESOLUTION_FAILURE')];
  }
  try {
    assertMayAsk(contextValue.caller, schema, document, operation);
    limitSize(schema, document, operation, variables ?? {});
  } catch (error) {
    if (!isParallaxError(error)) throw error;
    return [refusal(error.message, error.code)];
  }
  return { schema, document, operationName, variableValues: variables, contextValue };
}

/** An error with a code of its own. */
export function refusal(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

function parseOrRefuse(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: maximumTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, source, positions } = error;
    return new GraphQLError(message, { source, positions, extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  }
}

/** A rule of graphql-js throws instead of reporting: where a variable decides on the field of a subscription. */
function validateOrRefuse(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  try {
    return validate(schema, document, [...specifiedRules, depthLimit]);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [error];
  }
}

/** What fails in the execution of a checked document before any field is reached is a variable of a wrong type. */
export function asBadInput(error: GraphQLError): GraphQLError {
  const isOfVariables = error.path === undefined && (error.originalError ?? error) instanceof GraphQLError;
  if (!isOfVariables || error.extensions.code !== undefined) return error;
  const { message, nodes } = error;
  return new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
}
