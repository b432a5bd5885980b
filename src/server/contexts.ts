import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { ParallaxError } from '../errors.js';
import type { Jobs } from '../jobs/jobs.js';
import { dataVersion } from '../store/queries/data-version.js';
import { storeOfRequest, type Store } from '../store/store.js';
import type { Caller } from './access/caller.js';
import type { Admission } from './admission.js';
import type { Context } from './context.js';
import { createLoaders } from './loaders.js';
import { clientRequestId } from './observation/client-request-id.js';
import type { Transport } from './observation/observed-operation.js';
import { startDeadline } from './operation/deadline.js';

export interface ContextsOptions {
  readonly config: Pick<Config, 'requestTimeoutMillis'>;
  readonly store: Store;
  readonly jobs: Jobs;
  readonly callerOf: Admission['callerOf'];
  readonly logger: FastifyBaseLogger;
}

/** Makes the context of a request, or of a payload of a subscription, for each transport. */
export interface Contexts {
  /** Its deadline is closed with the connection. */
  overHttp(request: FastifyRequest, reply: FastifyReply): Context;
  overEvents(request: FastifyRequest, ...closed: readonly AbortSignal[]): Context;
  overWebSocket(caller: Caller, closed: AbortSignal): Context;
}

type RequestContext = Pick<Context, 'requestId' | 'clientRequestId' | 'transport' | 'startedAt' | 'logger' | 'caller'>;

export function createContexts({ config, store, jobs, callerOf, logger }: ContextsOptions): Contexts {
  const create = (request: RequestContext, ...gone: readonly AbortSignal[]): Context => {
    const deadline = startDeadline(config.requestTimeoutMillis, request.caller.ended, ...gone);
    const { signal } = deadline;
    const ownStore = storeOfRequest(store, signal);
    const loaders = createLoaders(ownStore);
    const version = once(() => dataVersion(ownStore));
    return { ...request, signal, deadline, store: ownStore, jobs, loaders, dataVersion: version };
  };
  const ofRequest = (request: FastifyRequest, transport: Transport, startedAt: number): RequestContext => ({
    requestId: request.id,
    clientRequestId: clientRequestId(request.headers),
    transport,
    startedAt,
    logger: request.log,
    caller: callerOf(request) as Caller,
  });
  return {
    overHttp(request, reply) {
      const context = create(ofRequest(request, 'http', performance.now() - reply.elapsedTime));
      const end = () => {
        if (!reply.raw.writableFinished) {
          context.deadline.cancel(new ParallaxError('CLIENT_GONE', 'The client closed its connection.'));
        }
        context.deadline.close();
      };
      // Gone while its key was looked up, it tells nobody again.
      if (reply.raw.destroyed) end();
      else reply.raw.once('close', end);
      return context;
    },
    overEvents: (request, ...closed) => create(ofRequest(request, 'sse', performance.now()), ...closed),
    overWebSocket(caller, closed) {
      const requestId = randomUUID();
      const ownLogger = logger.child({ reqId: requestId });
      const startedAt = performance.now();
      return create({ requestId, transport: 'websocket', startedAt, logger: ownLogger, caller }, closed);
    },
  };
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => (value ??= read());
}
