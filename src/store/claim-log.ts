import { EventEmitter } from 'node:events';
import type { EntityManager } from 'typeorm';
import type { ClaimChange } from '../../entities/index.js';

export type NewClaimChange = Omit<ClaimChange, 'position' | 'at'>;

/** Any constant: it names the lock that orders the saving of analyses, and with it the log. */
const appendLock = 7_021_846_513;

/** Wakes whoever follows the log inside this process; those in other processes find new entries by asking. */
export class ClaimLogSignal extends EventEmitter<{ appended: [] }> {
  constructor() {
    super();
    this.setMaxListeners(0);
  }
}

/**
 * Takes the lock under which the log is written, until the transaction ends.
 * Positions are given out when rows are inserted but become visible when transactions commit; with one writer at a time
 * the two orders are the same, so a reader that has seen a position has seen all before it.
 */
export async function lockClaimLog(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [appendLock]);
}

/** Appends to the log, in the given order. The caller's transaction holds the lock of {@link lockClaimLog}. */
export async function appendClaimChanges(
  manager: EntityManager,
  changes: readonly NewClaimChange[],
  at: Date,
): Promise<void> {
  if (changes.length === 0) return;
  await manager.query(
    `INSERT INTO claim_change (kind, at, claim_id, article_id, source_id, event_id, speaker_id, claim_kind, changed_fields)
     SELECT entry->>'kind', $2, (entry->>'claimId')::uuid, (entry->>'articleId')::uuid, (entry->>'sourceId')::uuid,
            (entry->>'eventId')::uuid, (entry->>'speakerId')::uuid, entry->>'claimKind',
            ARRAY(SELECT jsonb_array_elements_text(entry->'changedFields'))
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS entries(entry, place)
     ORDER BY place`,
    [JSON.stringify(changes), at],
  );
}
