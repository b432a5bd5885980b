import { interleave, ratios, type LoadOptions, type Measured } from '../measure/interleave.js';
import { drawVariables } from '../reads/parameters.js';
import { comparedQuestions, type ComparedQuestion } from '../reads/questions.js';
import { requireSameAnswers } from '../reads/same-answers.js';
import { countStatements } from '../reads/statements.js';
import { serviceTarget, sqlTarget, type Answering } from '../reads/target.js';
import type { BenchDatabase } from '../support/database.js';
import { startService, startSqlServer } from '../support/program.js';

/** What one question cost, the service beside the hand-written server. */
export interface ReadResult {
  readonly question: ComparedQuestion;
  readonly service: Measured;
  readonly sql: Measured;
  /** How many times as many requests a second the hand-written server answered, in each pair of slices. */
  readonly ratios: readonly number[];
  readonly statements: { readonly service: number; readonly sql: number };
  /** Mean size of an answer in bytes. */
  readonly bytes: number;
}

export interface ReadResults {
  readonly questions: readonly ReadResult[];
  /** The most memory that the service held, in bytes. */
  readonly peakMemory: number;
}

const load: LoadOptions = { connections: 4, slices: 8, sliceSeconds: 1 };

/** Measures the four questions on the service and on the hand-written server, after comparing their answers. */
export async function measureReads(database: BenchDatabase, seed: number): Promise<ReadResults> {
  const store = await database.open();
  const variables = await drawVariables(store, seed).finally(() => store.close());
  const statements = await countStatements(database, variables);
  const service: Answering = { name: 'service', database, ...(await startService(database.url)) };
  const sql: Answering = { name: 'SQL', database, ...(await startSqlServer(database.url)) };
  try {
    const questions: ReadResult[] = [];
    for (const question of comparedQuestions) {
      const targets = [
        serviceTarget(service, question, variables[question]),
        sqlTarget(sql, question, variables[question]),
      ] as const;
      const bytes = await requireSameAnswers(question, ...targets);
      const [ofService, ofSql] = (await interleave(targets, load)) as [Measured, Measured];
      questions.push({
        question,
        service: ofService,
        sql: ofSql,
        ratios: ratios(ofService, ofSql),
        statements: statements[question],
        bytes,
      });
    }
    return { questions, peakMemory: (await service.program.usage()).peakMemory };
  } finally {
    await sql.program.stop();
    await service.program.stop();
  }
}
