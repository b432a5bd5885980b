import { acceptSubmission } from '../../src/jobs/accept.js';
import { analyseVersion } from '../../src/jobs/analyse.js';
import type { Submission } from '../../src/jobs/jobs.js';
import { readArticle } from '../../src/pipeline/1-article/index.js';
import { isRefused, readDocument } from '../../src/readers/index.js';
import type { Store } from '../../src/store/store.js';
import { timeBetween, type BenchDatabase } from '../support/database.js';
import { clockedWorkers, ownCpu, StageClock, type StageName } from './stage-clock.js';

const limits = { documentBytes: 1024 * 1024 };

/** What taking articles in cost: means over them. */
export interface TakenIn {
  readonly articles: number;
  /** Articles a second, one after the other in one thread, the database's work included. */
  readonly rate: number;
  /** CPU of this process, in milliseconds an article. */
  readonly cpu: Readonly<Record<StageName, number>>;
  /** CPU of the database, in milliseconds an article; null when it cannot be told. */
  readonly databaseCpu: number | null;
  /** Events that the articles were put into. */
  readonly events: number;
}

/** Stage 1, with the reader before it. */
function readOnce({ bytes, mediaType, name, declared }: Submission): void {
  for (const result of readDocument({ bytes, mediaType, name, declared }, limits)) {
    if (isRefused(result)) throw result.error;
    readArticle(result.document);
  }
}

/**
 * Takes documents in as the jobs do, one after the other, with the clock on: reads and accepts each, then runs stages 2 to 5
 * and saves. What is neither stage 1 nor accepting is told apart by asking the stages themselves; the rest is saving.
 */
export async function takeIn(database: BenchDatabase, submissions: readonly Submission[]): Promise<TakenIn> {
  const store = await database.open();
  try {
    return await measure(store, database, submissions);
  } finally {
    await store.close();
  }
}

async function measure(store: Store, database: BenchDatabase, submissions: readonly Submission[]): Promise<TakenIn> {
  const clock = new StageClock();
  const workers = clockedWorkers(clock);
  const now = () => new Date();
  for (const submission of submissions) clock.measure('article', () => readOnce(submission));
  const databaseBefore = await database.times();
  const since = performance.now();

  const beforeAccepting = ownCpu();
  const versions: string[] = [];
  for (const submission of submissions) {
    for (const receipt of await acceptSubmission(store, submission, limits, now)) {
      if (receipt.articleVersionId === null) throw new Error(`Refused: ${JSON.stringify(receipt.error)}`);
      versions.push(receipt.articleVersionId);
    }
  }
  const beforeAnalysing = ownCpu();
  for (const version of versions) await analyseVersion(store, workers, version, now);
  clock.times.save = ownCpu() - beforeAnalysing - clock.inWorkers;
  // Accepting reads the document too, which is counted under its own name.
  clock.times.accept = Math.max(0, beforeAnalysing - beforeAccepting - clock.times.article);

  const seconds = (performance.now() - since) / 1000;
  const databaseCpu = timeBetween(databaseBefore, await database.times());
  const [{ events }] = await store.dataSource.query<[{ events: number }]>(
    `SELECT count(DISTINCT a.event_id)::integer AS events FROM article_version v JOIN article a ON a.id = v.article_id
     WHERE v.id = ANY($1::uuid[])`,
    [versions],
  );
  const count = submissions.length;
  const cpu = Object.fromEntries(Object.entries(clock.times).map(([stage, time]) => [stage, time / count]));
  return {
    articles: count,
    rate: count / seconds,
    cpu: cpu as Record<StageName, number>,
    databaseCpu: databaseCpu === null ? null : databaseCpu / count,
    events,
  };
}
