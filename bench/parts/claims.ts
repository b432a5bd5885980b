import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClaimsAnswer, ClaimsInput } from '../claims/reader.js';
import { inventedArticles } from '../data/documents.js';
import { root } from '../support/program.js';

export type ClaimsResults = ClaimsAnswer;

const repeat = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Texts that no rule expects. */
const hostile: ClaimsInput['hostile'] = {
  '100,000 quotation marks': repeat('"', 100_000),
  'a sentence of 200,000 characters': repeat('the dam holds and the mayor left and ', 200_000),
  'a sentence of 200,000 characters, all claims': repeat('the mayor said that the dam holds and ', 200_000),
  'claims in claims, 100,000 characters': repeat('the mayor said that ', 100_000),
  '100,000 characters without a space': repeat('a-', 100_000),
  'lines without a full stop, 100,000 characters': repeat('the mayor said\n', 100_000),
};

/** Measures how fast claims and their speakers are found, in a process that does nothing else. */
export function measureClaims(seed: number): ClaimsResults {
  const articles = inventedArticles(seed, { events: 10, size: 4, days: 30 }).map(({ clean }) => clean.text);
  const running = articles.join('\n\n');
  const lengths = { '10 kB': 10_000, '100 kB': 100_000, '1 MB': 1_000_000 };
  const input: ClaimsInput = {
    articles,
    lengths: Object.fromEntries(Object.entries(lengths).map(([name, length]) => [name, repeat(running, length)])),
    hostile,
  };
  const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'));
  try {
    const file = join(folder, 'texts.json');
    writeFileSync(file, JSON.stringify(input));
    const output = execFileSync(
      process.execPath,
      ['--max-semi-space-size=16', join(root, 'dist/bench/claims/reader.js'), file],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      },
    );
    return JSON.parse(output) as ClaimsAnswer;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
