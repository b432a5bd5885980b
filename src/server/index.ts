import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config.js';
import type { Jobs } from '../jobs/jobs.js';
import type { Store } from '../store/store.js';
import { countWrongKeys } from './access/count-wrong-keys.js';
import { openAccess } from './access/identify.js';
import { checkOrigins } from './access/origins.js';
import { createAdmission } from './admission.js';
import { acceptWebSockets, createApplication, guardRequests } from './application.js';
import { createContexts } from './contexts.js';
import { drain, watchConnections } from './drain.js';
import { answerWith, startApollo } from './http.js';
import { readJsonBodies } from './json-body.js';
import { Budgets } from './limits/budget.js';
import { Places } from './limits/places.js';
import { limitRequests } from './limits/request-bytes.js';
import { lookAhead } from './look-ahead/index.js';
import { Course } from './operation/course.js';
import { serveHealth } from './observation/health.js';
import { Metrics } from './observation/metrics.js';
import { createObserver } from './observation/observer.js';
import { serveMetrics } from './observation/serve-metrics.js';
import { watchService } from './observation/watch-service.js';
import { serveGraphiql } from './pages.js';
import { PersistedDocuments } from './persisted/persisted-documents.js';
import { servePersisted } from './persisted/serve-persisted.js';
import { routeGraphql } from './routes.js';
import { createSchema } from './schema.js';
import { serveEventStreams } from './transport/event-stream.js';
import { serveWebSockets } from './transport/websocket.js';

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

/** Mutations take documents in and wait for their analysis, which takes longer than reading. */
const mutationPatience = 10;

/**
 * Serves GraphQL over HTTP and WebSocket at /graphql, over SSE at /graphql/stream, GraphiQL at /graphiql, /health and
 * /metrics.
 *
 *     every request    its Host must be ours (DNS rebinding): application.ts
 *     /graphql…        its Origin must be allowed, its key accepted, its caller have points left: admission.ts; then
 *                      plain-post.ts for what is usual and Apollo Server for the rest, graphql-ws on an upgrade, or
 *                      graphql-sse: each sends operations on one course (operation/course.ts) with a context of its own
 *                      (contexts.ts)
 *     an error         masked: mask-error.ts
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { config, store, jobs } = options;
  const app = createApplication(config, options.logger);
  const quietConnections = watchConnections(app);
  const port = () => (app.server.address() as AddressInfo).port;
  const schema = lookAhead(createSchema());

  // What is asked, and how it is run.
  const budgets = new Budgets(config.pointsPerMinute);
  const metrics = options.metrics ?? new Metrics();
  const observer = createObserver({
    logger: app.log,
    metrics,
    isPersisted: (hash) => documents.find(hash) !== undefined,
  });
  const course = new Course({
    schema,
    budgets,
    operationsPerCaller: config.operationsPerCaller,
    subscriptionsPerCaller: config.subscriptionsPerCaller,
    suggests: !config.isProduction,
    mutationTimeoutMillis: config.requestTimeoutMillis * mutationPatience,
    observer,
  });
  const documents = await PersistedDocuments.open({
    paths: config.persistedDocuments,
    check: (text) => course.find(text).errors[0]?.message ?? null,
    logger: app.log,
  });
  const persisted = servePersisted({ config, schema, course, observer, budgets, documents });
  const { findQuery } = persisted;

  // Who asks, and how much.
  const { allowsOrigin, allowsHost } = checkOrigins(config, port);
  const access = openAccess({ config, store, operatorKeys: options.keys, logger: app.log });
  app.addHook('onClose', () => access.close());
  const identify = countWrongKeys(access.identify, budgets);
  const connections = streamPlaces(config);
  const { admit, charge, callerOf } = createAdmission({ allowsOrigin, identify, budgets, connections });
  const contexts = createContexts({ config, store, jobs, callerOf, logger: app.log });

  // By which ways it comes and goes.
  const requestBytes = limitRequests(config);
  const apollo = await startApollo(schema, course, app.log);
  const eventStreams = serveEventStreams({
    course,
    findQuery,
    createContext: contexts.overEvents,
    places: connections,
    readingTimeoutMillis: config.readingTimeoutMillis,
  });
  const openSocket = serveWebSockets({
    course,
    identify,
    budgets,
    findQuery,
    messageBytes: requestBytes,
    readingTimeoutMillis: config.readingTimeoutMillis,
    logger: app.log,
    createContext: contexts.overWebSocket,
  });

  await acceptWebSockets(app, config.maximumRequestBytes, eventStreams.end);
  readJsonBodies(app, (request) => {
    const caller = callerOf(request);
    return caller ? requestBytes(caller) : config.maximumRequestBytes;
  });
  guardRequests(app, allowsHost, config.readingTimeoutMillis);
  // When it is closed, and not in `onResponse`: of an answer that was cut off, Node 24 never says that it is finished.
  app.addHook('onRequest', ({ method, ws }, { raw }, done) => {
    if (!ws) raw.once('close', () => metrics.response(method, raw.statusCode));
    done();
  });
  serveHealth(app, store);
  serveMetrics(app, metrics, budgets, ({ headers: { authorization }, ip }) => identify({ authorization, address: ip }));
  const webSockets = app.websocketServer.clients;
  watchService(metrics, {
    store,
    jobs,
    webSockets: () => webSockets.size,
    placesTaken: () => ({ ...course.placesTaken, connections: connections.taken }),
    unread: () => ({
      websocket: [...webSockets].reduce((sum, { bufferedAmount }) => sum + bufferedAmount, 0),
      sse: eventStreams.unread(),
    }),
  });
  await serveGraphiql(app);
  routeGraphql(app, {
    admit,
    charge,
    answer: answerWith(apollo, course, contexts.overHttp, persisted.http),
    openSocket,
    serveEvents: eventStreams.serve,
  });

  await app.listen({ host: config.host, port: config.port });
  return {
    address: `http://${hostInAddress(config.host)}:${port()}`,
    async close() {
      documents.close();
      await drain(app, quietConnections).finally(() => apollo.stop());
    },
  };
}

const streamPlaces = ({ connectionsPerAddress }: Config) =>
  new Places(connectionsPerAddress, 'TOO_MANY_CONNECTIONS', 'streams open from your address');

/** In an address, one of IPv6 stands in brackets. */
const hostInAddress = (host: string) => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
