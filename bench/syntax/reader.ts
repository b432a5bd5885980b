/**
 * The process whose time and memory are measured: reads English texts and nothing else. It is given a file of JSON and
 * prints a line of JSON.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** What the process is given. */
export interface ReaderInput {
  /** Running text, an article each. */
  readonly articles: readonly string[];
  /** Texts in two lengths, the second four times the first, by name. */
  readonly grown: Readonly<Record<string, readonly [string, string]>>;
}

/** What it prints. */
export interface ReaderAnswer {
  /** Words in all articles. */
  readonly words: number;
  /** Seconds on the clock until the first sentence is read: code, weights, tables. */
  readonly load: number;
  /** Words a second of processor time, by step; "all" is the whole chain. */
  readonly rates: Readonly<Record<string, number>>;
  /** How often more processor time the text of four times the length takes, by text. */
  readonly growth: Readonly<Record<string, number>>;
  /** Most memory that the process held, in bytes, and what it held before it loaded anything. */
  readonly peakMemory: number;
  readonly bareMemory: number;
}

const rounds = 5;

/** Seconds of processor time, of all threads, so that a collector beside the main thread counts too. */
function processorSeconds(work: () => void): number {
  const since = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

/** The least of several rounds: what else the machine does only adds. */
function leastSeconds(work: () => void, times = rounds): number {
  let least = Infinity;
  for (let round = 0; round < times; round += 1) least = Math.min(least, processorSeconds(work));
  return least;
}

async function main(file: string): Promise<ReaderAnswer> {
  const bareMemory = process.memoryUsage.rss();
  const { articles, grown } = JSON.parse(readFileSync(file, 'utf8')) as ReaderInput;
  const since = performance.now();
  const { readSyntax } = await import('../../src/language/en/syntax.js');
  readSyntax('Ann Lee said so.');
  const load = (performance.now() - since) / 1000;
  const { splitSentences } = await import('../../src/language/en/splitting/sentences.js');
  const { lemmaOf } = await import('../../src/language/en/lemmas.js');
  const { readWords } = await import('../../src/language/en/reader.js');
  const { findNames } = await import('../../src/language/en/names/index.js');

  const readArticle = (article: string) =>
    readSyntax(article).map((sentence) => ({ ...sentence, words: sentence.words.map((word) => word.text) }));
  const read = articles.map(readArticle);
  const sentences = read.flat();
  const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const steps: Record<string, () => void> = {
    'words and sentences': () => articles.forEach((article) => splitSentences(article)),
    'tags and trees': () => sentences.forEach((sentence) => readWords(sentence.words)),
    lemmas: () =>
      sentences.forEach(({ words: forms, upos, xpos }) =>
        forms.forEach((form, at) => lemmaOf(form, upos[at], xpos[at])),
      ),
    names: () => read.forEach((article) => findNames(article)),
    all: () => articles.forEach((article) => findNames(readArticle(article))),
  };
  const rates = Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, words / leastSeconds(step)]));
  const growth = Object.fromEntries(
    Object.entries(grown).map(([name, [short, long]]) => {
      leastSeconds(() => readSyntax(short), 2);
      return [name, leastSeconds(() => readSyntax(long), 2) / leastSeconds(() => readSyntax(short), 3)];
    }),
  );
  return { words, load, rates, growth, bareMemory, peakMemory: process.resourceUsage().maxRSS * 1024 };
}

if (require.main === module) {
  void main(process.argv[2]).then((answer) => console.log(JSON.stringify(answer)));
}
