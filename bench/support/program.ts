import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Usage } from '../measure/usage-reporter.js';

/** The folder of the clone: this file runs compiled, in dist/bench/support. */
export const root = join(__dirname, '../../..');

const reporter = join(__dirname, '../measure/usage-reporter.js');

/** A program of ours that runs beside the benchmark. */
export interface Program {
  readonly processId: number;
  /** What it has used so far. */
  usage(): Promise<Usage>;
  /** Waits until it has printed what is looked for. @throws when it ends first */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Waits for its end. @throws when its exit status is not 0 */
  ended(): Promise<void>;
  /** Ends it as a user would, and waits for its end. */
  stop(): Promise<void>;
}

/** A server that listens on a port of this machine. */
export interface Started {
  readonly program: Program;
  readonly port: number;
}

/** Node's option under which every server runs: it is what `npm start` has, and none may be the better for it. */
export const semiSpace = '--max-semi-space-size=64';

/**
 * Starts a program with Node, with an environment that holds nothing of ours but what is given.
 * @param words Node's own options, the script, and its arguments
 * @param node path of the Node to run it with; the one that runs the benchmark, unless given
 */
export function startProgram(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  node: string = process.execPath,
): Program {
  const child: ChildProcess = spawn(node, ['--require', reporter, ...words], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close') as Promise<[number | null]>;
  return {
    processId: child.pid as number,
    async usage() {
      child.send('usage');
      const [message] = (await once(child, 'message')) as [{ usage: Usage }];
      return message.usage;
    },
    async printed(pattern) {
      for (;;) {
        const match = pattern.exec(output);
        if (match) return match;
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended:\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async ended() {
      const [status] = await ended;
      if (status !== 0) throw new Error(`It ended with ${status}:\n${output}`);
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}

/** How a server of ours is started, besides its database. */
export interface StartOptions {
  /** Path of the Node to run it with; the one that runs the benchmark, unless given. */
  readonly node?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Production, but for a line of log a request, as what the service is compared with writes none, and for what would refuse a
 * client for asking too often.
 */
const serviceSettings: Readonly<Record<string, string>> = {
  NODE_ENV: 'production',
  PORT: '0',
  PARALLAX_LOG_LEVEL: 'warn',
  PARALLAX_POINTS_PER_MINUTE: '0',
  PARALLAX_OPERATIONS_PER_CALLER: '100000',
};

/** Starts the service on a PostgreSQL database and waits until it listens. */
export async function startService(databaseUrl: string, { node, environment }: StartOptions = {}): Promise<Started> {
  const program = startProgram(
    [semiSpace, join(root, 'dist/src/main.js')],
    { ...serviceSettings, ...environment, DATABASE_URL: databaseUrl },
    node,
  );
  const [, port] = await program.printed(/GraphQL +http:\/\/127\.0\.0\.1:(\d+)\/graphql/);
  return { program, port: Number(port) };
}

/** Starts the hand-written server that the service is compared with. */
export async function startSqlServer(databaseUrl: string, { node }: StartOptions = {}): Promise<Started> {
  const program = startProgram(
    [semiSpace, join(__dirname, '../reads/sql-server.js')],
    { DATABASE_URL: databaseUrl, NODE_ENV: 'production' },
    node,
  );
  const [, port] = await program.printed(/Listening on (\d+)/);
  return { program, port: Number(port) };
}
