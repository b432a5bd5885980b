import { Actor, Source } from '../../../entities/index.js';
import type { Store } from '../store.js';
import { groupedBy, rowShape } from './row.js';

/** How many claims one outlet gives to one speaker in an event. */
export interface ClaimCount {
  readonly source: Source;
  /** Null for the outlet's own voice, and for speakers who could not be told. */
  readonly speaker: Actor | null;
  readonly claims: number;
}

/**
 * How many claims does each outlet give to each speaker in these events? The most first; retracted ones don't count.
 * Counted before anything is joined, so that a row is looked up once a group and not once a claim.
 */
export async function claimCountsOfEvents(store: Store, eventIds: readonly string[]): Promise<ClaimCount[][]> {
  const [sources, actors] = [rowShape(store, Source), rowShape(store, Actor)];
  const [ofSource, ofActor] = [sources.pick(null), actors.pick(null)];
  const values = (alias: string, columns: readonly { readonly name: string }[]) =>
    `json_build_array(${columns.map(({ name }) => `${alias}.${name}`).join(', ')})`;
  const raw = await store.reader.query<
    { parent: string; claims: number; source: unknown[]; speaker: unknown[] | null }[]
  >(
    `SELECT counted.event_id AS parent, counted.claims, ${values('source', ofSource)} AS source,
       CASE WHEN actor.id IS NOT NULL THEN ${values('actor', ofActor)} END AS speaker
     FROM (SELECT event_id, source_id, speaker_id, count(*)::integer AS claims
           FROM claim WHERE event_id = ANY($1::uuid[]) AND retracted_at IS NULL
           GROUP BY event_id, source_id, speaker_id) counted
     JOIN source ON source.id = counted.source_id LEFT JOIN actor ON actor.id = counted.speaker_id
     ORDER BY counted.event_id, counted.claims DESC, counted.source_id, counted.speaker_id`,
    [eventIds],
  );
  return groupedBy(eventIds, raw, (row) => row.parent).map((rows) =>
    rows.map(({ claims, source, speaker }) => ({
      claims,
      source: sources.readJson(ofSource, source),
      speaker: speaker && actors.readJson(ofActor, speaker),
    })),
  );
}
