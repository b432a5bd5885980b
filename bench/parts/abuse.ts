import { setTimeout as wait } from 'node:timers/promises';
import { encodeId } from '../../resolvers/relay/global-id.js';
import { attack, nameOfAnswer, type AnswerCounts } from '../abuse/attacker.js';
import { attacksOn, type Attack } from '../abuse/attacks.js';
import { exchange, rawRequest } from '../abuse/exchange.js';
import { watchPeak } from '../abuse/memory.js';
import { askFor, type NormalClient } from '../abuse/normal-client.js';
import { prepareRequest } from '../measure/client.js';
import { median, quantile } from '../measure/statistics.js';
import { drawVariables } from '../reads/parameters.js';
import { operations } from '../reads/questions.js';
import type { BenchDatabase } from '../support/database.js';
import { startService, type Program, type Started } from '../support/program.js';

/** What a normal client and the service's memory went through beside a stream of attacks. */
export interface Beside {
  readonly answers: AnswerCounts;
  /** 99th percentile of the normal client's latencies in milliseconds: while it is alone, and beside the attacks. */
  readonly alone: number;
  readonly beside: number;
  /** By how much the service's most memory beside the attacks exceeds that of the client alone, in bytes; null when untold. */
  readonly memory: number | null;
}

/** What one attack cost. */
export interface AttackResult extends Beside {
  readonly name: string;
  /** How one alone is answered. */
  readonly answer: string;
  /** CPU of the service for one, in milliseconds: median and most. */
  readonly cpu: { readonly median: number; readonly most: number };
}

export interface AbuseResults {
  /** An ordinary request measured like an attack, which shows what measuring so costs. */
  readonly ordinary: AttackResult;
  readonly attacks: readonly AttackResult[];
  /** All attacks in one stream, with the rates limited as they are by themselves. */
  readonly limited: Beside;
}

/** Has the limits on rates as the service has them by itself; empty counts as absent. */
const withRates: Readonly<Record<string, string>> = {
  PARALLAX_POINTS_PER_MINUTE: '',
  PARALLAX_OPERATIONS_PER_CALLER: '',
};

/** Where attacks come from, so that limits by address tell them apart; Linux lets all of 127.0.0.0/8 be used. */
const attackerAddress = process.platform === 'linux' ? '127.0.0.2' : '127.0.0.1';

const repeats = 9;
const perSecond = 50;
/** Alone and beside attacks in turn: so many times, so many seconds each. */
const turns = 4;
const turnSeconds = 1.25;

async function costOfOne(program: Program, send: () => Promise<unknown>): Promise<number> {
  const before = (await program.usage()).cpu;
  await send();
  // A refusal that leaves work behind has that work counted, if it is not much.
  await wait(20);
  return (await program.usage()).cpu - before;
}

async function measureBeside(
  { program, port }: Started,
  client: NormalClient,
  attacks: readonly Attack[],
): Promise<Beside> {
  const answers: Record<string, number> = {};
  const latencies = { alone: [] as number[], beside: [] as number[] };
  const peaks = { alone: [] as (number | null)[], beside: [] as (number | null)[] };
  const stream = { port, requests: attacks.map(({ bytes }) => bytes), localAddress: attackerAddress };
  for (let turn = 0; turn < turns; turn += 1) {
    const peakAlone = watchPeak(program.processId);
    latencies.alone.push(...(await askFor(client, turnSeconds)));
    peaks.alone.push(peakAlone());
    const peakBeside = watchPeak(program.processId);
    const attacking = attack({ ...stream, perSecond, seconds: turnSeconds });
    latencies.beside.push(...(await askFor(client, turnSeconds)));
    for (const [name, count] of Object.entries(await attacking)) answers[name] = (answers[name] ?? 0) + count;
    peaks.beside.push(peakBeside());
  }
  const most = (values: readonly (number | null)[]) => Math.max(...values.filter((value) => value !== null));
  const memory = peaks.alone.includes(null) ? null : Math.max(0, most(peaks.beside) - most(peaks.alone));
  return { answers, alone: quantile(latencies.alone, 0.99), beside: quantile(latencies.beside, 0.99), memory };
}

async function measureAttack(service: Started, client: NormalClient, { name, bytes }: Attack): Promise<AttackResult> {
  const send = () => exchange(service.port, bytes);
  const { status, codes } = await send();
  await send();
  const costs: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) costs.push(await costOfOne(service.program, send));
  const cpu = { median: median(costs), most: Math.max(...costs) };
  const beside = await measureBeside(service, client, [{ name, bytes }]);
  return { name, answer: nameOfAnswer(status, codes), cpu, ...beside };
}

async function drawTargets(database: BenchDatabase, seed: number) {
  const store = await database.open();
  try {
    const variables = await drawVariables(store, seed);
    const [actor] = await store.dataSource.query<[{ id: string }]>('SELECT id FROM actor ORDER BY id LIMIT 1');
    // From the middle: an event neither of the smallest nor of the largest.
    const eventId = variables.q1[Math.floor(variables.q1.length / 2)]?.id as string;
    return { variables, eventId, actorId: encodeId('Actor', actor.id) };
  } finally {
    await store.close();
  }
}

/** Measures what the service does to refuse bad requests, and what a client beside them has to bear. */
export async function measureAbuse(database: BenchDatabase, seed: number): Promise<AbuseResults> {
  const { variables, eventId, actorId } = await drawTargets(database, seed);
  const requestsTo = (port: number) =>
    (['q2', 'q3'] as const).flatMap((question) =>
      variables[question].map((values) =>
        prepareRequest(port, '/graphql', { query: operations[question], variables: values }),
      ),
    );
  const withService = async <Result>(
    environment: Readonly<Record<string, string>>,
    measure: (service: Started, client: NormalClient, attacks: readonly Attack[]) => Promise<Result>,
  ) => {
    const service = await startService(database.url, { environment });
    try {
      const { port } = service;
      const client = { port, requests: requestsTo(port), connections: 2, pauseMilliseconds: 5 };
      await askFor(client, turnSeconds);
      return await measure(service, client, attacksOn(port, eventId, actorId, seed));
    } finally {
      await service.program.stop();
    }
  };
  const measured = await withService({}, async (service, client, attacks) => {
    const body = JSON.stringify({ query: operations.q3, variables: variables.q3[0] });
    const bytes = rawRequest(service.port, body);
    const ordinary = await measureAttack(service, client, { name: 'an ordinary request (q3)', bytes });
    const results: AttackResult[] = [];
    for (const one of attacks) results.push(await measureAttack(service, client, one));
    return { ordinary, attacks: results };
  });
  return { ...measured, limited: await withService(withRates, measureBeside) };
}
