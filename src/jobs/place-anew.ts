import type { EventAssignment, Method } from '../pipeline/values.js';
import type { Neighbour } from '../store/analysis/load.js';
import { methods } from './methods.js';

/** From this confidence on stage 4 says that an article is like none of the others, and not only not like them enough. */
const sureToBeApart = 0.9;

const isByThisEngine = ({ engine, version }: Method) =>
  engine === methods.events.engine && version === methods.events.version;

/**
 * Where an article goes that a replaced engine put into an event. A newer engine groups articles again as they were grouped
 * first, each among those that it has placed before it, so that the same engine would come to the same events. The first
 * one of an event that it comes to keeps it, and with it the id that others know.
 *
 * An article leaves its event only when it is more like another one, or like nothing in its own: asked again in
 * hindsight, the first of a long event is often not like the average of what followed it.
 *
 * @param ask which of these neighbours' events it belongs to; null when one of them went away meanwhile
 * @returns the event null for one of its own
 */
export async function placeAnew(
  ownEventId: string,
  neighbours: readonly Neighbour[],
  isAlone: boolean,
  ask: (among: readonly Neighbour[]) => Promise<EventAssignment | null>,
): Promise<EventAssignment | null> {
  const placed = neighbours.filter(({ placedBy }) => isByThisEngine(placedBy));
  const replayed = await ask(placed);
  if (replayed === null || replayed.event !== null) return replayed;
  if (isAlone) return { ...replayed, event: ownEventId };
  const whole = await ask(neighbours);
  if (whole === null) return null;
  const isTaken = placed.some(({ eventId }) => eventId === ownEventId);
  const stays = isTaken ? whole.event === ownEventId : !isApart(whole);
  return { ...replayed, event: stays ? ownEventId : null };
}

const isApart = ({ event, confidence, isRoundup }: EventAssignment) =>
  isRoundup || (event === null && confidence >= sureToBeApart);
