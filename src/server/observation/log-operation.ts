import type { FastifyBaseLogger } from 'fastify';
import type { ObservedOperation, ObservedSubscription } from './observed-operation.js';

type Logger = Pick<FastifyBaseLogger, 'info'> & { isLevelEnabled?(level: string): boolean };

/** The words of a line that tells of an operation. docs/operations.md lists them. */
function wordsOf(operation: ObservedOperation): Record<string, unknown> {
  const { requestId, clientRequestId, callerId, transport, type, name, documentHash, isPersisted } = operation;
  return {
    requestId,
    ...(clientRequestId !== undefined && { clientRequestId }),
    callerId,
    transport,
    operationType: type,
    operationName: name,
    documentHash,
    isPersisted,
    cost: operation.cost,
    statements: operation.statements,
    milliseconds: rounded(operation.milliseconds),
    ...(operation.codes.length > 0 && { codes: operation.codes }),
  };
}

const rounded = (milliseconds: number) => Math.round(milliseconds * 10) / 10;

/** A line an operation, at the level info. */
export function logOperation(logger: Logger, operation: ObservedOperation): void {
  if (logger.isLevelEnabled?.('info') === false) return;
  logger.info(wordsOf(operation), 'operation');
}

/** A line for a request that was answered 304. */
export function logNotModified(
  logger: Logger,
  words: Readonly<Record<string, unknown>> & { readonly milliseconds: number },
): void {
  if (logger.isLevelEnabled?.('info') === false) return;
  logger.info({ ...words, milliseconds: rounded(words.milliseconds) }, 'not modified');
}

/** A line when a subscription begins. */
export function logSubscriptionStart(logger: Logger, operation: ObservedOperation): void {
  if (logger.isLevelEnabled?.('info') === false) return;
  logger.info(wordsOf(operation), 'subscription started');
}

/** A line when a subscription has ended, with what it took in all. */
export function logSubscriptionEnd(logger: Logger, subscription: ObservedSubscription): void {
  if (logger.isLevelEnabled?.('info') === false) return;
  logger.info({ ...wordsOf(subscription), payloads: subscription.payloads }, 'subscription ended');
}
