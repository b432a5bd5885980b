import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { FastifyBaseLogger } from 'fastify';
import { isParallaxError, type ParallaxError } from '../errors.js';
import { asUnavailable } from '../store/lost-connection.js';

/** Where an error is logged, and under which id. */
export interface ErrorPlace {
  readonly requestId: string;
  readonly logger: Pick<FastifyBaseLogger, 'error'>;
}

/**
 * What a client may see of an error: a named error's code and sentence; what GraphQL itself says of a wrong document or
 * wrong variables; of everything else only that it happened, while the log gets it whole.
 */
export function maskError(error: GraphQLError, place: ErrorPlace): GraphQLFormattedError {
  const cause = asUnavailable(deepestCause(error));
  if (isParallaxError(cause)) {
    logOurs(cause, place);
    return show(error, cause.message, cause.code);
  }
  if (isClientsMistake(error, cause)) return show(error, error.message, mistakeCode(error));
  return show(error, logUnexpected(cause ?? error, place), 'INTERNAL_SERVER_ERROR');
}

/** A client may know that the database does not answer; why it does not, whoever runs the service must hear. */
export function logOurs({ code, cause }: ParallaxError, { requestId, logger }: ErrorPlace): void {
  if (code !== 'DATABASE_UNAVAILABLE' || cause === undefined) return;
  logger.error({ err: cause, requestId }, 'The database does not answer');
}

/** Logs what nobody foresaw. @returns the sentence that may be shown */
export function logUnexpected(error: unknown, { requestId, logger }: ErrorPlace): string {
  logger.error({ err: error, requestId }, 'An unexpected error');
  return `Something went wrong on our side; the log has it under ${requestId}.`;
}

function deepestCause(error: GraphQLError): unknown {
  let cause: unknown = error.originalError;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** Before execution begins, only the client's document and variables can be wrong; a path means that it had begun. */
function isClientsMistake(error: GraphQLError, cause: unknown): boolean {
  if (cause !== undefined && !(cause instanceof GraphQLError)) return false;
  if (error.path === undefined) return error.extensions.code !== 'INTERNAL_SERVER_ERROR';
  return error.message.startsWith('Argument "');
}

/** GraphQL counts a wrong value written into the document as an invalid document; to its author it is a bad input. */
function mistakeCode(error: GraphQLError): string {
  const isAboutValue = error.nodes?.[0]?.kind.endsWith('Value') || error.path !== undefined;
  return isAboutValue ? 'BAD_USER_INPUT' : String(error.extensions.code ?? 'GRAPHQL_VALIDATION_FAILED');
}

function show({ locations, path }: GraphQLError, message: string, code: string): GraphQLFormattedError {
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: { code } };
}
