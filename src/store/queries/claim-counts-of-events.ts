import { linkedRows } from './linked-rows.js';

/** How many claims one outlet gives to one speaker in an event. */
export interface ClaimCount {
  readonly sourceId: string;
  /** Null for the outlet's own voice, and for speakers who could not be told. */
  readonly speakerId: string | null;
  readonly claims: number;
}

/**
 * How many claims does each outlet give to each speaker in these events? The most first; retracted ones don't count.
 * Counted before anything is joined, so that an outlet is looked up once a group and not once a claim.
 */
export const claimCountsOfEvents = linkedRows<ClaimCount>({
  entity: {
    query: `SELECT source_id, speaker_id, count(*)::integer AS claims FROM claim
      WHERE event_id = parent.id AND retracted_at IS NULL GROUP BY source_id, speaker_id`,
    columns: { claims: 'claims', sourceId: 'source_id', speakerId: 'speaker_id' },
    keys: { source: 'sourceId', speaker: 'speakerId' },
  },
  link: 'true',
  order: 'row.claims DESC, row.source_id, row.speaker_id',
});
