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
import { statusOfAnswer } from './replies.js';

/** Stands for a document that is refused: which one that is, and why, the course tells. */
const refusedDocument = parse('{ __typename }');

/**
 * Has Apollo Server read requests and write answers, and the course of all transports do what is between. A document
 * that is known when a request begins is neither parsed nor validated by Apollo Server.
 */
function followCourse(course: Course): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request, contextValue }) {
      return {
        async didResolveSource(requestContext) {
          const { document } = course.find(requestContext.source);
          (requestContext as { document?: DocumentNode }).document = document ?? refusedDocument;
        },
        async responseForOperation() {
          const { query = '', operationName, variables } = request;
          const answer = await course.answer({ query, operationName, variables }, contextValue);
          return {
            http: { status: statusOfAnswer(answer), headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { ...answer } },
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

/** Answers one HTTP request with Apollo Server. */
export function answerWith(
  apollo: ApolloServer<Context>,
  createContext: (request: FastifyRequest, reply: FastifyReply) => Context,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    const question = request.url.indexOf('?');
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers,
        search: question < 0 ? '' : request.url.slice(question),
        body: request.body,
      },
      context: async () => createContext(request, reply),
    });
    if (response.body.kind !== 'complete') throw new Error('Incremental delivery is not supported.');
    for (const [name, value] of response.headers) void reply.header(name, value);
    if (response.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply.code(response.status ?? 200);
    return response.body.string;
  };
}
