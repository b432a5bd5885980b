import { randomUUID } from 'node:crypto';
import { IsNull, type EntityManager } from 'typeorm';
import { ApiKey, type Scope } from '../../../entities/index.js';
import { ParallaxError } from '../../errors.js';
import type { Store } from '../store.js';
import { hashOfKey, makeKey } from './key-text.js';
import { keyChannel } from './signal.js';

const longestName = 100;

/** Every process that checks keys holds all that are good, and asks for all of them again from time to time. */
const mostKeys = 10_000;

/** The most that are listed. */
const mostListed = 1_000;

/** What ends a line or turns the direction of text around, so that one name could look like another in a list. */
const unshown = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Null for a key that does not expire. */
  readonly expiresAt: Date | null;
}

export interface MadeKey {
  readonly key: ApiKey;
  /** The key itself: this is the only time that anybody sees it. */
  readonly secret: string;
}

/**
 * Makes a key.
 * @throws ParallaxError BAD_USER_INPUT
 */
export async function createKey(store: Store, { name, scopes, expiresAt }: NewKey): Promise<MadeKey> {
  const now = new Date();
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > longestName || unshown.test(trimmed)) {
    throw new ParallaxError(
      'BAD_USER_INPUT',
      `The name of a key has 1 to ${longestName} characters, on one line, none of which controls how others are shown.`,
    );
  }
  if (scopes.length === 0) throw new ParallaxError('BAD_USER_INPUT', 'A key needs at least one scope.');
  if (expiresAt !== null && expiresAt <= now) {
    throw new ParallaxError('BAD_USER_INPUT', `A key cannot expire in the past: ${expiresAt.toISOString()} is over.`);
  }
  const secret = makeKey();
  const key: ApiKey = {
    id: randomUUID(),
    name: trimmed,
    hash: hashOfKey(secret),
    scopes: [...new Set(scopes)],
    createdAt: now,
    lastUsedAt: null,
    expiresAt,
    revokedAt: null,
  };
  await change(store, async (manager) => {
    if ((await manager.countBy(ApiKey, { revokedAt: IsNull() })) >= mostKeys) {
      throw new ParallaxError('BAD_USER_INPUT', `There are ${mostKeys} keys already: revoke some that nobody uses.`);
    }
    await manager.insert(ApiKey, key);
  });
  return { key, secret };
}

/**
 * Revokes a key, for good. One that is revoked stays so, since when it was.
 * @throws ParallaxError BAD_USER_INPUT when there is no such key
 */
export async function revokeKey(store: Store, id: string): Promise<ApiKey> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw noSuchKey();
  return change(store, async (manager) => {
    await manager.update(ApiKey, { id, revokedAt: IsNull() }, { revokedAt: new Date() });
    const key = await manager.findOneBy(ApiKey, { id });
    if (key === null) throw noSuchKey();
    return key;
  });
}

/** Keys, the latest first: those that are good and those that no longer are. At most 1,000. */
export function listKeys({ dataSource }: Store): Promise<ApiKey[]> {
  return dataSource.manager.find(ApiKey, { order: { createdAt: 'DESC', id: 'DESC' }, take: mostListed });
}

// What was shown is not repeated: it may be a key.
const noSuchKey = () =>
  new ParallaxError('BAD_USER_INPUT', 'There is no key with this id: "parallax keys list" shows the ids.');

/** Changes keys, and tells everybody who checks them as soon as that is so. */
async function change<Result>(store: Store, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
  const result = await store.dataSource.transaction(async (manager) => {
    const done = await work(manager);
    // Delivered when the transaction commits.
    if (!store.isEmbedded) await manager.query('SELECT pg_notify($1, $2)', [keyChannel, '']);
    return done;
  });
  store.keySignal.emit('changed');
  return result;
}
