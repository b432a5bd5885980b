import { QueryFailedError } from 'typeorm';
import { ParallaxError } from '../errors.js';

/** Whether the connection was lost: told by the database, by the system, or by `pg`, which gives its errors no code. */
export function isOfConnection(error: Error & { severity?: string; code?: string; syscall?: string }): boolean {
  const { severity, code, syscall, message } = error;
  if (severity !== undefined) return /^(08|57P)/.test(code ?? '');
  return syscall !== undefined || message.startsWith('Connection terminated');
}

/** What a client is told of it. */
export const unavailable = (cause: unknown) =>
  new ParallaxError('DATABASE_UNAVAILABLE', 'The database does not answer just now: try again in a while.', { cause });

/** How a socket fails; files fail with a `syscall` as well. */
const ofSockets = new Set(['connect', 'read', 'write', 'getaddrinfo']);

/**
 * What TypeORM throws, and a pool of connections, where the database does not answer, as {@link unavailable}; anything else as
 * it is. Readers tell so themselves, but whatever writes goes through TypeORM.
 */
export function asUnavailable(error: unknown): unknown {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  // Node tries all addresses of a name, and tells of all of them in one error.
  const { errors } = (cause ?? {}) as { errors?: unknown };
  return (Array.isArray(errors) ? errors : [cause]).some(isLost) ? unavailable(error) : error;
}

function isLost(error: unknown): boolean {
  const { message, syscall } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (typeof message !== 'string') return false;
  if (message.startsWith('timeout exceeded when trying to connect')) return true;
  return isOfConnection(error as Error) && (syscall === undefined || ofSockets.has(syscall));
}
