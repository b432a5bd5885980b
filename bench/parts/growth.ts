import { asText, inventedArticles } from '../data/documents.js';
import type { DataSet } from '../data/data-set.js';
import { interleave, type LoadOptions, type Measured } from '../measure/interleave.js';
import { takeIn, type TakenIn } from '../measure/take-in.js';
import { drawVariables } from '../reads/parameters.js';
import { comparedQuestions, pageQuestions, type Question } from '../reads/questions.js';
import { serviceTarget, type Answering } from '../reads/target.js';
import type { Variables } from '../reads/sql-answers.js';
import type { BenchDatabase } from '../support/database.js';
import { startService } from '../support/program.js';

/** A database of one size, loaded. */
export interface GrowthPoint {
  readonly scale: number;
  readonly dataSet: DataSet;
  readonly database: BenchDatabase;
}

export interface GrowthResults {
  readonly points: readonly GrowthPoint[];
  /** For each question what it cost at each point, in their order. */
  readonly reads: readonly { readonly question: Question; readonly measured: readonly Measured[] }[];
  /** What taking the same articles in cost at each point. */
  readonly ingest: readonly TakenIn[];
}

const load: LoadOptions = { connections: 4, slices: 4, sliceSeconds: 1 };

/** Measures the same reads, interleaved, and the same ingest on databases of several sizes. */
export async function measureGrowth(points: readonly GrowthPoint[], seed: number): Promise<GrowthResults> {
  const reads = await measureReads(points, seed);
  const ingest: TakenIn[] = [];
  for (const { database, dataSet } of points) {
    const { days } = dataSet.shape;
    // In the middle of the data set's time, where there are as many neighbours as an article usually has.
    const firstDay = days[Math.floor(days.length / 2)] as number;
    const articles = inventedArticles(seed + 2, { events: 10, size: 4, days: 1, firstDay });
    const documents = articles.map(asText);
    // The first of them has the words of all its neighbours read, which the service then keeps.
    await takeIn(database, documents.slice(0, 4));
    ingest.push(await takeIn(database, documents.slice(4)));
  }
  return { points, reads, ingest };
}

async function measureReads(points: readonly GrowthPoint[], seed: number): Promise<GrowthResults['reads']> {
  const services: Answering[] = [];
  try {
    const variables: Record<Question, Variables[]>[] = [];
    for (const { database, scale } of points) {
      const store = await database.open();
      variables.push(await drawVariables(store, seed).finally(() => store.close()));
      services.push({ name: `${scale}×`, database, ...(await startService(database.url)) });
    }
    const reads: GrowthResults['reads'][number][] = [];
    for (const question of [...comparedQuestions, ...pageQuestions]) {
      const targets = services.map((service, place) => {
        return serviceTarget(service, question, variables[place]?.[question] ?? []);
      });
      reads.push({ question, measured: await interleave(targets, load) });
    }
    return reads;
  } finally {
    for (const { program } of services) await program.stop();
  }
}
