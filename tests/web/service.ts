import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve(__dirname, '../../dist/src/main.js');
const builtPage = resolve(__dirname, '../../dist/web/graphiql/index.html');

export interface RunningService {
  /** e.g. http://127.0.0.1:41234 */
  readonly address: string;
  /** Waits until it has printed this. @throws when it ends before */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends one operation by HTTP and gives its data. @throws when the service answers with errors */
  ask(query: string, variables?: Record<string, unknown>): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

/** Collects what a process prints, and lets others wait for it. */
function listenTo(child: ChildProcess): RunningService['printed'] {
  let output = '';
  let hasEnded = false;
  const checks = new Set<() => void>();
  const check = () => checks.forEach((one) => one());
  const read = (chunk: Buffer) => {
    output += chunk.toString();
    check();
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  child.once('close', () => {
    hasEnded = true;
    check();
  });
  return (pattern) =>
    new Promise((found, failed) => {
      const one = () => {
        const match = pattern.exec(output);
        if (!match && !hasEnded) return;
        checks.delete(one);
        if (match) found(match);
        else failed(new Error(`The service ended and had never printed ${pattern}, but:\n${output}`));
      };
      checks.add(one);
      one();
    });
}

/** Starts what `npm run build` made, as `npm start` does, on a free port and with a data folder of its own. */
export async function startService(environment: Record<string, string> = {}): Promise<RunningService> {
  for (const file of [program, builtPage]) {
    if (!existsSync(file)) throw new Error(`${file} is not there: run \`npm run build\` before this test.`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'parallax-web-'));
  // What jest and the developer's shell set is not the service's business.
  const { NODE_OPTIONS: _options, DATABASE_URL: _url, ...own } = process.env;
  const child = spawn(process.execPath, [program], {
    env: { ...own, PORT: '0', HOST: '127.0.0.1', PARALLAX_DATA: join(folder, 'data'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = listenTo(child);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const [, address] = await printed(/(http:\/\/127\.0\.0\.1:\d+)\/graphiql/);
    return {
      address: address as string,
      printed,
      stop,
      async ask(query, variables) {
        const response = await fetch(`${address}/graphql`, {
          method: 'POST',
          // Kept open, the connection would outlive the test.
          headers: { 'content-type': 'application/json', connection: 'close' },
          body: JSON.stringify({ query, variables }),
        });
        const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
        if (errors) throw new Error(JSON.stringify(errors));
        return data;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
