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
import { isParallaxError, ParallaxError } from '../errors.js';
import type { Jobs } from '../jobs/jobs.js';
import { dataVersion } from '../store/queries/data-version.js';
import { storeOfRequest, type Store } from '../store/store.js';
import type { Caller } from './access/caller.js';
import { openAccess, type Identify } from './access/identify.js';
import { checkOrigins } from './access/origins.js';
import type { Context } from './context.js';
import { answerWith, startApollo } from './http.js';
import { readJsonBodies } from './json-body.js';
import { createLoaders } from './loaders.js';
import { countedAddress } from './limits/address.js';
import { Budgets } from './limits/budget.js';
import { Places } from './limits/places.js';
import { limitRequests } from './limits/request-bytes.js';
import { lookAhead } from './look-ahead/index.js';
import { Course } from './operation/course.js';
import { startDeadline } from './operation/deadline.js';
import { clientRequestId } from './observation/client-request-id.js';
import { serveHealth } from './observation/health.js';
import { Metrics } from './observation/metrics.js';
import type { Transport } from './observation/observed-operation.js';
import { createObserver } from './observation/observer.js';
import { serveMetrics } from './observation/serve-metrics.js';
import { watchService } from './observation/watch-service.js';
import { serveGraphiql } from './pages.js';
import { PersistedDocuments } from './persisted/persisted-documents.js';
import { servePersisted } from './persisted/serve-persisted.js';
import { allowReading, answerError, answerFailure } from './replies.js';
import { createSchema } from './schema.js';
import { serveEventStreams } from './transport/event-stream.js';
import { serveWebSockets } from './transport/websocket.js';

/** How long a stop waits for clients to say goodbye, and then for requests under way, in milliseconds. */
const farewellPatience = 2_000;
const requestPatience = 10_000;

/** How long a client may take to send its request, in milliseconds. */
const sendingPatience = 120_000;

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

const streamPath = '/graphql/stream';

type RequestContext = Pick<Context, 'requestId' | 'clientRequestId' | 'transport' | 'startedAt' | 'logger' | 'caller'>;

/** Mutations take documents in and wait for their analysis, which takes longer than reading. */
const mutationPatience = 10;

/**
 * Serves GraphQL over HTTP and WebSocket at /graphql, over SSE at /graphql/stream, GraphiQL at /graphiql, /health and
 * /metrics.
 *
 *     every request    its Host must be ours (DNS rebinding)
 *     /graphql…        its Origin must be allowed, its key accepted, its caller have points left; then Apollo Server,
 *                      graphql-ws on an upgrade, or graphql-sse: each sends operations on one course (operation/course.ts)
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
    requestTimeout: sendingPatience,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
  }) as unknown as FastifyInstance;

  const schema = lookAhead(createSchema());
  const metrics = options.metrics ?? new Metrics();
  const observer = createObserver({
    logger: app.log,
    metrics,
    isPersisted: (hash) => persisted.find(hash) !== undefined,
  });
  const budgets = new Budgets(config.pointsPerMinute);
  const connections = new Places(
    config.connectionsPerAddress,
    'TOO_MANY_CONNECTIONS',
    'streams open from your address',
  );
  const course = new Course({
    schema,
    budgets,
    operationsPerCaller: config.operationsPerCaller,
    subscriptionsPerCaller: config.subscriptionsPerCaller,
    suggests: !config.isProduction,
    mutationTimeoutMillis: config.requestTimeoutMillis * mutationPatience,
    observer,
  });
  const persisted = await PersistedDocuments.open({
    paths: config.persistedDocuments,
    check: (text) => course.find(text).errors[0]?.message ?? null,
    logger: app.log,
  });
  const { http, findQuery } = servePersisted({ config, schema, course, observer, budgets, documents: persisted });
  const apollo = await startApollo(schema, course, app.log);
  const port = () => (app.server.address() as AddressInfo).port;
  const access = openAccess({ config, store, operatorKeys: options.keys, logger: app.log });
  const identify = countWrongKeys(access.identify, budgets);
  const requestBytes = limitRequests(config);
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
    options: { maxPayload: config.maximumRequestBytes },
    preClose(this: FastifyInstance, done: () => void) {
      for (const client of this.websocketServer.clients) client.close(1001, 'The service is stopping.');
      this.websocketServer.close();
      void eventStreams.end();
      done();
    },
  });
  readJsonBodies(app, (request) => {
    const caller = callers.get(request);
    return caller ? requestBytes(caller) : config.maximumRequestBytes;
  });
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
    if (request.ws) request.raw.socket.once('close', connections.take(countedAddress(request.ip)));
    // A browser cannot show a key at the upgrade; it is then asked for as soon as the connection stands.
    if (request.ws && authorization === undefined) return;
    const caller = await identify({ authorization, address: request.ip });
    await budgets.assertHasLeft(caller);
    callers.set(request, caller);
  };
  const contextOf = (
    request: FastifyRequest,
    transport: Transport,
    startedAt: number,
    ...gone: readonly AbortSignal[]
  ): Context => {
    const caller = callers.get(request) as Caller;
    const ids = { requestId: request.id, clientRequestId: clientRequestId(request.headers) };
    return createContext({ ...ids, transport, startedAt, logger: request.log, caller }, ...gone);
  };
  const answer = answerWith(
    apollo,
    (request, reply) => {
      const context = contextOf(request, 'http', performance.now() - reply.elapsedTime);
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
  const eventStreams = serveEventStreams({
    course,
    findQuery,
    createContext: (request, ...closed) => contextOf(request, 'sse', performance.now(), ...closed),
    places: connections,
  });
  const openSocket = serveWebSockets({
    course,
    identify,
    findQuery,
    messageBytes: requestBytes,
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
  app.route({ method: ['GET', 'POST'], url: streamPath, onRequest: admit, handler: eventStreams.serve });
  for (const url of ['/graphql', streamPath]) {
    app.route({ method: 'OPTIONS', url, onRequest: admit, handler: (_request, reply) => reply.code(204).send() });
  }

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

/** Has an address wait that shows one wrong key after the other. */
function countWrongKeys(identify: Identify, budgets: Budgets): Identify {
  return async (credentials) => {
    if (credentials.authorization === undefined) return identify(credentials);
    await budgets.assertMayTryKeys(credentials.address);
    try {
      return await identify(credentials);
    } catch (error) {
      if (isParallaxError(error) && error.code === 'UNAUTHENTICATED') await budgets.countWrongKey(credentials.address);
      throw error;
    }
  };
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
