import { randomUUID } from 'node:crypto';
import type { WebSocket } from '@fastify/websocket';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CloseCode, makeServer } from 'graphql-ws';
import type { Caller } from './access/caller.js';
import type { Identify } from './access/identify.js';
import type { Context } from './context.js';
import { isParallaxError, ParallaxError } from '../errors.js';
import { maskError } from './mask-error.js';
import type { DocumentRequest } from './persisted/find-document.js';
import { isPrepared, type Answer, type Course, type PreparedOperation } from './operation/course.js';

/** How often a silent client is asked whether it is still there, in milliseconds; no answer until the next ends it. */
const pingInterval = 12_000;

/** Operations that one connection may have under way at a time. */
const mostOperations = 100;

/** RFC 6455's registry: the service cannot tell just now. Clients may come again. */
const tryAgainLater = 1013;

interface Extra {
  readonly socket: WebSocket;
  /** The Authorization header of the upgrade; browsers cannot send one, so it may also be in `connectionParams`. */
  readonly authorization: string | undefined;
  readonly address: string;
  /** Fires when the connection is closed. */
  readonly closed: AbortSignal;
  /** Known once the connection is acknowledged, and so before anything is asked on it. */
  caller?: Caller;
}

const callerOf = ({ caller }: Extra): Caller => {
  if (caller === undefined) throw new Error('An operation came before its connection was acknowledged.');
  return caller;
};

export interface WebSocketOptions {
  readonly course: Course;
  readonly identify: Identify;
  /** Makes a context whose deadline listens to the caller and to this signal. */
  readonly createContext: (caller: Caller, closed: AbortSignal) => Context;
  readonly logger: FastifyBaseLogger;
  /** The text of the document that a message means. @throws ParallaxError */
  readonly findQuery: (message: DocumentRequest, context: Context) => string;
}

/**
 * Serves GraphQL over WebSocket (the graphql-transport-ws protocol), subscriptions foremost.
 * A message is sent only when the one before was handed to the system, and a subscription is asked for its next payload
 * only then: for a client that reads slowly nothing piles up here.
 * @returns what to do with a socket that was just upgraded
 */
export function serveWebSockets(options: WebSocketOptions): (socket: WebSocket, request: FastifyRequest) => void {
  const { course, identify, createContext, logger, findQuery } = options;
  const server = makeServer<Record<string, unknown>, Extra>({
    async onConnect({ connectionParams, extra }) {
      const authorization = extra.authorization ?? authorizationIn(connectionParams);
      try {
        extra.caller = await identify({ authorization, address: extra.address });
        closeWhenEnded(extra.socket, extra.caller);
        return true;
      } catch (error) {
        if (!isParallaxError(error)) throw error;
        const isRefused = error.code === 'UNAUTHENTICATED';
        extra.socket.close(isRefused ? CloseCode.Unauthorized : tryAgainLater, closeReason(error));
        return false;
      }
    },
    onSubscribe({ subscriptions, extra }, _id, payload) {
      if (Object.keys(subscriptions).length > mostOperations) {
        const message = `A connection may have ${mostOperations} operations under way.`;
        return [new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })];
      }
      const context = createContext(callerOf(extra), extra.closed);
      const { operationName, variables } = payload;
      let query: string;
      try {
        query = findQuery(payload, context);
      } catch (error) {
        context.deadline.close();
        if (!isParallaxError(error)) throw error;
        return [new GraphQLError(error.message, { originalError: error })];
      }
      const prepared = course.prepare({ query, operationName, variables }, context);
      if (isPrepared(prepared)) return prepared;
      context.deadline.close();
      return (prepared.errors ?? []).map((error) => new ShownError(error));
    },
    execute: ((prepared: PreparedOperation) => runOnce(course, prepared)) as never,
    subscribe: ((prepared: PreparedOperation) => {
      const { caller, signal } = prepared.contextValue;
      return course.subscribe(prepared, () => createContext(caller, signal));
    }) as never,
    onNext: (_connection, _id, _payload, _prepared, answer) => answer,
    onError(_connection, _id, _payload, errors) {
      const place = { requestId: randomUUID(), logger };
      return errors.map((error) =>
        error instanceof ShownError ? error.shown : maskError(error as GraphQLError, place),
      );
    },
  });

  return (socket, request) => {
    let isAlive = true;
    socket.on('pong', () => (isAlive = true));
    const ping = setInterval(() => {
      if (!isAlive) return socket.terminate();
      isAlive = false;
      socket.ping();
    }, pingInterval);
    const connection = new AbortController();
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (data) =>
          new Promise<void>((resolve) => {
            if (socket.readyState !== socket.OPEN) return resolve();
            // A socket that breaks while sending closes, and closing ends its subscriptions.
            socket.send(data, () => resolve());
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) =>
          socket.on('message', (data) => {
            take(String(data)).catch((error: unknown) => {
              logger.error({ err: error }, 'A WebSocket message could not be handled');
              socket.close(CloseCode.InternalServerError, 'Internal server error');
            });
          }),
      },
      {
        socket,
        authorization: request.headers.authorization,
        address: request.ip,
        closed: connection.signal,
      },
    );
    socket.once('close', (code, reason) => {
      clearInterval(ping);
      connection.abort(new ParallaxError('CLIENT_GONE', 'The client closed its connection.'));
      closed(code, String(reason)).catch((error: unknown) =>
        logger.error({ err: error }, 'A subscription did not end'),
      );
    });
  };
}

/**
 * Ends a connection when its caller's right to ask does. With 4403 rather than 4401, after which clients of graphql-ws
 * do not come again: this one may have a new token, and when it has not, is told 4401 as it connects.
 */
function closeWhenEnded(socket: WebSocket, { ended }: Caller): void {
  const end = () => socket.close(CloseCode.Forbidden, closeReason(ended.reason as ParallaxError));
  ended.addEventListener('abort', end, { once: true });
  socket.once('close', () => ended.removeEventListener('abort', end));
  if (ended.aborted) end();
}

/** A close frame has room for 123 bytes of reason. */
function closeReason({ code, message }: ParallaxError): string {
  return Buffer.from(`${code}: ${message}`)
    .subarray(0, 123)
    .toString()
    .replace(/\uFFFD$/, '');
}

function authorizationIn(parameters: Record<string, unknown> | undefined): string | undefined {
  const found = Object.entries(parameters ?? {}).find(([name]) => name.toLowerCase() === 'authorization');
  return typeof found?.[1] === 'string' ? found[1] : undefined;
}

/** What the course refused, and is masked already; graphql-ws passes on none but instances of GraphQL's class. */
class ShownError extends GraphQLError {
  constructor(readonly shown: GraphQLFormattedError) {
    super(shown.message);
  }
}

/** A query or a mutation as a stream of one answer, so that a client that no longer wants it can end it as one. */
function runOnce(course: Course, prepared: PreparedOperation): AsyncIterableIterator<Answer> {
  const { deadline } = prepared.contextValue;
  let isAsked = false;
  const results: AsyncIterableIterator<Answer> = {
    async next() {
      if (isAsked) return { done: true, value: undefined };
      isAsked = true;
      try {
        return { done: false, value: await course.run(prepared) };
      } finally {
        deadline.close();
      }
    },
    async return() {
      deadline.cancel(new ParallaxError('CLIENT_GONE', 'The client no longer wants an answer.'));
      deadline.close();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}
