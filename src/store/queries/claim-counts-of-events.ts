import type { Store } from '../store.js';
import { groupedBy } from './row.js';

/** How many claims one outlet gives to one speaker in an event. */
export interface ClaimCount {
  readonly eventId: string;
  readonly sourceId: string;
  /** Null for the outlet's own voice, and for speakers who could not be told. */
  readonly speakerId: string | null;
  readonly claims: number;
}

/** How many claims does each outlet give to each speaker in these events? The most first; retracted ones don't count. */
export async function claimCountsOfEvents(store: Store, eventIds: readonly string[]): Promise<ClaimCount[][]> {
  const rows = await store.dataSource.query<ClaimCount[]>(
    `SELECT event_id AS "eventId", source_id AS "sourceId", speaker_id AS "speakerId", count(*)::integer AS claims
     FROM claim WHERE event_id = ANY($1::uuid[]) AND retracted_at IS NULL
     GROUP BY event_id, source_id, speaker_id ORDER BY event_id, claims DESC, source_id, speaker_id`,
    [eventIds],
  );
  return groupedBy(eventIds, rows, (row) => row.eventId);
}
