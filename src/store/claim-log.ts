import { EventEmitter } from 'node:events';
import type { EntityManager } from 'typeorm';
import type { ClaimChange } from '../../entities/index.js';

export type NewClaimChange = Omit<ClaimChange, 'position' | 'at' | 'previousSpeakerId'> &
  Partial<Pick<ClaimChange, 'previousSpeakerId'>>;

/** Any constant: it names the lock that orders the saving of analyses, and with it the log. */
const appendLock = 7_021_846_513;

/** How far a follower has read. */
export interface FollowerPlace {
  position: string;
}

/** Wakes whoever follows the log inside this process; those in other processes find new entries by asking. */
export class ClaimLogSignal extends EventEmitter<{ appended: [] }> {
  readonly #places = new Set<FollowerPlace>();

  constructor() {
    super();
    this.setMaxListeners(0);
  }

  /** A follower begins; it says in its place how far it has come. */
  join(position: string): FollowerPlace {
    const place = { position };
    this.#places.add(place);
    return place;
  }

  leave(place: FollowerPlace): void {
    this.#places.delete(place);
  }

  /** How many follow the log in this process. */
  get followers(): number {
    return this.#places.size;
  }

  /** How far the slowest follower in this process has read; null when there is none. */
  slowestPosition(): bigint | null {
    let slowest: bigint | null = null;
    for (const { position } of this.#places) {
      if (slowest === null || BigInt(position) < slowest) slowest = BigInt(position);
    }
    return slowest;
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
    `INSERT INTO claim_change (kind, at, claim_id, article_id, source_id, event_id, speaker_id, previous_speaker_id, claim_kind,
       changed_fields)
     SELECT entry->>'kind', $2, (entry->>'claimId')::uuid, (entry->>'articleId')::uuid, (entry->>'sourceId')::uuid,
            (entry->>'eventId')::uuid, (entry->>'speakerId')::uuid, (entry->>'previousSpeakerId')::uuid,
            entry->>'claimKind',
            ARRAY(SELECT jsonb_array_elements_text(entry->'changedFields'))
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS entries(entry, place)
     ORDER BY place`,
    [JSON.stringify(changes), at],
  );
}
