import type { ClaimChange } from '../../entities/index.js';
import { ParallaxError } from '../errors.js';
import type { FollowerPlace } from '../store/claim-log.js';
import { actorsMergedInto } from '../store/queries/actors-merged-into.js';
import { claimChangesAfter, claimLogEnd, highestClaimPosition } from '../store/queries/claim-changes.js';
import type { Store } from '../store/store.js';
import { Alarm } from './alarm.js';
import { decodeLogCursor, encodeLogCursor } from './log-cursor.js';

/**
 * What a follower wants to see: any of each list. Ids are those of the database, and what is absent or null narrows
 * nothing.
 */
export interface ClaimChangeFilter {
  readonly sources?: readonly string[] | null;
  readonly speakers?: readonly string[] | null;
  readonly events?: readonly string[] | null;
  readonly kinds?: readonly string[] | null;
}

/** A stretch of the log. Its cursor stands after all that was looked at, also what the filter left out. */
export interface ClaimChangeBatch {
  readonly cursor: string;
  readonly changes: readonly ClaimChange[];
}

/** Entries read at a time, and so the most that one follower holds in memory. */
const batchSize = 100;

/** How often the log is asked for what other processes wrote, in milliseconds. */
const pollInterval = 500;

/** Entries that a filter may leave out before an empty batch tells the follower how far the log was searched. */
const quietStretch = 5_000;

/**
 * Follows the log of claim changes without skipping or repeating an entry.
 *
 * It starts after `after`, else at the end of the log, and first gives an empty batch, so that the follower holds a
 * cursor before anything happens. Then it reads on in order of position, a batch at a time and only when asked for the
 * next: whoever is slow lags behind, nothing piles up. At the end of the log it sleeps until this process appends or the
 * poll interval has passed. Positions become visible in order (see src/store/claim-log.ts), so reading on from the last
 * position seen misses nothing.
 *
 * `return()` ends it at once, also while it sleeps.
 *
 * @param after a cursor of an earlier batch; null to begin with what happens from now on
 * @throws ParallaxError BAD_USER_INPUT when the cursor is not ours or stands for a position that was never given out
 */
export async function followClaimLog(
  store: Store,
  after: string | null,
  filter: ClaimChangeFilter = {},
): Promise<AsyncIterableIterator<ClaimChangeBatch>> {
  const start = await startingPosition(store, after);
  const alarm = new Alarm();
  const stop = new AbortController();
  const wake = () => alarm.wake();
  store.claimLog.on('appended', wake);
  const place = store.claimLog.join(start);
  const detach = () => {
    store.claimLog.off('appended', wake);
    store.claimLog.leave(place);
  };
  const batches = readOn(store, place, after === null, filter, alarm, stop.signal);
  const follower: AsyncIterableIterator<ClaimChangeBatch> = {
    next: () =>
      batches.next().catch((error: unknown) => {
        detach();
        throw error;
      }),
    // A generator's own `return` waits for a `next` under way, which may be asleep: wake it first.
    async return() {
      detach();
      stop.abort();
      alarm.wake();
      return batches.return(undefined);
    },
    [Symbol.asyncIterator]: () => follower,
  };
  return follower;
}

async function startingPosition(store: Store, after: string | null): Promise<string> {
  if (after === null) return claimLogEnd(store);
  const wanted = decodeLogCursor(after);
  // Not the visible end: that falls when the demo is removed, and a cursor given out before must still be good.
  if (BigInt(wanted) > BigInt(await highestClaimPosition(store))) {
    throw new ParallaxError(
      'BAD_USER_INPUT',
      '`after` lies behind the end of the log: it was given out by another database, or this one was restored.',
    );
  }
  return wanted;
}

async function* readOn(
  store: Store,
  place: FollowerPlace,
  greets: boolean,
  filter: ClaimChangeFilter,
  alarm: Alarm,
  signal: AbortSignal,
): AsyncGenerator<ClaimChangeBatch, undefined, undefined> {
  let { position } = place;
  let leftOut = 0;
  if (greets) yield { cursor: encodeLogCursor(position), changes: [] };
  while (!signal.aborted) {
    const entries = await claimChangesAfter(store, position, batchSize);
    position = entries.at(-1)?.position ?? position;
    place.position = position;
    const wanted = entries.length > 0 ? await withMerged(store, filter) : filter;
    const changes = entries.filter((entry) => matches(entry, wanted));
    leftOut = changes.length > 0 ? 0 : leftOut + entries.length;
    if (changes.length > 0 || leftOut >= quietStretch) {
      leftOut = 0;
      yield { cursor: encodeLogCursor(position), changes };
    }
    if (entries.length < batchSize && !signal.aborted) await alarm.sleep(pollInterval);
  }
}

/** Who follows an actor that was merged meanwhile follows the one that it is now as well. */
async function withMerged(store: Store, filter: ClaimChangeFilter): Promise<ClaimChangeFilter> {
  if (filter.speakers == null) return filter;
  const merged = await actorsMergedInto(store, filter.speakers);
  return merged.length === 0 ? filter : { ...filter, speakers: [...filter.speakers, ...merged] };
}

function matches(entry: ClaimChange, filter: ClaimChangeFilter): boolean {
  const holds = (wanted: readonly string[] | null | undefined, value: string | null) =>
    wanted == null || (value !== null && wanted.includes(value));
  return (
    holds(filter.sources, entry.sourceId) &&
    (holds(filter.speakers, entry.speakerId) ||
      (entry.previousSpeakerId !== null && holds(filter.speakers, entry.previousSpeakerId))) &&
    holds(filter.events, entry.eventId) &&
    holds(filter.kinds, entry.claimKind)
  );
}
