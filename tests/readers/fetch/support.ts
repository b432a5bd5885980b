import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isParallaxError } from '../../../src/errors';
import { Fetcher, systemEffects, type FetchEffects, type FetchOptions } from '../../../src/readers/fetch/index';

export interface TestServer {
  /** `http://127.0.0.1:1234` */
  readonly base: string;
  readonly port: number;
  /** Paths in the order they were asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

export type Routes = Readonly<Record<string, RequestListener>>;

export async function listen(server: Server, asked: string[] = []): Promise<TestServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    port,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A server on 127.0.0.1; what has no route is not there. */
export function serve(routes: Routes): Promise<TestServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route) route(request, response);
    else response.writeHead(404).end('not here');
  });
  return listen(server, asked);
}

/** An answer that always is the same. */
export const answer =
  (status: number, headers: Record<string, string>, body: string | Uint8Array = ''): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };

export const html = (body: string): RequestListener => answer(200, { 'Content-Type': 'text/html' }, body);

export const redirect = (location: string, status = 302): RequestListener => answer(status, { Location: location });

/** Time that passes only by sleeping, at once; names lead to 127.0.0.1, except where told otherwise. */
export function quickEffects(names: Readonly<Record<string, () => string>> = {}): FetchEffects & { slept: number[] } {
  let time = Date.parse('2025-06-01T12:00:00Z');
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
    resolve: (host) => {
      const address = names[host]?.() ?? '127.0.0.1';
      return Promise.resolve([{ address, family: address.includes(':') ? 6 : 4 }]);
    },
  };
}

/** The one address of this machine that tests open. */
export const allowAddress = (address: string): boolean => address === '127.0.0.1';

export function testFetcher(options: FetchOptions = {}, effects: FetchEffects = quickEffects()): Fetcher {
  return new Fetcher({ allowAddress, ...options }, effects);
}

/** A fetcher with nothing opened for tests, but for their clock. */
export function strictFetcher(options: FetchOptions = {}): Fetcher {
  return new Fetcher(options, { ...quickEffects(), resolve: systemEffects.resolve });
}

/** The text that was fetched, or code and sentence of the failure. */
export async function outcome(fetcher: Fetcher, url: string): Promise<string> {
  try {
    const { bytes } = await fetcher.fetch(url);
    return Buffer.from(bytes).toString('utf8');
  } catch (error) {
    if (!isParallaxError(error)) throw error;
    return `${error.code}: ${error.message}`;
  }
}
