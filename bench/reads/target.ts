import { prepareRequest } from '../measure/client.js';
import type { Target } from '../measure/interleave.js';
import type { BenchDatabase } from '../support/database.js';
import type { Program } from '../support/program.js';
import { postGraphileOperations, postGraphileVariables } from './postgraphile-questions.js';
import { operations, type ComparedQuestion, type Question } from './questions.js';
import type { Variables } from './sql-answers.js';

/** A server that answers questions from one database. */
export interface Answering {
  readonly name: string;
  readonly program: Program;
  readonly port: number;
  readonly database: BenchDatabase;
}

const commonOf = ({ name, program, port, database }: Answering) => ({
  name,
  port,
  cpu: async () => (await program.usage()).cpu,
  databaseTimes: () => database.times(),
});

/** The service, to be asked this question by GraphQL. */
export function serviceTarget(service: Answering, question: Question, variables: readonly Variables[]): Target {
  const query = operations[question];
  const requests = variables.map((values) => prepareRequest(service.port, '/graphql', { query, variables: values }));
  return { ...commonOf(service), requests };
}

/** The hand-written server, to be asked the same. */
export function sqlTarget(server: Answering, question: ComparedQuestion, variables: readonly Variables[]): Target {
  return {
    ...commonOf(server),
    requests: variables.map((values) => prepareRequest(server.port, `/${question}`, values)),
  };
}

/** PostGraphile, to be asked the same in its own words. */
export function postGraphileTarget(
  server: Answering,
  question: ComparedQuestion,
  variables: readonly Variables[],
): Target {
  const query = postGraphileOperations[question];
  const requests = variables.map((values) => {
    return prepareRequest(server.port, '/graphql', { query, variables: postGraphileVariables(values) });
  });
  return { ...commonOf(server), requests };
}
