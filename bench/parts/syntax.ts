import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inventedArticles } from '../data/documents.js';
import { root } from '../support/program.js';
import type { ReaderAnswer, ReaderInput } from '../syntax/reader.js';

export type SyntaxResults = ReaderAnswer;

/** Texts that no rule expects, in two lengths: with the length squared, the ratio of their times would be 16. */
function grown(): ReaderInput['grown'] {
  const texts: Record<string, (length: number) => string> = {
    'letters without a space': (length) => 'a'.repeat(length),
    'quotation marks': (length) => '"'.repeat(length),
    'words without a full stop': (length) => 'the dam holds and '.repeat(length / 18),
    'full stops': (length) => 'He left. '.repeat(length / 9),
    capitals: (length) => 'THE DAM HOLDS. '.repeat(length / 15),
    Chinese: (length) => '大坝还在，部长说。'.repeat(length / 9),
  };
  return Object.fromEntries(Object.entries(texts).map(([name, make]) => [name, [make(20_000), make(80_000)] as const]));
}

/** Measures how fast English text is read into sentences, words, tags, lemmas, trees and names, in a process that does nothing else. */
export function measureSyntax(seed: number): SyntaxResults {
  const articles = inventedArticles(seed, { events: 10, size: 4, days: 30 }).map(({ clean }) => clean.text);
  const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'));
  try {
    const file = join(folder, 'texts.json');
    writeFileSync(file, JSON.stringify({ articles, grown: grown() } satisfies ReaderInput));
    const output = execFileSync(process.execPath, [join(root, 'dist/bench/syntax/reader.js'), file], {
      encoding: 'utf8',
    });
    return JSON.parse(output) as ReaderAnswer;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
