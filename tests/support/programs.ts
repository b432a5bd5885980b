import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const root = join(__dirname, '../..');

export interface Finished {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly finished: Promise<Finished>;
}

/** Gathers what a program prints, and tells of its end. */
export function watch(child: ChildProcessByStdio<Writable | null, Readable, Readable>): Running {
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const finished = once(child, 'close').then(([status, signal]) => ({
    status: status as number | null,
    signal: signal as NodeJS.Signals | null,
    stdout,
    stderr,
  }));
  return { process: child, output: () => stdout + stderr, finished };
}

/** Starts a compiled program of ours, as its user would. The environment holds nothing of ours but what is given. */
export function start(
  program: 'main.js' | 'cli.js',
  words: readonly string[],
  environment: Record<string, string>,
): Running {
  const child = spawn(process.execPath, [join(root, 'dist/src', program), ...words], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return watch(child);
}

/** Runs a command to its end. */
export async function run(
  words: readonly string[],
  environment: Record<string, string>,
  input = '',
): Promise<Finished> {
  const running = start('cli.js', words, environment);
  running.process.stdin?.end(input);
  return running.finished;
}

/** Waits until a running program has printed what is looked for; fails when it ends first. */
export async function printed(running: Running, pattern: RegExp): Promise<RegExpExecArray> {
  let ended = false;
  void running.finished.then(() => (ended = true));
  for (;;) {
    const match = pattern.exec(running.output());
    if (match) return match;
    if (ended) throw new Error(`It ended without printing ${String(pattern)}:\n${running.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Starts the service and waits until it listens. */
export async function startService(environment: Record<string, string>): Promise<Running & { address: string }> {
  const running = start('main.js', [], { PORT: '0', ...environment });
  const [, address] = await printed(running, /GraphQL +(http:\/\/\S+)\/graphql/);
  return { ...running, address: address as string };
}

/** Sends one operation by HTTP and gives its data. @throws when the service answers with errors */
export async function ask<Data>(address: string, query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    // Kept open, the connection would outlive the test.
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data: Data; errors?: unknown };
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}
