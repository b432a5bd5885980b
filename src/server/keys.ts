import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (key: string) => createHash('sha256').update(key).digest();

/** Tells whether an Authorization header shows an accepted key. */
export type KeyCheck = (authorization: string | undefined) => boolean;

/**
 * Checks bearer keys. Digests are compared, in constant time and with every key, so that how long it takes tells nothing
 * of a key, its length included.
 * @param keys accepted keys; null when none is asked for
 */
export function checkKeys(keys: readonly string[] | null): KeyCheck {
  if (keys === null) return () => true;
  const accepted = keys.filter((key) => key !== '').map(digest);
  return (authorization) => {
    const shown = digest(/^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '');
    return accepted.map((key) => timingSafeEqual(key, shown)).includes(true);
  };
}
