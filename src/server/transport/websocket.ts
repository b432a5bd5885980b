import { randomUUID } from 'node:crypto';
import type { WebSocket } from '@fastify/websocket';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CloseCode, makeServer } from 'graphql-ws';
import type { Caller } from '../access/caller.js';
import type { Identify } from '../access/identify.js';
import type { Context } from '../context.js';
import { pointsOfRefused, type Budgets } from '../limits/budget.js';
import { isParallaxError, ParallaxError } from '../../errors.js';
import { maskError } from '../mask-error.js';
import { jsonText } from '../json-body.js';
import type { Course } from '../operation/course.js';
import { isPrepared, shownAnswer, type Answer, type PreparedOperation } from '../operation/operation.js';
import { runOnce } from '../operation/run-once.js';
import type { DocumentRequest } from '../persisted/find-document.js';

/** How often a silent client is asked whether it is still there, in milliseconds; no answer until the next ends it. */
const pingInterval = 12_000;

/** Largest message before the connection is acknowledged, in bytes: it holds a key, if anything. */
const greetingBytes = 16 * 1024;

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
  readonly budgets: Budgets;
  /** Makes a context whose deadline listens to the caller and to this signal. */
  readonly createContext: (caller: Caller, closed: AbortSignal) => Context;
  /** The most bytes that a message of a caller may have. */
  readonly messageBytes: (caller: Caller) => number;
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
  const { course, identify, budgets, createContext, messageBytes, logger, findQuery } = options;
  const chargeRefused = async ({ caller }: Extra): Promise<void> => {
    if (caller) await budgets.spend(caller, pointsOfRefused);
  };
  const server = makeServer<Record<string, unknown>, Extra>({
    async onConnect({ connectionParams, extra }) {
      const authorization = extra.authorization ?? authorizationIn(connectionParams);
      try {
        extra.caller = await identify({ authorization, address: extra.address });
        limitMessages(extra.socket, messageBytes(extra.caller));
        closeWhenEnded(extra.socket, extra.caller);
        return true;
      } catch (error) {
        if (!isParallaxError(error)) throw error;
        const isRefused = error.code === 'UNAUTHENTICATED';
        extra.socket.close(isRefused ? CloseCode.Unauthorized : tryAgainLater, closeReason(error));
        return false;
      }
    },
    async onSubscribe({ extra }, _id, payload) {
      const context = createContext(callerOf(extra), extra.closed);
      const { operationName, variables } = payload;
      let query: string;
      try {
        query = findQuery(payload, context);
      } catch (error) {
        context.deadline.close();
        if (!isParallaxError(error)) throw error;
        await chargeRefused(extra);
        return [new GraphQLError(error.message, { originalError: error })];
      }
      const prepared = await course.prepare({ query, operationName, variables }, context);
      if (isPrepared(prepared)) return prepared;
      context.deadline.close();
      return (prepared.errors ?? []).map((error) => new ShownError(error));
    },
    execute: ((prepared: PreparedOperation) => runOnce(course, prepared)) as never,
    subscribe: ((prepared: PreparedOperation) => {
      const { caller, signal } = prepared.contextValue;
      return course.subscribe(prepared, () => createContext(caller, signal));
    }) as never,
    onNext: (_connection, _id, _payload, _prepared, answer) =>
      'spending' in answer ? (shownAnswer(answer as Answer) as never) : answer,
    onError(_connection, _id, _payload, errors) {
      const place = { requestId: randomUUID(), logger };
      return errors.map((error) =>
        error instanceof ShownError ? error.shown : maskError(error as GraphQLError, place),
      );
    },
  });

  return (socket, request) => {
    limitMessages(socket, greetingBytes);
    let isAlive = true;
    socket.on('pong', () => (isAlive = true));
    const ping = setInterval(() => {
      if (!isAlive) return socket.terminate();
      isAlive = false;
      socket.ping();
    }, pingInterval);
    const connection = new AbortController();
    const { authorization } = request.headers;
    const extra: Extra = { socket, authorization, address: request.ip, closed: connection.signal };
    socket.on('error', () => void chargeRefused(extra));
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
            let text: string;
            try {
              text = jsonText(data as Buffer);
            } catch (error) {
              void chargeRefused(extra);
              return socket.close(CloseCode.BadRequest, closeReason(error as ParallaxError));
            }
            take(text).catch((error: unknown) => {
              logger.error({ err: error }, 'A WebSocket message could not be handled');
              socket.close(CloseCode.InternalServerError, 'Internal server error');
            });
          }),
      },
      extra,
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
  // Closed while its caller was looked up, it will not tell again.
  if (socket.readyState !== socket.OPEN) return;
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

/** What a client did against the protocol is not an error of ours; ws closes its socket with the code that says what. */
export function handleSocketError(error: Error & { code?: string }, socket: WebSocket, request: FastifyRequest): void {
  if (error.code?.startsWith('WS_ERR_')) return request.log.debug({ err: error }, 'A WebSocket broke the protocol');
  request.log.error({ err: error }, 'A WebSocket failed');
  socket.terminate();
}

/**
 * Bounds the messages of one socket; beyond that it is closed with 1009 before more is read. ws knows one bound for all
 * sockets and keeps it with each, where only its private field changes it (websockets/ws#1473 would have made it public).
 * One large bound with a check of whole messages would let whoever has not yet shown a key have megabytes kept. Tests
 * on messages of 20 KB and of 10 MB fail should the field be renamed.
 */
function limitMessages(socket: WebSocket, bytes: number): void {
  (socket as unknown as { _receiver: { _maxPayload: number } })._receiver._maxPayload = bytes;
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
