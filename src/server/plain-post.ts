import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { OperationRequest } from './operation/operation.js';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLeftOut = (value: unknown) => value === undefined || value === null;

/**
 * An operation that came by POST in the usual form (GraphQL over HTTP, section 6.3), in which there is nothing left for
 * Apollo Server to refuse or to read. It then goes its course without Apollo Server, whose way from the request to the
 * operation and back takes a tenth of a small answer's time: forty promises, copies of headers, and a digest of the text.
 *
 * @param body with the text of its document in place of an identifier
 * @returns null where Apollo Server must look at it: for all that is unusual, and all that is wrong
 */
export function readPlainPost({ method, headers }: FastifyRequest, body: unknown): OperationRequest | null {
  // Only JSON by its right name: a page of another site could send the same bytes as text without asking (CSRF).
  if (method !== 'POST' || !headers['content-type']?.startsWith('application/json') || !isRecord(body)) return null;
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || query === '') return null;
  if (!isLeftOut(operationName) && typeof operationName !== 'string') return null;
  if (!isLeftOut(variables) && !isRecord(variables)) return null;
  if (!isLeftOut(extensions) && (!isRecord(extensions) || extensions.persistedQuery)) return null;
  return {
    query,
    operationName: operationName as string | undefined,
    variables: variables as OperationRequest['variables'],
  };
}

/** Accept headers that are remembered: browsers and libraries send a handful. */
const mostAccepted = 50;

/** Which media type Apollo Server chose for which Accept header. */
export class ChosenTypes {
  readonly #types = new LRUCache<string, string>({ max: mostAccepted });

  /** @returns undefined when none was chosen for it yet */
  get(accept: string | undefined): string | undefined {
    return this.#types.get(accept ?? '');
  }

  learn(accept: string | undefined, type: string | undefined): void {
    if (type !== undefined && (accept ?? '').length < 1_000) this.#types.set(accept ?? '', type);
  }
}
