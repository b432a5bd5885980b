import type { FastifyReply, FastifyRequest } from 'fastify';
import { isParallaxError } from '../errors.js';
import { RateLimited, secondsUntil } from './limits/budget.js';
import { logOurs, logUnexpected } from './mask-error.js';
import type { Answer } from './operation/operation.js';

/** Lets a page of an allowed origin read the answers (CORS). */
export function allowReading(reply: FastifyReply, origin: string): void {
  void reply
    .header('access-control-allow-origin', origin)
    .header('access-control-allow-methods', 'GET, POST')
    .header(
      'access-control-allow-headers',
      'authorization, content-type, apollo-require-preflight, if-none-match, x-request-id',
    )
    .header(
      'access-control-expose-headers',
      'etag, x-request-id, ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after',
    )
    .header('access-control-max-age', '600')
    .header('vary', 'Origin');
}

/** Where a code has an HTTP status of its own; all other mistakes of a client are answered with 400. */
const statusOfCode: Partial<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  FORBIDDEN_ORIGIN: 403,
  INTERNAL_SERVER_ERROR: 500,
  REQUEST_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  TOO_MANY_OPERATIONS: 429,
  TOO_MANY_CONNECTIONS: 429,
  DATABASE_UNAVAILABLE: 503,
  SERVICE_UNAVAILABLE: 503,
  IDENTITY_PROVIDER_UNAVAILABLE: 503,
  REQUEST_TIMEOUT: 504,
  // So Apollo Server answers, and so its clients expect it, who then send the text.
  PERSISTED_QUERY_NOT_FOUND: 200,
  PERSISTED_QUERY_NOT_SUPPORTED: 200,
};

/** The HTTP status of GraphQL's answer: 200 as soon as something was run, whatever became of its fields. */
export function statusOfAnswer({ data, errors }: Answer): number {
  if (data !== undefined || !errors) return 200;
  return statusOfCode[String(errors[0]?.extensions?.code)] ?? 400;
}

/** Stands in every answer whose caller was charged for it, where there is a limit. */
export const limitHeader = 'ratelimit-limit';

/** What the caller has left, after draft-ietf-httpapi-ratelimit-headers-07; of what is over it, when to come back. */
export function budgetHeaders({ spending, errors }: Pick<Answer, 'spending' | 'errors'>): [string, string][] {
  if (spending === null) return [];
  const seconds = String(secondsUntil(spending.resetAt));
  const isRefused = errors?.[0]?.extensions?.code === 'RATE_LIMITED';
  return [
    [limitHeader, String(spending.limit)],
    ['ratelimit-remaining', String(spending.remaining)],
    ['ratelimit-reset', seconds],
    ...(isRefused ? [['retry-after', seconds] as [string, string]] : []),
  ];
}

/** Answers what fails outside of GraphQL in the same form as GraphQL's errors. */
export function answerFailure(
  error: Error & { statusCode?: number; code?: string },
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (error instanceof RateLimited) void reply.header('retry-after', String(error.retryAfter));
  const place = { requestId: request.id, logger: request.log };
  if (isParallaxError(error)) {
    logOurs(error, place);
    // What is still to come of its request is not waited for.
    if (error.code === 'SERVICE_UNAVAILABLE') void reply.header('connection', 'close');
    return answerError(reply, statusOfCode[error.code] ?? 400, error.code, error.message);
  }
  const status = error.statusCode ?? 500;
  if (status < 500) return answerError(reply, status, 'BAD_USER_INPUT', error.message);
  const sentence = logUnexpected(error, place);
  return answerError(reply, 500, 'INTERNAL_SERVER_ERROR', sentence);
}

/** The media type by which a client knows that an answer comes from GraphQL and not from a proxy, whatever its status. */
const graphqlType = 'application/graphql-response+json';

/**
 * An answer in the form of GraphQL's errors, with an HTTP status. Clients such as Apollo Client read the codes of an
 * answer that is not 200 only where it has the media type of GraphQL, so it has where they accept that.
 */
export function answerError(reply: FastifyReply, status: number, code: string, message: string) {
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  if (reply.request.headers.accept?.includes(graphqlType)) void reply.type(`${graphqlType}; charset=utf-8`);
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}
