import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, parse, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Context } from './context.js';
import { maskError } from './mask-error.js';
import type { Course } from './operation/course.js';
import { shownAnswer, type OperationRequest } from './operation/operation.js';
import type { AnswerToKeep } from './persisted/keep-answer.js';
import type { HttpOperation, KeptOperation, SentRequest } from './persisted/http-request.js';
import { ChosenTypes, readPlainPost } from './plain-post.js';
import { budgetHeaders, statusOfAnswer } from './replies.js';

/** Stands for a document that is refused: which one that is, and why, the course tells. */
const refusedDocument = parse('{ __typename }');

/** Deadlines of requests whose answers may be kept and shown to others: nothing of their callers is in those. Apollo Server copies contexts. */
const ofKeptAnswers = new WeakSet<Context['deadline']>();

/**
 * Has Apollo Server read requests and write answers, and the course of all transports do what is between. A document
 * that is known when a request begins is neither parsed nor validated by Apollo Server.
 */
function followCourse(course: Course): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request, contextValue }) {
      // As the course reads it: else Apollo Server finds no operation that it could refuse to run by GET.
      if (request.operationName === '') delete request.operationName;
      return {
        async didResolveSource(requestContext) {
          const { document } = course.find(requestContext.source);
          (requestContext as { document?: DocumentNode }).document = document ?? refusedDocument;
        },
        async responseForOperation() {
          const { query = '', operationName, variables } = request;
          const answer = await course.answer({ query, operationName, variables }, contextValue);
          return {
            http: { status: statusOfAnswer(answer), headers: new HeaderMap(budgetHeaders(answer)) },
            body: { kind: 'single', singleResult: shownAnswer(answer, ofKeptAnswers.has(contextValue.deadline)) },
          };
        },
        // What Apollo Server refuses by itself, before there is an operation.
        async willSendResponse({ response, errors }) {
          if (errors && response.body.kind === 'single') {
            response.body.singleResult.errors = errors.map((error) => maskError(error, contextValue));
          }
        },
      };
    },
  };
}

/** Apollo Server for queries and mutations over HTTP, started. */
export async function startApollo(
  schema: GraphQLSchema,
  course: Course,
  logger: FastifyBaseLogger,
): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema,
    logger,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    documentStore: null,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => formatEarlyError(formatted, error, logger),
    plugins: [
      followCourse(course),
      // Otherwise it wraps every field, which nearly doubles the cost of a nested query.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
}

/** For errors outside of a request's course, which the plugin does not see; for all others its answer replaces this. */
function formatEarlyError(
  formatted: GraphQLFormattedError,
  error: unknown,
  logger: FastifyBaseLogger,
): GraphQLFormattedError {
  if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR' || error instanceof GraphQLError) return formatted;
  logger.error({ err: error }, 'An unexpected error');
  return { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

/** What persisted documents mean for a request over HTTP. */
export interface PersistedOverHttp {
  read(request: SentRequest, context: Context): HttpOperation;
  keep(operation: KeptOperation, request: FastifyRequest, context: Context): Promise<AnswerToKeep>;
}

/**
 * Answers one HTTP request: what is usual by itself, all else with Apollo Server. Both ways lead to the same course, and
 * what a client is sent is the same to the byte (tests/server/plain-post.test.ts).
 */
export function answerWith(
  apollo: ApolloServer<Context>,
  course: Course,
  createContext: (request: FastifyRequest, reply: FastifyReply) => Context,
  persisted: PersistedOverHttp,
) {
  const types = new ChosenTypes();
  const answerPlainly = async (operation: OperationRequest, type: string, context: Context, reply: FastifyReply) => {
    const answer = await course.answer(operation, context);
    const status = statusOfAnswer(answer);
    for (const [name, value] of budgetHeaders(answer)) void reply.header(name, value);
    if (status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply.code(status).header('content-type', type);
    const { errors, data, extensions } = shownAnswer(answer);
    return `${JSON.stringify({ errors, data, extensions })}\n`;
  };
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const context = createContext(request, reply);
    const { search, body, kept } = persisted.read(request, context);
    const { accept } = request.headers;
    const type = types.get(accept);
    const plain = type === undefined ? null : readPlainPost(request, body);
    if (type !== undefined && plain !== null) return answerPlainly(plain, type, context, reply);
    const toKeep = kept && (await persisted.keep(kept, request, context));
    if (toKeep?.isHeld) {
      toKeep.setHeaders(reply, true);
      void reply.code(304);
      return '';
    }
    if (kept) ofKeptAnswers.add(context.deadline);
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    // It runs nothing but what was handed over, changes nothing, and no page sees its answer that may not (`access/origins.ts`).
    if (kept) headers.set('apollo-require-preflight', 'persisted');
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers,
        search,
        body,
      },
      context: async () => context,
    });
    if (response.body.kind !== 'complete') throw new Error('Incremental delivery is not supported.');
    for (const [name, value] of response.headers) void reply.header(name, value);
    if (response.status === 200) types.learn(accept, response.headers.get('content-type'));
    if (response.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply.code(response.status ?? 200);
    const isWhole = reply.statusCode === 200 && response.body.string.startsWith('{"data"');
    toKeep?.setHeaders(reply, isWhole);
    if (!isWhole || !toKeep?.isUnwanted) return response.body.string;
    void reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return '';
  };
}
