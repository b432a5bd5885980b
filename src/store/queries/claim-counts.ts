import { linkedRows } from './linked-rows.js';

/** How many claims one outlet gives to one speaker. */
interface ClaimCount {
  readonly sourceId: string;
  /** Null for the outlet's own voice, and for speakers who could not be told. */
  readonly speakerId: string | null;
  readonly claims: number;
}

/** An outlet may quote thousands in its lifetime; who comes behind so many is quoted once or twice. */
export const mostClaimCounts = 100;

/**
 * How many claims does each outlet give to each speaker, among those of a parent? The most first; retracted ones don't
 * count. Counted before anything is joined, so that an outlet is looked up once a group and not once a claim.
 * @param column what ties a claim to its parent
 */
function claimCountsBy(column: 'event_id' | 'source_id' | 'speaker_id' | 'proposition_id', bound = '') {
  return linkedRows<ClaimCount>({
    entity: {
      query: `SELECT source_id, speaker_id, count(*)::integer AS claims FROM claim
        WHERE ${column} = parent.id AND retracted_at IS NULL GROUP BY source_id, speaker_id ${bound}`,
      columns: { claims: 'claims', sourceId: 'source_id', speakerId: 'speaker_id' },
      keys: { source: 'sourceId', speaker: 'speakerId' },
    },
    link: 'true',
    order: 'row.claims DESC, row.source_id, row.speaker_id',
  });
}

const most = `ORDER BY claims DESC, source_id, speaker_id LIMIT ${mostClaimCounts}`;

export const claimCountsOfEvents = claimCountsBy('event_id');
export const claimCountsOfPropositions = claimCountsBy('proposition_id');
export const claimCountsOfSources = claimCountsBy('source_id', most);
export const claimCountsOfActors = claimCountsBy('speaker_id', most);
