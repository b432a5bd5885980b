import type { FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, OperationTypeNode, type GraphQLSchema } from 'graphql';
import { Scope } from '../../../entities/enumerations.js';
import { neededScopes } from '../access/may-ask.js';
import type { Context } from '../context.js';
import type { Course } from '../operation/course.js';
import type { KeptOperation } from './http-request.js';
import { cacheControl, entityTag, holdsAnswer, variesBy, wantsNone } from './kept-answers.js';

export interface KeepOptions {
  readonly course: Course;
  readonly schema: GraphQLSchema;
  /** Changes with the schema and the code. */
  readonly serviceVersion: string;
  /** How long an answer may be used without asking again. */
  readonly cacheSeconds: number;
}

/** What to tell the client's cache once the answer is there. */
export interface AnswerToKeep {
  /** True when the client holds it already: it is then answered 304 and nothing is run. */
  readonly isHeld: boolean;
  /** True when an answer without errors is to be answered 304, whatever it holds. */
  readonly isUnwanted: boolean;
  /** The name of the operation as its document has it. */
  readonly operationName: string | null;
  /** Sets the headers. @param isWhole whether the answer came without errors; others are never kept */
  setHeaders(reply: FastifyReply, isWhole: boolean): void;
}

const notKept: AnswerToKeep = {
  isHeld: false,
  isUnwanted: false,
  operationName: null,
  setHeaders: (reply) => void reply.header('cache-control', 'no-store'),
};

/**
 * Has the answer to a persisted query that came by GET kept by whoever may keep it, under a tag that changes with the
 * data. Queries that need more than the scope READ are left out: they may show what is no part of the data, such as keys.
 */
export async function keepAnswer(
  operation: KeptOperation,
  request: FastifyRequest,
  context: Context,
  { course, schema, serviceVersion, cacheSeconds }: KeepOptions,
): Promise<AnswerToKeep> {
  const { document } = course.find(operation.query);
  const definition = document && getOperationAST(document, operation.operationName);
  if (!document || definition?.operation !== OperationTypeNode.QUERY) return notKept;
  if (neededScopes(schema, document, definition).some((scope) => scope !== Scope.READ)) return notKept;
  const { scopes, isAnonymous } = context.caller;
  if (!scopes.has(Scope.READ)) return notKept;
  const tag = entityTag({
    operation,
    dataVersion: await context.dataVersion(),
    serviceVersion,
    scopes,
    accept: request.headers.accept ?? '',
  });
  return {
    isHeld: holdsAnswer(request.headers['if-none-match'], tag),
    isUnwanted: wantsNone(request.headers['if-none-match']),
    operationName: definition.name?.value ?? null,
    setHeaders(reply, isWhole) {
      void reply.header('vary', variesBy);
      if (!isWhole) return notKept.setHeaders(reply, isWhole);
      void reply.header('etag', tag).header('cache-control', cacheControl(isAnonymous, cacheSeconds));
    },
  };
}
