import { interleave, ratios, type LoadOptions, type Measured } from '../measure/interleave.js';
import { factsOf } from '../reads/facts.js';
import { drawVariables } from '../reads/parameters.js';
import { comparedQuestions, type ComparedQuestion, type Question } from '../reads/questions.js';
import { requireSameAnswers } from '../reads/same-answers.js';
import type { Variables } from '../reads/sql-answers.js';
import { countStatements, type StatementCounts } from '../reads/statements.js';
import { postGraphileTarget, serviceTarget, sqlTarget, type Answering } from '../reads/target.js';
import type { BenchDatabase } from '../support/database.js';
import { startPostGraphile, type PostGraphile } from '../support/postgraphile.js';
import { startService, startSqlServer } from '../support/program.js';

/** A server that the service is compared with. */
export interface Rival {
  readonly measured: Measured;
  /** The service's requests a second divided by its own, in each pair of slices. */
  readonly ratios: readonly number[];
}

/** What one question cost, the service beside the others. */
export interface ReadResult {
  readonly question: ComparedQuestion;
  readonly service: Measured;
  /** Null when it was left out. */
  readonly postGraphile: Rival | null;
  readonly sql: Rival;
  readonly statements: { readonly service: number; readonly sql: number };
  /** Mean size of an answer of the service in bytes. */
  readonly bytes: number;
}

export interface ReadResults {
  readonly questions: readonly ReadResult[];
  /** The most memory that each held, in bytes. */
  readonly peakMemory: { readonly service: number; readonly postGraphile: number | null };
  /** The versions of Node that they ran on. */
  readonly node: { readonly service: string; readonly postGraphile: string | null };
  /** The version of PostGraphile; null when it was left out. */
  readonly postGraphileVersion: string | null;
}

export interface ReadOptions {
  readonly seed: number;
  /** What to compare with beside SQL written by hand; null leaves it out. */
  readonly postGraphile: PostGraphile | null;
  /** Whether the service and the hand-written server run on the benchmark's Node instead of PostGraphile's. */
  readonly isOnOwnNode: boolean;
}

interface Servers {
  readonly service: Answering;
  readonly postGraphile: Answering | null;
  readonly sql: Answering;
}

const load: LoadOptions = { connections: 4, slices: 8, sliceSeconds: 1 };

/** Measures the compared questions on all servers in turn, after comparing their answers. */
export async function measureReads(database: BenchDatabase, options: ReadOptions): Promise<ReadResults> {
  const { postGraphile, isOnOwnNode } = options;
  const store = await database.open();
  const variables = await drawVariables(store, options.seed).finally(() => store.close());
  const statements = await countStatements(database, variables);
  const ownNode = isOnOwnNode || postGraphile === null;
  const node = ownNode ? process.execPath : postGraphile.node;
  const started: Answering[] = [];
  const start = async (name: string, starting: Promise<Pick<Answering, 'program' | 'port'>>) => {
    const answering = { name, database, ...(await starting) };
    started.push(answering);
    return answering;
  };
  try {
    const servers: Servers = {
      service: await start('service', startService(database.url, { node })),
      postGraphile: postGraphile && (await start('PostGraphile', startPostGraphile(postGraphile, database.url))),
      sql: await start('SQL', startSqlServer(database.url, { node })),
    };
    const questions: ReadResult[] = [];
    for (const question of comparedQuestions) questions.push(await ask(servers, question, variables, statements));
    const peakOf = async ({ program }: Answering) => (await program.usage()).peakMemory;
    return {
      questions,
      peakMemory: {
        service: await peakOf(servers.service),
        postGraphile: servers.postGraphile && (await peakOf(servers.postGraphile)),
      },
      node: {
        service: ownNode ? process.version : postGraphile.nodeVersion,
        postGraphile: postGraphile && postGraphile.nodeVersion,
      },
      postGraphileVersion: postGraphile && postGraphile.version,
    };
  } finally {
    for (const { program } of started.reverse()) await program.stop();
  }
}

async function ask(
  servers: Servers,
  question: ComparedQuestion,
  allVariables: Readonly<Record<Question, readonly Variables[]>>,
  statements: StatementCounts,
): Promise<ReadResult> {
  const variables = allVariables[question];
  const service = serviceTarget(servers.service, question, variables);
  const sql = sqlTarget(servers.sql, question, variables);
  const postGraphile = servers.postGraphile && postGraphileTarget(servers.postGraphile, question, variables);
  const bytes = await requireSameAnswers(question, service, sql);
  if (postGraphile) await requireSameAnswers(question, service, postGraphile, factsOf);
  const targets = postGraphile ? [service, postGraphile, sql] : [service, sql];
  const measured = await interleave(targets, load);
  const [ofService, ofSql] = [measured[0], measured.at(-1)] as [Measured, Measured];
  const ofPostGraphile = postGraphile && (measured[1] as Measured);
  const rival = (other: Measured): Rival => ({ measured: other, ratios: ratios(ofService, other) });
  return {
    question,
    service: ofService,
    postGraphile: ofPostGraphile && rival(ofPostGraphile),
    sql: rival(ofSql),
    statements: statements[question],
    bytes,
  };
}
