import type { ExecutionArgs, ExecutionResult, GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { Context } from '../context.js';
import type { Spending } from '../limits/budget.js';
import type { KnownDocument } from './documents.js';

/** An operation as a client sends it, whatever it came through. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** What a client gets: errors are masked and have their codes. Without `data` nothing was run. */
export interface Answer {
  readonly data?: ExecutionResult['data'];
  readonly errors?: readonly GraphQLFormattedError[];
  /** For the transport to tell; see {@link shownAnswer}. */
  readonly spending: Spending | null;
}

export interface ShownAnswer extends Omit<Answer, 'spending'> {
  readonly extensions?: Record<string, unknown>;
}

/** An operation that may be run. */
export interface PreparedOperation extends ExecutionArgs {
  readonly contextValue: Context;
  readonly operation: OperationDefinitionNode;
  readonly known: KnownDocument;
  readonly spending: Spending | null;
}

/** What an operation was and what came of it; of a subscription, once for each payload. */
export interface FinishedOperation {
  readonly known: KnownDocument;
  /** Null when none was found in the document. */
  readonly operation: OperationDefinitionNode | null;
  readonly context: Context;
  /** Null for payloads of subscriptions, and where there is no limit. */
  readonly spending: Spending | null;
  readonly answer: Answer;
}

/** A subscription whose source has begun. */
export type StartedSubscription = Omit<FinishedOperation, 'answer'>;

/** An answer as it is sent: with what the caller has left, unless it is to be the same for everybody (`isCacheable`). */
export function shownAnswer({ spending, ...result }: Answer, isCacheable = false): ShownAnswer {
  if (spending === null || isCacheable) return result;
  const { cost, limit, remaining, resetAt } = spending;
  return { ...result, extensions: { rateLimit: { cost, limit, remaining, resetAt } } };
}

export function isPrepared(prepared: PreparedOperation | Answer): prepared is PreparedOperation {
  return 'known' in prepared;
}
