/**
 * The process whose time and memory are measured: finds claims and their speakers in texts and does nothing else. It is given a
 * file of JSON and prints a line of JSON.
 */
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector';

/** What the process is given. */
export interface ClaimsInput {
  /** Articles of some 500 words. */
  readonly articles: readonly string[];
  /** Running text in lengths of 10 kB, 100 kB and 1 MB, by name. */
  readonly lengths: Readonly<Record<string, string>>;
  /** Texts that no rule expects, by name; each is held against running text of the same length. */
  readonly hostile: Readonly<Record<string, string>>;
}

/** What it prints. */
export interface ClaimsAnswer {
  readonly articles: number;
  readonly words: number;
  readonly claims: number;
  /** Milliseconds of processor time an article, the least of some rounds. */
  readonly cpu: number;
  /** Most memory that the process held after the articles, and after all, in bytes. */
  readonly articlesMemory: number;
  readonly peakMemory: number;
  /** Microseconds of processor time a character, by length. */
  readonly perCharacter: Readonly<Record<string, number>>;
  /** How often the time of running text of the same length a hostile text takes. */
  readonly hostile: Readonly<Record<string, number>>;
  /** The functions with most time of their own while the articles are read, and its share. */
  readonly profile: readonly (readonly [string, number])[];
}

const rounds = 5;
const shown = 5;

/** Milliseconds of processor time, of all threads, so that a collector beside the main thread counts too. */
function processorTime(work: () => void): number {
  const since = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/**
 * The least of several rounds: what else the machine does only adds.
 * @param before is not measured
 */
const leastTime = (work: () => void, times: number, before: () => void): number =>
  Math.min(
    ...Array.from({ length: times }, () => {
      before();
      return processorTime(work);
    }),
  );

/** Where a function stands, without the folder of the project. */
const placeOf = (url: string, line: number): string =>
  url === '' ? 'Node' : `${url.replace(/^.*\/(?:dist\/src|node_modules)\//, '')}:${line + 1}`;

/** The functions that spend most time themselves. */
function profileOf(work: () => void): [string, number][] {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.start');
  work();
  const times = new Map<string, number>();
  let all = 0;
  session.post('Profiler.stop', (error, { profile }) => {
    if (error) throw error;
    const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
    (profile.samples ?? []).forEach((id, at) => {
      const { functionName, url, lineNumber } = nodes.get(id)!;
      const name = `${functionName || 'a function'} (${placeOf(url, lineNumber)})`;
      const time = profile.timeDeltas?.[at] ?? 0;
      times.set(name, (times.get(name) ?? 0) + time);
      all += time;
    });
  });
  session.disconnect();
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .slice(0, shown)
    .map(([name, time]) => [name, time / all]);
}

async function main(file: string): Promise<ClaimsAnswer> {
  const { articles, lengths, hostile } = JSON.parse(readFileSync(file, 'utf8')) as ClaimsInput;
  const { findClaims } = await import('../../src/pipeline/2-claims/index.js');
  const { resolveActors } = await import('../../src/pipeline/3-actors/index.js');
  const read = (text: string): number => {
    const input = { text, headline: null, source: 'Bench', publishedAt: null, language: 'en' };
    return resolveActors(input, findClaims(input).claims).claims.length;
  };
  // The text that was read last is kept read: other texts put it out.
  const forget = (): void => ['One.', 'Two.'].forEach(read);
  const all = (): void => articles.forEach(read);
  const claims = articles.reduce((sum, article) => sum + read(article), 0);
  const cpu = leastTime(all, rounds, forget) / articles.length;
  const articlesMemory = process.resourceUsage().maxRSS * 1024;
  const profile = profileOf(all);
  const plain = Object.values(lengths).at(-1)!;
  const perCharacter = Object.fromEntries(
    Object.entries(lengths).map(([name, text]) => [
      name,
      (1000 * leastTime(() => read(text), text.length > 500_000 ? 2 : rounds, forget)) / text.length,
    ]),
  );
  const ratios = Object.entries(hostile).map(([name, text]) => {
    const ratio =
      leastTime(() => read(text), 2, forget) / leastTime(() => read(plain.slice(0, text.length)), 2, forget);
    return [name, ratio] as const;
  });
  return {
    articles: articles.length,
    words: articles.reduce((sum, article) => sum + article.split(/\s+/).length, 0),
    claims,
    cpu,
    articlesMemory,
    peakMemory: process.resourceUsage().maxRSS * 1024,
    perCharacter,
    hostile: Object.fromEntries(ratios),
    profile,
  };
}

if (require.main === module) {
  void main(process.argv[2]!).then((answer) => console.log(JSON.stringify(answer)));
}
