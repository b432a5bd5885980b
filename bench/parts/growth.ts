import { asText, inventedArticles } from '../data/documents.js';
import type { DataSet } from '../data/data-set.js';
import { interleave, type LoadOptions, type Measured } from '../measure/interleave.js';
import { takeIn, type TakenIn } from '../measure/take-in.js';
import { eventsOfSizes, sizesOfEvents } from '../reads/like-events.js';
import { drawVariables } from '../reads/parameters.js';
import { comparedQuestions, pageQuestions, type Question } from '../reads/questions.js';
import { meanSize } from '../reads/same-answers.js';
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

/** What a question cost at each point, in their order, and the mean size of its answers there in bytes. */
export interface ReadGrowth {
  readonly question: Question;
  readonly measured: readonly Measured[];
  readonly bytes: readonly number[];
}

export interface GrowthResults {
  readonly points: readonly GrowthPoint[];
  readonly reads: readonly ReadGrowth[];
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

async function measureReads(points: readonly GrowthPoint[], seed: number): Promise<readonly ReadGrowth[]> {
  const services: Answering[] = [];
  try {
    const variables: Record<Question, Variables[]>[] = [];
    let sizes: number[] | null = null;
    for (const { database, scale } of points) {
      const store = await database.open();
      try {
        const drawn = await drawVariables(store, seed);
        // The largest of more events is larger. What is asked of all points are events of the sizes of the first.
        sizes ??= await sizesOfEvents(store, drawn.q1);
        const events = await eventsOfSizes(store, sizes);
        variables.push({ ...drawn, q1: events, q4: events, 'q4-ids': events });
      } finally {
        await store.close();
      }
      services.push({ name: `${scale}×`, database, ...(await startService(database.url)) });
    }
    const measureTogether = async (questions: readonly Question[]): Promise<ReadGrowth[]> => {
      const targets = questions.flatMap((question) =>
        services.map((service, place) => serviceTarget(service, question, variables[place]?.[question] ?? [])),
      );
      const bytes: number[] = [];
      for (const target of targets) bytes.push(await meanSize(target));
      const measured = await interleave(targets, load);
      const of = <Item>(items: readonly Item[], place: number) =>
        items.slice(place * services.length, (place + 1) * services.length);
      return questions.map((question, place) => ({ question, measured: of(measured, place), bytes: of(bytes, place) }));
    };
    const reads: ReadGrowth[] = [];
    for (const question of comparedQuestions) reads.push(...(await measureTogether([question])));
    // These are compared with each other, too.
    return [...reads, ...(await measureTogether(pageQuestions))];
  } finally {
    for (const { program } of services) await program.stop();
  }
}
