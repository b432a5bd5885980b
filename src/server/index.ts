import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import websocket from '@fastify/websocket';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Config } from '../config.js';
import { ParallaxError } from '../errors.js';
import type { Jobs } from '../jobs/jobs.js';
import { dataVersion } from '../store/queries/data-version.js';
import { storeOfRequest, type Store } from '../store/store.js';
import type { Caller } from './access/caller.js';
import { openAccess } from './access/identify.js';
import { checkOrigins } from './access/origins.js';
import type { Context } from './context.js';
import { answerWith, startApollo } from './http.js';
import { readJsonBodies } from './json-body.js';
import { createLoaders } from './loaders.js';
import { lookAhead } from './look-ahead/index.js';
import { Course } from './operation/course.js';
import { startDeadline } from './operation/deadline.js';
import { clientRequestId } from './observation/client-request-id.js';
import { serveHealth } from './observation/health.js';
import { Metrics } from './observation/metrics.js';
import { createObserver } from './observation/observer.js';
import { serveMetrics } from './observation/serve-metrics.js';
import { watchService } from './observation/watch-service.js';
import { serveGraphiql } from './pages.js';
import { PersistedDocuments } from './persisted/persisted-documents.js';
import { servePersisted } from './persisted/serve-persisted.js';
import { allowReading, answerError, answerFailure } from './replies.js';
import { createSchema } from './schema.js';
import { serveWebSockets } from './websocket.js';

/** How long a stop waits for clients to say goodbye, and then for requests under way, in milliseconds. */
const farewellPatience = 2_000;
const requestPatience = 10_000;

/** What a request holds besides the documents in it, and what every request may hold, in bytes. */
const requestOverhead = 1024 * 1024;
const leastBodyLimit = 8 * 1024 * 1024;

export interface ServerOptions {
  readonly config: Config;
  readonly store: Store;
  readonly jobs: Jobs;
  /** Bearer keys that allow everything, besides the keys in the store. */
  readonly keys: readonly string[];
  /** Where to log; false for nowhere. Without it: warnings and errors to standard error, as JSON lines. */
  readonly logger?: FastifyBaseLogger | false;
  /** Where to count what is asked, and what else its giver counts. */
  readonly metrics?: Metrics;
}

export interface Server {
  /** e.g. `http://127.0.0.1:4000` */
  readonly address: string;
  /** Drains: takes nothing new, ends subscriptions (code 1001), waits for requests under way, but not for ever. */
  close(): Promise<void>;
}

type RequestContext = Pick<Context, 'requestId' | 'clientRequestId' | 'transport' | 'startedAt' | 'logger' | 'caller'>;

/** Mutations take documents in and wait for their analysis, which takes longer than reading. */
const mutationPatience = 10;

/**
 * Serves GraphQL over HTTP and WebSocket at /graphql, GraphiQL at /graphiql, /health and /metrics.
 *
 *     every request    its Host must be ours (DNS rebinding)
 *     /graphql         its Origin must be allowed, its key accepted; then Apollo Server, or graphql-ws on an upgrade
 *     an error         masked: src/server/mask-error.ts
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { config, store, jobs, logger } = options;
  const app = Fastify({
    ...(logger
      ? { loggerInstance: logger }
      : { logger: logger !== false && { level: config.logLevel, stream: process.stderr } }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    // Base64 makes three bytes four.
    bodyLimit: Math.max(leastBodyLimit, Math.ceil((config.maximumDocumentBytes * 4) / 3) + requestOverhead),
  }) as unknown as FastifyInstance;

  const schema = lookAhead(createSchema());
  const metrics = options.metrics ?? new Metrics();
  const observer = createObserver({
    logger: app.log,
    metrics,
    isPersisted: (hash) => persisted.find(hash) !== undefined,
  });
  const course = new Course({
    schema,
    mutationTimeoutMillis: config.requestTimeoutMillis * mutationPatience,
    observer,
  });
  const persisted = await PersistedDocuments.open({
    paths: config.persistedDocuments,
    check: (text) => course.find(text).errors[0]?.message ?? null,
    logger: app.log,
  });
  const { http, findQuery } = servePersisted({ config, schema, course, observer, documents: persisted });
  const apollo = await startApollo(schema, course, app.log);
  const port = () => (app.server.address() as AddressInfo).port;
  const access = openAccess({ config, store, operatorKeys: options.keys, logger: app.log });
  const { identify } = access;
  app.addHook('onClose', () => access.close());
  const { allowsOrigin, allowsHost } = checkOrigins(config, port);
  const createContext = (request: RequestContext, ...gone: readonly AbortSignal[]): Context => {
    const deadline = startDeadline(config.requestTimeoutMillis, request.caller.ended, ...gone);
    const { signal } = deadline;
    const ownStore = storeOfRequest(store, signal);
    const loaders = createLoaders(ownStore);
    return {
      ...request,
      signal,
      deadline,
      store: ownStore,
      jobs,
      loaders,
      dataVersion: once(() => dataVersion(ownStore)),
    };
  };

  await app.register(websocket, {
    options: { maxPayload: app.initialConfig.bodyLimit },
    preClose(this: FastifyInstance, done: () => void) {
      for (const client of this.websocketServer.clients) client.close(1001, 'The service is stopping.');
      this.websocketServer.close();
      done();
    },
  });
  readJsonBodies(app);
  app.setErrorHandler(answerFailure);
  app.setNotFoundHandler((_request, reply) =>
    answerError(reply, 404, 'NOT_FOUND', 'There is nothing here: see /graphql, /graphiql, /health and /metrics.'),
  );
  app.addHook('onRequest', async (request, reply) => {
    void reply
      .header('x-content-type-options', 'nosniff')
      .header('x-frame-options', 'DENY')
      .header('x-request-id', request.id);
    if (allowsHost(request.headers.host)) return;
    throw new ParallaxError('FORBIDDEN_ORIGIN', `This service is not called ${request.headers.host}.`);
  });

  app.addHook('onResponse', async ({ method }, { statusCode }) => metrics.response(method, statusCode));
  serveHealth(app, store);
  serveMetrics(app, metrics, ({ headers: { authorization }, ip }) => identify({ authorization, address: ip }));
  watchService(metrics, { store, jobs, webSockets: () => app.websocketServer.clients.size });
  await serveGraphiql(app);

  const callers = new WeakMap<FastifyRequest, Caller>();
  const admit = async (request: FastifyRequest, reply: FastifyReply) => {
    const { origin, host, authorization } = request.headers;
    if (!allowsOrigin(origin, host)) {
      throw new ParallaxError(
        'FORBIDDEN_ORIGIN',
        `Pages of ${origin} may not call this service: PARALLAX_ALLOWED_ORIGINS names those that may.`,
      );
    }
    if (origin !== undefined) allowReading(reply, origin);
    if (request.method === 'OPTIONS') return;
    // A browser cannot show a key at the upgrade; it is then asked for as soon as the connection stands.
    if (request.ws && authorization === undefined) return;
    callers.set(request, await identify({ authorization, address: request.ip }));
  };
  const answer = answerWith(
    apollo,
    (request, reply) => {
      const caller = callers.get(request) as Caller;
      const context = createContext({
        requestId: request.id,
        clientRequestId: clientRequestId(request.headers),
        transport: 'http',
        startedAt: performance.now() - reply.elapsedTime,
        logger: request.log,
        caller,
      });
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished) {
          context.deadline.cancel(new ParallaxError('CLIENT_GONE', 'The client closed its connection.'));
        }
        context.deadline.close();
      });
      return context;
    },
    http,
  );
  const openSocket = serveWebSockets({
    course,
    identify,
    findQuery,
    logger: app.log,
    createContext(caller, closed) {
      const requestId = randomUUID();
      const logger = app.log.child({ reqId: requestId });
      return createContext({ requestId, transport: 'websocket', startedAt: performance.now(), logger, caller }, closed);
    },
  });
  app.route({
    method: 'GET',
    url: '/graphql',
    onRequest: admit,
    handler: answer,
    wsHandler: (socket, request) => openSocket(socket, request),
  });
  app.route({ method: 'POST', url: '/graphql', onRequest: admit, handler: answer });
  app.route({
    method: 'OPTIONS',
    url: '/graphql',
    onRequest: admit,
    handler: (_request, reply) => reply.code(204).send(),
  });

  const close = async () => {
    persisted.close();
    await drain(app).finally(() => apollo.stop());
  };
  await app.listen({ host: config.host, port: config.port });
  const host = config.host.includes(':') && !config.host.startsWith('[') ? `[${config.host}]` : config.host;
  return { address: `http://${host}:${port()}`, close };
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => (value ??= read());
}

async function drain(app: FastifyInstance): Promise<void> {
  const farewell = setTimeout(() => {
    for (const client of app.websocketServer.clients) client.terminate();
  }, farewellPatience);
  const giveUp = setTimeout(() => app.server.closeAllConnections(), requestPatience);
  // A client keeps its connection after the answer it waited for; Node closes only those idle when the stop began.
  const dismiss = setInterval(() => app.server.closeIdleConnections(), 50);
  try {
    await app.close();
  } finally {
    clearTimeout(farewell);
    clearTimeout(giveUp);
    clearInterval(dismiss);
  }
}
