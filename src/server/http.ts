import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { ParallaxError } from '../errors.js';
import { assertMayAsk } from './access/may-ask.js';
import type { Context } from './context.js';
import { depthLimit, maximumTokens } from './limits.js';
import { maskError } from './mask-error.js';
import { limitSize } from './size-limit.js';

/** Masks the errors of a request, which only here are known together with its id. */
const maskErrors: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, errors, contextValue }) {
        if (errors && response.body.kind === 'single') {
          response.body.singleResult.errors = errors.map((error) => maskError(error, contextValue));
        }
      },
    };
  },
};

/** Sends subscriptions to where they are served. */
const subscriptionsElsewhere: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation !== 'subscription') return;
        throw new ParallaxError(
          'BAD_USER_INPUT',
          'Subscriptions are served over WebSocket at this address, by the graphql-transport-ws protocol.',
        );
      },
    };
  },
};

/** Refuses what the caller may not ask, and what would be too large to answer, which can be told only when the variables are known. */
const refuseOperations: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request, contextValue }) {
        if (!operation) return;
        assertMayAsk(contextValue.caller, schema, document, operation);
        limitSize(schema, document, operation, request.variables ?? {});
      },
    };
  },
};

/** Apollo Server for queries and mutations over HTTP, started. */
export async function startApollo(schema: GraphQLSchema, logger: FastifyBaseLogger): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema,
    logger,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: maximumTokens },
    validationRules: [depthLimit],
    formatError: (formatted, error) => formatEarlyError(formatted, error, logger),
    plugins: [
      maskErrors,
      subscriptionsElsewhere,
      refuseOperations,
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
    void reply.code(response.status ?? 200);
    return response.body.string;
  };
}
