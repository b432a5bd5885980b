import type { FastifyBaseLogger } from 'fastify';
import type { Context } from '../context.js';
import type { FinishedOperation, StartedSubscription } from '../operation/operation.js';
import { logNotModified, logOperation, logSubscriptionEnd, logSubscriptionStart } from './log-operation.js';
import type { Metrics } from './metrics.js';
import type { ObservedOperation } from './observed-operation.js';

/** Told of one subscription from its beginning to its end. */
export interface SubscriptionObserver {
  /** A payload was made. */
  readonly payload: (finished: FinishedOperation) => void;
  /** It has ended; to be called once or more often. */
  readonly end: () => void;
}

/** Writes the log and counts the metrics of operations. */
export interface Observer {
  readonly operation: (finished: FinishedOperation) => void;
  readonly subscription: (started: StartedSubscription) => SubscriptionObserver;
  /** What a request asked for was refused before there was a document. */
  readonly refused: (context: Context, code: string) => void;
  /** Nothing was run, because the client holds the answer already. */
  readonly notModified: (context: Context, name: string | null) => void;
}

export interface ObserverOptions {
  readonly logger: FastifyBaseLogger;
  readonly metrics: Metrics;
  /** Whether a document was handed over before, by the SHA-256 of its text. */
  readonly isPersisted: (hash: string) => boolean;
}

const codesOf = ({ answer }: FinishedOperation): string[] => [
  ...new Set((answer.errors ?? []).map(({ extensions }) => String(extensions?.code ?? 'UNKNOWN'))),
];

/** Watches the course of all operations (src/server/operation/course.ts). */
export function createObserver({ logger, metrics, isPersisted }: ObserverOptions): Observer {
  const observed = (
    { known, operation, context, spending }: StartedSubscription | FinishedOperation,
    codes: readonly string[],
  ): ObservedOperation => ({
    ...contextWords(context),
    type: operation?.operation ?? null,
    name: operation?.name?.value ?? null,
    documentHash: known.hash,
    isPersisted: isPersisted(known.hash),
    cost: spending?.cost ?? null,
    statements: context.store.reader.statements,
    milliseconds: performance.now() - context.startedAt,
    codes,
  });
  return {
    operation(finished) {
      const operation = observed(finished, codesOf(finished));
      metrics.operation(operation);
      logOperation(logger, operation);
    },
    notModified(context, name) {
      metrics.notModified();
      logNotModified(logger, {
        ...contextWords(context),
        operationName: name,
        statements: context.store.reader.statements,
        milliseconds: performance.now() - context.startedAt,
      });
    },
    refused(context, code) {
      const operation = {
        ...contextWords(context),
        type: null,
        name: null,
        documentHash: null,
        isPersisted: false,
        cost: null,
        statements: 0,
        milliseconds: performance.now() - context.startedAt,
        codes: [code],
      };
      metrics.operation(operation);
      logOperation(logger, operation);
    },
    subscription(started) {
      const { transport } = started.context;
      const closed = metrics.subscriptionOpened(transport);
      const codes = new Set<string>();
      let payloads = 0;
      let statements = 0;
      let isOpen = true;
      logSubscriptionStart(logger, observed(started, []));
      return {
        payload(finished) {
          payloads += 1;
          statements += finished.context.store.reader.statements;
          for (const code of codesOf(finished)) codes.add(code);
          metrics.payload(transport);
        },
        end() {
          if (!isOpen) return;
          isOpen = false;
          closed();
          const operation = observed(started, [...codes]);
          const ended = { ...operation, statements: operation.statements + statements, payloads };
          metrics.operation(ended);
          logSubscriptionEnd(logger, ended);
        },
      };
    },
  };
}

function contextWords({ requestId, clientRequestId, caller, transport }: Context) {
  return { requestId, clientRequestId, callerId: caller.id, transport };
}
