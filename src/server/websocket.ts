import type { WebSocket } from '@fastify/websocket';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { CloseCode, makeServer } from 'graphql-ws';
import type { Caller } from './access/caller.js';
import type { Identify } from './access/identify.js';
import type { Context } from './context.js';
import { isParallaxError, ParallaxError } from '../errors.js';
import { maskError } from './mask-error.js';
import { asBadInput, prepareOperation, refusal } from './prepare-operation.js';

/** How often a silent client is asked whether it is still there, in milliseconds; no answer until the next ends it. */
const pingInterval = 12_000;

/** Operations that one connection may have under way at a time. */
const mostOperations = 100;

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
  readonly schema: GraphQLSchema;
  readonly identify: Identify;
  readonly createContext: (caller: Caller, signal: AbortSignal) => Context;
  readonly logger: FastifyBaseLogger;
}

/**
 * Serves GraphQL over WebSocket (the graphql-transport-ws protocol), subscriptions foremost.
 * A message is sent only when the one before was handed to the system, and a subscription is asked for its next payload
 * only then: for a client that reads slowly nothing piles up here.
 * @returns what to do with a socket that was just upgraded
 */
export function serveWebSockets(options: WebSocketOptions): (socket: WebSocket, request: FastifyRequest) => void {
  const { schema, identify, createContext, logger } = options;
  const server = makeServer<Record<string, unknown>, Extra>({
    async onConnect({ connectionParams, extra }) {
      const authorization = extra.authorization ?? authorizationIn(connectionParams);
      try {
        extra.caller = await identify({ authorization, address: extra.address });
        return true;
      } catch (error) {
        if (!isParallaxError(error)) throw error;
        extra.socket.close(CloseCode.Unauthorized, 'UNAUTHENTICATED: a key is needed.');
        return false;
      }
    },
    onSubscribe: ({ subscriptions, extra }, _id, payload) =>
      Object.keys(subscriptions).length > mostOperations
        ? [refusal(`A connection may have ${mostOperations} operations under way.`, 'BAD_USER_INPUT')]
        : prepareOperation(schema, payload, createContext(callerOf(extra), extra.closed)),
    execute: execute as never,
    subscribe: ((args: ExecutionArgs) => {
      const { caller, signal } = args.contextValue as Context;
      return subscribe(args, () => createContext(caller, signal));
    }) as never,
    onNext: (_connection, _id, _payload, { contextValue }, result) =>
      result.errors && {
        ...result,
        errors: result.errors.map((error) => maskError(asBadInput(error), contextValue as Context)) as never,
      },
    onError({ extra }, _id, _payload, errors) {
      const context = createContext(callerOf(extra), extra.closed);
      return errors.map((error) => maskError(error as GraphQLError, context));
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

function authorizationIn(parameters: Record<string, unknown> | undefined): string | undefined {
  const found = Object.entries(parameters ?? {}).find(([name]) => name.toLowerCase() === 'authorization');
  return typeof found?.[1] === 'string' ? found[1] : undefined;
}

/**
 * Runs a subscription with a new context for each payload, since loaders remember what they read. `return` reaches the
 * source at once, also while the next payload is awaited.
 */
async function subscribe(
  args: ExecutionArgs,
  createContext: () => Context,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const results: AsyncIterableIterator<ExecutionResult> = {
    async next() {
      const event = await events.next();
      if (event.done) return { done: true, value: undefined };
      return { done: false, value: await execute({ ...args, rootValue: event.value, contextValue: createContext() }) };
    },
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}
