import type { Scope } from '../../../entities/index.js';
import type { Store } from '../store.js';

/** A key that is good. */
export interface LiveKey {
  readonly id: string;
  readonly hash: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
}

/** Which keys are good now? */
export function liveKeys({ dataSource }: Store): Promise<LiveKey[]> {
  return dataSource.query(
    `SELECT id, hash, scopes, expires_at AS "expiresAt" FROM api_key
     WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
  );
}

/** Writes down when keys were last shown, by id. */
export async function saveUses({ dataSource }: Store, uses: ReadonlyMap<string, Date>): Promise<void> {
  await dataSource.query(
    `UPDATE api_key SET last_used_at = greatest(last_used_at, used.at)
     FROM unnest($1::uuid[], $2::timestamptz[]) AS used(id, at) WHERE api_key.id = used.id`,
    [[...uses.keys()], [...uses.values()]],
  );
}
