import { createHash } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import { LRUCache } from 'lru-cache';
import { Scope } from '../../../entities/enumerations.js';
import type { IdentityProvider } from '../../config.js';
import { ParallaxError } from '../../errors.js';
import { atTime } from './at-time.js';
import { createEnding, type Caller } from './caller.js';
import { withIncluded } from './scopes.js';

/** Only such by which whoever can check a token cannot make one. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** How far the clocks of the provider and of this machine may be apart, in seconds. */
const clockTolerance = 30;
/** A token that was found good counts as good for so long before it is looked at again, in milliseconds. */
const trustedFor = 60_000;
/** The keys of the provider: how long they are kept, and how often an unknown one has them fetched, in milliseconds. */
const keysKeptFor = 300_000;
const unknownKeyInterval = 5_000;
const fetchPatience = 5_000;
/** After keys could not be fetched, nobody tries again for so long, in milliseconds. */
const failurePause = 1_000;
const mostRemembered = 1_000;
const longestSubject = 255;
/** What jose throws where the token is at fault; all else is the provider's or the network's. */
const faultOfToken = /^ERR_(JWT|JWS|JOSE_ALG_NOT_ALLOWED|JOSE_NOT_SUPPORTED|JWKS_NO_MATCHING|JWKS_MULTIPLE)/;

const scopeNames = new Map(Object.values(Scope).map((scope) => [`parallax:${scope.toLowerCase()}`, scope]));

/** Checks tokens of an identity provider. */
export interface Tokens {
  /**
   * @returns whoever the token was issued to
   * @throws ParallaxError UNAUTHENTICATED; IDENTITY_PROVIDER_UNAVAILABLE when that cannot be told
   */
  find(token: string): Promise<Caller>;
  close(): void;
}

interface Remembered {
  readonly caller: Caller;
  readonly controller: AbortController;
  /** By `performance.now()`, which does not go back when the clock of the machine is set. */
  checkedAt: number;
}

/** Whether a text could be a signed token (JSON Web Token, RFC 7519). */
export function isTokenText(text: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}

/**
 * Accepts tokens (JWT, RFC 7519, by the rules of RFC 8725) that the provider signed, with a key of its JSON Web Key Set, for
 * this service. A token that is shown again is not checked again for a minute, nor beyond its end.
 */
export function openTokens(provider: IdentityProvider, logger: FastifyBaseLogger): Tokens {
  const remembered = new LRUCache<string, Remembered>({ max: mostRemembered });
  const clocks = new Set<() => void>();
  let verify: Promise<(token: string) => Promise<JWTPayload>> | null = null;
  let failedAt = -Infinity;

  const check = async (token: string): Promise<JWTPayload> => {
    verify ??= createVerify(provider);
    try {
      if (performance.now() - failedAt < failurePause) throw unavailable();
      return await (
        await verify
      )(token);
    } catch (error) {
      if (error instanceof ParallaxError) throw error;
      if (faultOfToken.test((error as { code?: string }).code ?? '')) throw refused(error as Error);
      failedAt = performance.now();
      logger.error({ err: error }, 'The keys of the identity provider could not be read');
      throw unavailable(error);
    }
  };
  const remember = (digest: string, payload: JWTPayload): Caller => {
    const meanwhile = remembered.get(digest);
    if (meanwhile !== undefined && !meanwhile.caller.ended.aborted) return meanwhile.caller;
    const controller = createEnding();
    const caller = callerOf(payload, controller.signal);
    const end = (Number(payload.exp) + clockTolerance) * 1000;
    const stop = atTime(end, () => {
      clocks.delete(stop);
      controller.abort(new ParallaxError('UNAUTHENTICATED', 'The token that was shown has expired.'));
    });
    clocks.add(stop);
    remembered.set(digest, { caller, controller, checkedAt: performance.now() });
    return caller;
  };
  return {
    async find(token) {
      const digest = createHash('sha256').update(token).digest('base64');
      const known = remembered.get(digest);
      if (known === undefined || known.caller.ended.aborted) return remember(digest, await check(token));
      if (performance.now() - known.checkedAt > trustedFor) {
        await check(token).catch((error: unknown) => {
          const { code } = error as ParallaxError;
          // The provider took its key back: whatever is open ends as well.
          if (code === 'UNAUTHENTICATED') known.controller.abort(error);
          throw error;
        });
        known.checkedAt = performance.now();
      }
      return known.caller;
    },
    close() {
      for (const stop of clocks) stop();
    },
  };
}

/** jose is an ES module; it is loaded when the first token is shown. */
async function createVerify({ jwksUrl, issuer, audience }: IdentityProvider) {
  const { createRemoteJWKSet, jwtVerify } = await import('jose');
  const keys = createRemoteJWKSet(new URL(jwksUrl), {
    cacheMaxAge: keysKeptFor,
    cooldownDuration: unknownKeyInterval,
    timeoutDuration: fetchPatience,
  });
  const options = { issuer, audience, algorithms, clockTolerance, requiredClaims: ['sub', 'exp'] };
  return async (token: string) => (await jwtVerify(token, keys, options)).payload;
}

function callerOf({ sub, scope, scp }: JWTPayload, ended: AbortSignal): Caller {
  if (typeof sub !== 'string' || sub === '' || sub.length > longestSubject) {
    throw new ParallaxError('UNAUTHENTICATED', 'The token that was shown does not say whose it is (`sub`).');
  }
  const names = [scope, scp].flatMap((claim) => (typeof claim === 'string' ? claim.split(' ') : claim));
  const scopes = names.map((name) => scopeNames.get(String(name))).filter((known) => known !== undefined);
  return { id: `token:${sub}`, scopes: withIncluded(scopes), isAnonymous: false, ended };
}

/** The sentence of jose says what is wrong, such as `"exp" claim timestamp check failed`, and nothing of the token. */
const refused = (error: Error) =>
  new ParallaxError('UNAUTHENTICATED', `The token that was shown is not accepted: ${error.message}.`, { cause: error });

const unavailable = (cause?: unknown) =>
  new ParallaxError(
    'IDENTITY_PROVIDER_UNAVAILABLE',
    'Tokens cannot be checked just now, as the keys of the identity provider cannot be read: try again in a while.',
    { cause },
  );
