import { once } from 'node:events';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { FastifyBaseLogger } from 'fastify';
import { readConfig, type Config } from '../../src/config';
import { startJobs, type Jobs } from '../../src/jobs/index';
import { startServer, type Server } from '../../src/server/index';
import type { Store } from '../../src/store/store';
import { openTestStore, type DatabaseKind } from '../support/databases';
import { Factory } from '../support/factory';

/** What a query asks for decides its shape: fields below fields, and lists that can be walked. */
export type Tree = { readonly [field: string]: Tree } & readonly Tree[];

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Tree;
  readonly errors?: readonly { message: string; path?: unknown[]; extensions: { code: string } }[];
}

export interface Service {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly server: Server;
  readonly make: Factory;
  /** What was logged as an error. */
  readonly logged: unknown[];
  /** How many HTTP requests have come in. */
  arrived(): number;
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  /** The code and message of the only error of an answer. */
  refusal(query: string, variables?: object): Promise<{ code: string; message: string }>;
  /** A graphql-ws client on a connection of its own; {@link close} disposes of it. */
  client(connectionParams?: Record<string, string>): Client;
  close(): Promise<void>;
}

/** The whole service but for the command line, on a port of its own, and a database of its own or a store that it closes. */
export async function startService(
  database: DatabaseKind | Store,
  changes: Partial<Config> = {},
  keys: readonly string[] = [],
  ownLogger?: FastifyBaseLogger,
): Promise<Service> {
  const store = typeof database === 'string' ? await openTestStore(database) : database;
  const config: Config = {
    ...readConfig({
      PORT: '0',
      PARALLAX_MAXIMUM_DOCUMENT_BYTES: String(1024 * 1024),
      // Tests ask more in a minute than anybody may; those of the budget give one.
      PARALLAX_POINTS_PER_MINUTE: '0',
    }),
    ...changes,
  };
  const logged: unknown[] = [];
  const jobs = startJobs(store, config, { now: () => new Date(), log: (error) => logged.push(error) });
  let arrived = 0;
  // Fastify makes a logger for each request that comes in.
  const logger = ownLogger ?? keepErrors(logged, () => (arrived += 1));
  const server = await startServer({ config, store, jobs, keys, logger });
  const clients: Client[] = [];

  const ask: Service['ask'] = async (query, variables, headers) => {
    const response = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, headers: response.headers, ...((await response.json()) as object) } as Answer;
  };
  return {
    store,
    jobs,
    server,
    make: new Factory(store),
    logged,
    arrived: () => arrived,
    ask,
    async refusal(query, variables) {
      const { errors } = await ask(query, variables);
      expect(errors).toHaveLength(1);
      const [{ message, extensions }] = errors as [{ message: string; extensions: { code: string } }];
      return { code: extensions.code, message };
    },
    client(connectionParams) {
      const client = createClient({
        url: socketAddress(server),
        webSocketImpl: WebSocket,
        connectionParams,
        retryAttempts: 0,
        lazyCloseTimeout: 0,
      });
      clients.push(client);
      return client;
    },
    async close() {
      await Promise.all(clients.map((client) => client.dispose()));
      await server.close();
      await jobs.stop();
      await store.close();
    },
  };
}

export function socketAddress({ address }: Server): string {
  return `${address.replace('http', 'ws')}/graphql`;
}

/** The HTTP status with which an upgrade to a WebSocket is refused; 101 when it is not. */
export async function upgradeStatus(
  server: Server,
  headers: Record<string, string>,
  path = '/graphql',
): Promise<number> {
  const address = new URL(path, socketAddress(server));
  const socket = new WebSocket(address, 'graphql-transport-ws', { headers });
  const refused = once(socket, 'unexpected-response').then(([, response]) => {
    response.resume();
    return response.statusCode as number;
  });
  refused.catch(() => undefined);
  socket.on('error', () => undefined);
  const status = await Promise.race([once(socket, 'open').then(() => 101), refused]);
  socket.terminate();
  return status;
}

/** A logger that keeps what is logged as an error and drops the rest. */
function keepErrors(logged: unknown[], onChild: () => void) {
  const drop = () => undefined;
  const logger = {
    level: 'error',
    fatal: (entry: unknown) => logged.push(entry),
    error: (entry: unknown) => logged.push(entry),
    warn: drop,
    info: drop,
    debug: drop,
    trace: drop,
    silent: drop,
    child() {
      onChild();
      return logger;
    },
  };
  return logger as never;
}
