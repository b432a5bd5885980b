import type { FastifyBaseLogger } from 'fastify';
import type { Jobs } from '../jobs/jobs.js';
import type { Store } from '../store/store.js';
import type { Caller } from './access/caller.js';
import type { Transport } from './observation/observed-operation.js';
import type { Deadline } from './operation/deadline.js';

/** A question to the store that answers for many keys at once, in the order of the keys. */
export type Question<Parameters, Answer> = (
  store: Store,
  keys: readonly string[],
  parameters: Parameters,
) => Promise<readonly Answer[]>;

/** Gathers the questions of one request: what is asked for many parents at a time is asked in one statement. */
export interface Loaders {
  load<Answer>(question: Question<void, Answer>, key: string): Promise<Answer>;
  load<Parameters, Answer>(
    question: Question<Parameters, Answer>,
    key: string,
    parameters: Parameters,
  ): Promise<Answer>;
}

/** What every resolver gets: one per request, and one per payload of a subscription. */
export interface Context {
  /** The store as this request has it: its reader counts statements, and cancels them when `signal` fires. */
  readonly store: Store;
  readonly jobs: Jobs;
  readonly loaders: Loaders;
  readonly caller: Caller;
  /** Fires when the request takes too long, its client goes away, or its caller may no longer ask. */
  readonly signal: AbortSignal;
  /** Whose signal that is; whoever made this context closes it. */
  readonly deadline: Deadline;
  /** Stands in the log beside what is written of this request, and in the error that is shown outside. */
  readonly requestId: string;
  /** The id that the client or a proxy gave the request, for the log alone. */
  readonly clientRequestId?: string;
  readonly transport: Transport;
  /** When the request arrived, by `performance.now()`. */
  readonly startedAt: number;
  /**
   * In what state the data is that queries see, read once for each context. A document that may ask for it has it read
   * before anything else: data can then be newer than what is told of its state, but not older.
   */
  readonly dataVersion: () => Promise<string>;
  readonly logger: FastifyBaseLogger;
}
