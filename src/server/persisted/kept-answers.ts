import { createHash } from 'node:crypto';
import type { KeptOperation } from './http-request.js';

/** Everything that a kept answer depends on. */
export interface AnswerBasis {
  readonly operation: KeptOperation;
  /** Of the data, asked before the data is read. */
  readonly dataVersion: string;
  /** Of the service: with another schema or other code the same data may be told otherwise. */
  readonly serviceVersion: string;
  /** What the caller may see. */
  readonly scopes: Iterable<string>;
  /** The media type it asked for. */
  readonly accept: string;
}

/**
 * The entity tag of an answer (RFC 9110, 8.8.3). Weak, because what it promises is the same data and not the same bytes:
 * data may be newer than the version that was asked before it, and a proxy may compress it.
 */
export function entityTag({ operation, dataVersion, serviceVersion, scopes, accept }: AnswerBasis): string {
  const { query, operationName, variables } = operation;
  const basis = [dataVersion, serviceVersion, query, operationName, variables, [...scopes].sort(), accept];
  return `W/"${createHash('sha256').update(JSON.stringify(basis)).digest('base64url').slice(0, 22)}"`;
}

const opaque = (tag: string) => tag.replace(/^W\//, '');

/** Whether the client holds this answer, by its header If-None-Match (RFC 9110, 13.1.2: compared weakly). */
export function holdsAnswer(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return (ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? []).some((held) => opaque(held) === opaque(tag));
}

/** Whether the client wants no answer that there is, whichever: whether there is one only shows when it is made. */
export const wantsNone = (ifNoneMatch: string | undefined): boolean => ifNoneMatch?.trim() === '*';

/**
 * Who may keep an answer, and for how long without asking again.
 * @param isAnonymous whether everybody would have got it
 */
export function cacheControl(isAnonymous: boolean, seconds: number): string {
  const who = isAnonymous ? 'public' : 'private';
  return seconds === 0 ? `${who}, no-cache` : `${who}, max-age=${seconds}, must-revalidate`;
}

/** What the same address may be answered differently by. */
export const variesBy = 'Accept, Authorization, Origin';
