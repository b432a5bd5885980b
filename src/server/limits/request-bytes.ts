import { Scope } from '../../../entities/enumerations.js';
import type { Config } from '../../config.js';
import type { Caller } from '../access/caller.js';

/** What a request holds besides the documents in it, in bytes. */
const requestOverhead = 1024 * 1024;

/**
 * How many bytes a request may have: as many as documents need for those who showed a key that takes documents in (the
 * service's own commands show the token of its folder's lock), little for all others.
 */
export function limitRequests({
  maximumRequestBytes,
  maximumDocumentBytes,
}: Pick<Config, 'maximumRequestBytes' | 'maximumDocumentBytes'>): (caller: Caller) => number {
  // Base64 makes three bytes four.
  const largest = Math.max(maximumRequestBytes, Math.ceil((maximumDocumentBytes * 4) / 3) + requestOverhead);
  return ({ isAnonymous, scopes }) => (!isAnonymous && scopes.has(Scope.INGEST) ? largest : maximumRequestBytes);
}
