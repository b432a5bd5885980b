import { randomUUID } from 'node:crypto';
import type { WebSocket } from '@fastify/websocket';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CloseCode, makeServer } from 'graphql-ws';
import type { Caller } from '../access/caller.js';
import type { Identify } from '../access/identify.js';
import type { Context } from '../context.js';
import { pointsOfRefused, type Budgets } from '../limits/budget.js';
import { boundUnread } from '../limits/slow-readers.js';
import { isParallaxError, ParallaxError } from '../../errors.js';
import { maskError } from '../mask-error.js';
import { jsonText } from '../json-body.js';
import type { Course } from '../operation/course.js';
import { untilAborted } from '../operation/deadline.js';
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
  /** Fires when the connection is closed, or is to be. */
  readonly closed: AbortSignal;
  /** Closes it, and ends at once what is under way on it, also where the client reads nothing. */
  readonly end: (code: number, error: ParallaxError) => void;
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
  /** How long a client may read nothing of what it is sent, in milliseconds. */
  readonly readingTimeoutMillis: number;
  readonly logger: FastifyBaseLogger;
  /** The text of the document that a message means. @throws ParallaxError */
  readonly findQuery: (message: DocumentRequest, context: Context) => string;
}

/**
 * Serves GraphQL over WebSocket (the graphql-transport-ws protocol), subscriptions foremost.
 * A subscription is asked for its next payload only when the one before was handed to the system, and a client that does
 * not read what it asked for is not read from (limits/slow-readers.ts): nothing piles up here.
 * @returns what to do with a socket that was just upgraded
 */
export function serveWebSockets(options: WebSocketOptions): (socket: WebSocket, request: FastifyRequest) => void {
  const { course, identify, budgets, createContext, messageBytes, readingTimeoutMillis, logger, findQuery } = options;
  const chargeRefused = async ({ caller }: Extra): Promise<void> => {
    if (caller) await budgets.spend(caller, pointsOfRefused);
  };
  const server = makeServer<Record<string, unknown>, Extra>({
    async onConnect({ connectionParams, extra }) {
      const authorization = extra.authorization ?? authorizationIn(connectionParams);
      try {
        extra.caller = await identify({ authorization, address: extra.address });
        limitMessages(extra.socket, messageBytes(extra.caller));
        closeWhenEnded(extra, extra.caller);
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
      // Behind what a slow client has not yet read no ping reaches it; whether it reads at all is looked at below.
      if (socket.bufferedAmount > 0) return;
      if (!isAlive) return socket.terminate();
      isAlive = false;
      socket.ping();
    }, pingInterval);
    const connection = new AbortController();
    const boundSent = boundUnread(socket, request.raw.socket, readingTimeoutMillis, () => {
      const sentence = `Nothing was read for ${readingTimeoutMillis / 1000} s. Go on from the last cursor.`;
      end(tryAgainLater, new ParallaxError('READER_TOO_SLOW', sentence));
    });
    const end = (code: number, error: ParallaxError) => {
      // Else its answer to the close is not read.
      socket.resume();
      socket.close(code, closeReason(error));
      connection.abort(error);
    };
    const { authorization } = request.headers;
    const extra: Extra = { socket, authorization, address: request.ip, closed: connection.signal, end };
    socket.on('error', () => void chargeRefused(extra));
    const closed = server.opened(
      {
        protocol: socket.protocol,
        async send(data) {
          if (socket.readyState !== socket.OPEN) return;
          // A socket that breaks while sending closes, and closing ends its subscriptions.
          const sent = new Promise<void>((resolve) => socket.send(data, () => resolve()));
          boundSent();
          await untilAborted(sent, connection.signal).catch(() => undefined);
        },
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
function closeWhenEnded({ socket, end: endConnection }: Extra, { ended }: Caller): void {
  // Closed while its caller was looked up, it will not tell again.
  if (socket.readyState !== socket.OPEN) return;
  const end = () => endConnection(CloseCode.Forbidden, ended.reason as ParallaxError);
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
