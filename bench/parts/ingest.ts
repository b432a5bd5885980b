import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InventedArticle } from '../data/article.js';
import { asJsonLine, asPage, asText, inventedArticles } from '../data/documents.js';
import { takeIn, type TakenIn } from '../measure/take-in.js';
import type { Usage } from '../measure/usage-reporter.js';
import type { BenchServer } from '../support/database.js';
import { root, startProgram } from '../support/program.js';

/** `parallax ingest` of a file, on an embedded database made new. */
export interface CommandIngest {
  readonly articles: number;
  /** Articles a second, from the command's start to its end. */
  readonly rate: number;
  readonly usage: Usage;
}

export interface IngestResults {
  readonly command: { readonly smallEvents: CommandIngest; readonly oneEvent: CommandIngest };
  /** The stages one by one, on PostgreSQL: text in small events, pages in small events, and text of one large event. */
  readonly stages: { readonly text: TakenIn; readonly pages: TakenIn; readonly oneEvent: TakenIn };
}

const smallEvents = { events: 50, size: 4, days: 20 };
const oneEvent = { events: 1, size: 100, days: 0 };

async function ingestByCommand(
  folder: string,
  name: string,
  articles: readonly InventedArticle[],
): Promise<CommandIngest> {
  const [file, usageFile] = [join(folder, `${name}.jsonl`), join(folder, `${name}.json`)];
  writeFileSync(file, articles.map(asJsonLine).join('\n'));
  const since = performance.now();
  const program = startProgram([join(root, 'dist/src/cli.js'), 'ingest', file], {
    PARALLAX_DATA: join(folder, name),
    PARALLAX_BENCH_USAGE_FILE: usageFile,
  });
  await program.ended();
  const seconds = (performance.now() - since) / 1000;
  return {
    articles: articles.length,
    rate: articles.length / seconds,
    usage: JSON.parse(readFileSync(usageFile, 'utf8')) as Usage,
  };
}

/** Measures taking articles in: as a user does it, and stage by stage. */
export async function measureIngest(server: BenchServer, seed: number): Promise<IngestResults> {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'));
  try {
    const small = inventedArticles(seed, smallEvents);
    const large = inventedArticles(seed, oneEvent);
    const command = {
      smallEvents: await ingestByCommand(folder, 'small', small),
      oneEvent: await ingestByCommand(folder, 'one', large),
    };
    // Word lists are read and code is compiled by the first articles, which are not those of the others' time.
    const warmUp = await server.create('bench_ingest');
    await takeIn(
      warmUp,
      inventedArticles(seed + 1, { ...smallEvents, events: 10 }).flatMap((a) => [asText(a), asPage(a)]),
    );
    const half = small.slice(0, small.length / 2);
    const stages = {
      text: await takeIn(await server.create('bench_ingest_text'), half.map(asText)),
      pages: await takeIn(await server.create('bench_ingest_pages'), half.map(asPage)),
      oneEvent: await takeIn(await server.create('bench_ingest_one'), large.slice(0, 50).map(asText)),
    };
    return { command, stages };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
