import { randomUUID } from 'node:crypto';
import websocket from '@fastify/websocket';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import { ParallaxError } from '../errors.js';
import type { OriginCheck } from './access/origins.js';
import { answerError, answerFailure } from './replies.js';
import { setSecurityHeaders } from './security-headers.js';
import { handleSocketError } from './transport/websocket.js';

/** How long a client may take to send its request, in milliseconds. */
const sendingPatience = 120_000;

/** @param logger false for nowhere; without it: warnings and errors to standard error, as JSON lines */
export function createApplication(config: Config, logger?: FastifyBaseLogger | false): FastifyInstance {
  const app = Fastify({
    ...(logger
      ? { loggerInstance: logger }
      : { logger: logger !== false && { level: config.logLevel, stream: process.stderr } }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestTimeout: sendingPatience,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
  }) as unknown as FastifyInstance;
  app.setErrorHandler(answerFailure);
  app.setNotFoundHandler((_request, reply) =>
    answerError(
      reply,
      404,
      'NOT_FOUND',
      'There is nothing here: see /graphql, /graphql/stream, /graphiql, /health and /metrics.',
    ),
  );
  return app;
}

/**
 * What holds for every request: the headers of its answer, that it calls the service by its name (DNS rebinding), and that
 * its answer is read.
 */
export function guardRequests(
  app: FastifyInstance,
  allowsHost: OriginCheck['allowsHost'],
  readingTimeoutMillis: number,
): void {
  // Node destroys a connection on which nothing comes forward for so long; with the next request it begins anew.
  // With callbacks: each promise less counts, as this runs for every request.
  app.addHook('onSend', ({ raw: { socket } }, _reply, payload, done) => {
    socket.setTimeout(readingTimeoutMillis);
    done(null, payload);
  });
  app.addHook('onRequest', (request, reply, done) => {
    setSecurityHeaders(reply, request.url.startsWith('/graphiql'));
    void reply.header('x-request-id', request.id);
    if (!allowsHost(request.headers.host)) {
      return done(new ParallaxError('FORBIDDEN_ORIGIN', `This service is not called ${request.headers.host}.`));
    }
    // Every other route would be upgraded too, if only to be closed, and nobody counts connections there.
    if (request.ws && request.routeOptions.url !== '/graphql') {
      return done(new ParallaxError('BAD_USER_INPUT', 'There is no WebSocket here: it is at /graphql.'));
    }
    done();
  });
}

/**
 * Lets routes take WebSockets; all are closed when the service stops.
 * @param endStreams ends what else would keep the service from stopping
 */
export async function acceptWebSockets(
  app: FastifyInstance,
  largestMessageBytes: number,
  endStreams: () => void,
): Promise<void> {
  await app.register(websocket, {
    options: { maxPayload: largestMessageBytes },
    errorHandler: handleSocketError,
    preClose(this: FastifyInstance, done: () => void) {
      for (const client of this.websocketServer.clients) client.close(1001, 'The service is stopping.');
      this.websocketServer.close();
      endStreams();
      done();
    },
  });
}
