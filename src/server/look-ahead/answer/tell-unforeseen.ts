import { createHash } from 'node:crypto';
import { GraphQLError, type ExecutionArgs } from 'graphql';
import { LRUCache } from 'lru-cache';
import { isParallaxError } from '../../../errors.js';
import type { Context } from '../../context.js';
import { Unanswerable } from './values.js';

/** Documents of which it is remembered that their trouble was told. */
const told = new LRUCache<string, true>({ max: 200 });

/**
 * Logs an error of the direct way that nobody foresaw, once for each document: resolvers answer in its place, so that nobody
 * outside would notice, and it would cost its time for good. What GraphQL finds wrong and what a client did wrong, the
 * resolvers tell.
 */
export function tellUnforeseen(error: unknown, { document, contextValue }: ExecutionArgs): void {
  if (error instanceof Unanswerable || error instanceof GraphQLError || isParallaxError(error)) return;
  const hash = createHash('sha256')
    .update(document.loc?.source.body ?? '')
    .digest('hex');
  if (told.has(hash)) return;
  told.set(hash, true);
  const { logger, requestId } = contextValue as Context;
  logger.warn({ err: error, requestId, documentHash: hash }, 'A query could not be answered straight from its rows');
}
