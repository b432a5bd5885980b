import { Client } from 'pg';
import { readConfig } from '../../src/config.js';
import { startJobs } from '../../src/jobs/index.js';
import { startServer } from '../../src/server/index.js';
import { statementsOf } from '../../tests/support/statements.js';
import { Connection, prepareRequest } from '../measure/client.js';
import type { BenchDatabase } from '../support/database.js';
import { comparedQuestions, operations, type ComparedQuestion, type Question } from './questions.js';
import { sqlAnswers, type RunStatement, type Variables } from './sql-answers.js';

/** How many statements an answer takes: by the service, and by hand. */
export type StatementCounts = Readonly<Record<ComparedQuestion, { readonly service: number; readonly sql: number }>>;

/** Counts the statements of one answer each, with a service inside this process. */
export async function countStatements(
  database: BenchDatabase,
  variables: Readonly<Record<Question, readonly Variables[]>>,
): Promise<StatementCounts> {
  const store = await database.open();
  const config = readConfig({ PORT: '0', PARALLAX_POINTS_PER_MINUTE: '0' });
  const jobs = startJobs(store, config, { now: () => new Date(), log: (error) => console.error(error) });
  const server = await startServer({ config, store, jobs, keys: [], logger: false });
  const port = Number(new URL(server.address).port);
  const connection = await Connection.open(port);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    const counts = {} as Record<ComparedQuestion, { service: number; sql: number }>;
    for (const question of comparedQuestions) {
      // One from the middle: an event neither of the smallest nor of the largest.
      const asked = variables[question][Math.floor(variables[question].length / 2)] as Variables;
      const request = prepareRequest(port, '/graphql', { query: operations[question], variables: asked });
      const statements = await statementsOf(store, () => connection.send(request));
      let sql = 0;
      const run: RunStatement = async <Row>(name: string, text: string, values: readonly unknown[]) => {
        sql += 1;
        return (await client.query({ name, text, values: [...values] })).rows as Row[];
      };
      await sqlAnswers[question](run, asked);
      counts[question] = { service: statements.length, sql };
    }
    return counts;
  } finally {
    connection.close();
    await client.end();
    await server.close();
    await jobs.stop();
    await store.close();
  }
}
