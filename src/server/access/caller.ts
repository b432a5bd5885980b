import { setMaxListeners } from 'node:events';
import { Scope } from '../../../entities/enumerations.js';
import { withIncluded } from './scopes.js';

/** Who asks: one for each request, and one for the length of a WebSocket connection. */
export interface Caller {
  /** What is counted and logged: the id of the key, the subject of a token, or the address of a caller without either. */
  readonly id: string;
  /** What it may do, with everything that this includes. */
  readonly scopes: ReadonlySet<Scope>;
  /** True when it showed neither key nor token. */
  readonly isAnonymous: boolean;
  /** Fires when the key is revoked or expires; what is under way for this caller then ends. */
  readonly ended: AbortSignal;
}

export const allScopes: ReadonlySet<Scope> = withIncluded([Scope.ADMIN]);

/** What ends a caller's right to ask: however many requests and connections of that caller may listen to it. */
export function createEnding(): AbortController {
  const controller = new AbortController();
  setMaxListeners(Infinity, controller.signal);
  return controller;
}

/** For callers whose right to ask does not end before the service does. */
export const neverEnded = createEnding().signal;
