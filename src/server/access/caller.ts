import { Scope } from '../../../entities/enumerations.js';

/** Who asks: one for each request, and one for the length of a WebSocket connection. */
export interface Caller {
  /** What is counted and logged: the id of the key, the subject of a token, or the address of a caller without either. */
  readonly id: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Fires when the key is revoked or expires; what is under way for this caller then ends. */
  readonly ended: AbortSignal;
}

export const allScopes: ReadonlySet<Scope> = new Set(Object.values(Scope));

/** For callers whose right to ask does not end before the service does. */
export const neverEnded = new AbortController().signal;
