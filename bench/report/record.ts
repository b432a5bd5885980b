import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Options } from '../options.js';
import { root } from '../support/program.js';

const resultsFile = join(root, 'bench/RESULTS.md');

const heading = `# Measured times

Newest first. Made by \`npm run bench\`; [docs/benchmark.md](../docs/benchmark.md) tells how. Times on the clock depend on what
else the machine does: the load is given. Ratios and CPU times depend on it less.
`;

const git = (...words: string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();

/** The heading of a run: when, of what, on what. */
export function runHeading({ scale, seed }: Options, seconds: number): string {
  const commit = git('rev-parse', '--short', 'HEAD');
  const isChanged = git('status', '--porcelain', '--', '.', ':!bench/RESULTS.md') !== '';
  const load = loadavg().map((value) => value.toFixed(1));
  return [
    `## ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, commit ${commit}${isChanged ? ' with changes' : ''}`,
    '',
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}; load of the last 1, 5, 15 minutes ${load.join(', ')}.`,
    `Scale ${scale}, seed ${seed}; the whole run took ${Math.round(seconds / 6) / 10} minutes.`,
  ].join('\n');
}

/** Puts a run on top of the others. */
export function record(text: string): void {
  const before = existsSync(resultsFile) ? readFileSync(resultsFile, 'utf8') : '';
  const runs = before.slice(Math.max(0, before.indexOf('\n## ') + 1));
  writeFileSync(resultsFile, `${heading}\n${text}\n\n${runs.startsWith('## ') ? runs : ''}`);
}
