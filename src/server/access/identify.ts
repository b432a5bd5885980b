import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import { Scope } from '../../../entities/enumerations.js';
import { isLoopback, type Config } from '../../config.js';
import { ParallaxError } from '../../errors.js';
import type { Store } from '../../store/store.js';
import { allScopes, neverEnded, type Caller } from './caller.js';
import { openKeyring } from './keyring.js';
import { withIncluded } from './scopes.js';
import { isTokenText, openTokens } from './tokens.js';

/** What a caller shows of itself. */
export interface Credentials {
  /** The Authorization header, or what stands for it where a browser cannot send one. */
  readonly authorization: string | undefined;
  /** The address it calls from. */
  readonly address: string;
}

/**
 * Tells who a caller is.
 * @throws ParallaxError UNAUTHENTICATED; DATABASE_UNAVAILABLE and IDENTITY_PROVIDER_UNAVAILABLE when it cannot be told
 */
export type Identify = (credentials: Credentials) => Promise<Caller>;

export interface Access {
  /**
   * As {@link Identify}.
   * @param mayLookUp whether the database may be asked for a key that is not known
   */
  readonly identify: (credentials: Credentials, mayLookUp: boolean) => Promise<Caller>;
  close(): Promise<void>;
}

export interface AccessOptions {
  readonly config: Pick<Config, 'host' | 'key' | 'anonymousScopes' | 'identityProvider'>;
  readonly store: Store;
  /** Bearer keys that allow everything: the configured one, and that of the data folder's lock. */
  readonly operatorKeys: readonly string[];
  readonly logger: FastifyBaseLogger;
}

/** In characters; tokens with many claims have a few thousand. */
const longestShown = 8_192;

const digest = (key: string) => createHash('sha256').update(key).digest();

/**
 * Opens the door. In this order, a caller is
 *
 *     the operator     when it shows an operator's key
 *     a key's holder   when it shows a key that was made here and is good
 *     a user           when it shows a token of the identity provider
 *     anonymous        when it shows nothing, where anonymous callers may do anything
 *
 * and refused otherwise: who shows a key that is not good is not let in as if it had shown none.
 */
export function openAccess({ config, store, operatorKeys, logger }: AccessOptions): Access {
  const operator = operatorKeys.filter((key) => key !== '').map(digest);
  const anonymousScopes = withIncluded(scopesWithoutKey(config));
  const keyring = openKeyring(store, logger);
  const tokens = config.identityProvider && openTokens(config.identityProvider, logger);

  const identify: Access['identify'] = async ({ authorization, address }, mayLookUp) => {
    const shown = /^Bearer +(\S.*)$/i.exec(authorization ?? '')?.[1] ?? null;
    if (shown === null) {
      if (anonymousScopes.size > 0)
        return { id: address, scopes: anonymousScopes, isAnonymous: true, ended: neverEnded };
      throw new ParallaxError('UNAUTHENTICATED', 'A key is needed: send the header "Authorization: Bearer <key>".');
    }
    if (shown.length > longestShown)
      throw new ParallaxError('UNAUTHENTICATED', 'What was shown is too long to be a key.');
    // With every key, and digests instead of keys: how long it takes tells nothing of a key, its length included.
    const shownDigest = digest(shown);
    const matches = operator.map((key) => timingSafeEqual(key, shownDigest));
    if (matches.includes(true)) {
      return { id: `operator:${matches.indexOf(true)}`, scopes: allScopes, isAnonymous: false, ended: neverEnded };
    }
    if (tokens && isTokenText(shown)) return tokens.find(shown);
    const key = await keyring.find(shown, mayLookUp);
    if (key !== null) return { id: `key:${key.id}`, scopes: key.scopes, isAnonymous: false, ended: key.ended };
    throw new ParallaxError('UNAUTHENTICATED', 'The key that was shown is not known here, has expired or was revoked.');
  };
  return {
    identify,
    close: async () => {
      tokens?.close();
      await keyring.close();
    },
  };
}

/**
 * On this machine everything is open as long as neither key nor identity provider is configured, but for making keys: those outlast the caller.
 * Elsewhere nothing is, unless the configuration says so.
 */
function scopesWithoutKey({ host, key, identityProvider, anonymousScopes }: AccessOptions['config']): readonly Scope[] {
  if (anonymousScopes !== null) return anonymousScopes.map((name) => Scope[name]);
  return isLoopback(host) && key === null && identityProvider === null ? [Scope.READ, Scope.INGEST, Scope.CURATE] : [];
}
