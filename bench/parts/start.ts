import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/program.js';

/** Seconds from `npm start` on. */
export interface StartResults {
  /** Until it listens, with a data folder made new. */
  readonly first: number;
  /** Until the demo is loaded and analysed too. */
  readonly demo: number;
  /** Until it listens, on the same folder again, the shortest time first. */
  readonly later: readonly number[];
}

const laterStarts = 5;

/** Starts the service as a user does and waits for its address; then stops it and waits for its end. */
async function startOnce(folder: string, waitForDemo: boolean): Promise<{ listening: number; demo: number }> {
  const since = performance.now();
  const child = spawn('npm', ['start'], { cwd: root, env: { ...process.env, PORT: '0', PARALLAX_DATA: folder } });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close');
  const until = async (text: string) => {
    while (!output.includes(text)) {
      if (child.exitCode !== null) throw new Error(`The service ended:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return (performance.now() - since) / 1000;
  };
  const listening = await until('Health');
  const demo = waitForDemo ? await until('The demo is loaded') : listening;
  const owner = JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')) as { processId: number };
  process.kill(owner.processId, 'SIGTERM');
  await ended;
  return { listening, demo };
}

/** Measures how long `npm start` takes: the first time, and later. */
export async function measureStart(): Promise<StartResults> {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'));
  try {
    const { listening, demo } = await startOnce(folder, true);
    const later: number[] = [];
    for (let run = 0; run < laterStarts; run += 1) later.push((await startOnce(folder, false)).listening);
    return { first: listening, demo, later: later.sort((a, b) => a - b) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
