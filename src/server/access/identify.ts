import { createHash, timingSafeEqual } from 'node:crypto';
import { ParallaxError } from '../../errors.js';
import { allScopes, neverEnded, type Caller } from './caller.js';

/** What a caller shows of itself. */
export interface Credentials {
  /** The Authorization header, or what stands for it where a browser cannot send one. */
  readonly authorization: string | undefined;
  /** The address it calls from. */
  readonly address: string;
}

/**
 * Tells who a caller is.
 * @throws ParallaxError UNAUTHENTICATED
 */
export type Identify = (credentials: Credentials) => Promise<Caller>;

const digest = (key: string) => createHash('sha256').update(key).digest();

/**
 * Checks bearer keys. Digests are compared, in constant time and with every key, so that how long it takes tells nothing
 * of a key, its length included.
 * @param keys accepted keys; null when none is asked for
 */
export function createIdentify(keys: readonly string[] | null): Identify {
  const accepted = (keys ?? []).filter((key) => key !== '').map(digest);
  return async ({ authorization, address }) => {
    if (keys === null) return { id: address, scopes: allScopes, isAnonymous: true, ended: neverEnded };
    const shown = digest(/^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '');
    if (accepted.map((key) => timingSafeEqual(key, shown)).includes(true)) {
      return { id: shown.toString('hex').slice(0, 12), scopes: allScopes, isAnonymous: false, ended: neverEnded };
    }
    throw new ParallaxError('UNAUTHENTICATED', 'A key is needed: send the header "Authorization: Bearer <key>".');
  };
}
