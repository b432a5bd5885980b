import type { EventAssignment } from '../values.js';
import type { Link } from './event-index.js';
import type { EventFeatures } from './features.js';
import { copyContainment } from './wire-copy.js';

// An article joins an event when its links to it are at least this strong on average. Set on real news: lower merges
// the days of one affair, higher splits off comments on it.
export const joinThreshold = 0.14;
// Of a large event only the articles nearest in time and words must be alike: it has more sides than one article tells.
const linksCounted = 5;
// How fast confidence grows with the distance from the threshold.
const steepness = 25;

/** How strongly an article is linked to a group: the mean of its best links, missing ones counted as 0. */
export function linkToGroup(similarities: readonly number[], groupSize: number): number {
  const counted = Math.min(groupSize, linksCounted);
  if (counted === 0) return 0;
  let sum = 0;
  for (const value of [...similarities].sort((a, b) => b - a).slice(0, counted)) sum += value;
  return sum / counted;
}

/**
 * Which event an article joins: that of the text it copies, else the one it is linked to most strongly, if strongly
 * enough. A roundup joins none and is joined by none.
 */
export function assignByLinks(
  features: EventFeatures,
  links: readonly Link[],
  eventOf: (articleId: string) => string,
  sizeOf: (event: string) => number,
): EventAssignment {
  const base = { articleId: features.articleId, isRoundup: features.isRoundup, copyOf: null };
  if (features.isRoundup) return { ...base, event: null, score: 0, confidence: 0.9 };
  const usable = links.filter((link) => !link.features.isRoundup);
  const copied = originalOf(usable);
  if (copied) {
    const copyOf = isBefore(copied.features, features) ? copied.features.articleId : null;
    return { ...base, event: eventOf(copied.features.articleId), score: copied.containment, confidence: 0.98, copyOf };
  }
  const byEvent = new Map<string, number[]>();
  for (const link of usable) {
    const event = eventOf(link.features.articleId);
    const list = byEvent.get(event);
    if (list) list.push(link.similarity);
    else byEvent.set(event, [link.similarity]);
  }
  let best: { event: string; score: number } | null = null;
  for (const [event, similarities] of byEvent) {
    const score = linkToGroup(similarities, sizeOf(event));
    if (!best || score > best.score || (score === best.score && event < best.event)) best = { event, score };
  }
  const confidence = 1 / (1 + Math.exp(-steepness * Math.abs((best?.score ?? 0) - joinThreshold)));
  if (!best || best.score < joinThreshold) return { ...base, event: null, score: 0, confidence };
  return { ...base, event: best.event, score: Math.min(1, best.score), confidence };
}

/** The text this one copies: the earliest of those that contain it or that it contains. */
function originalOf(links: readonly Link[]): Link | null {
  let original: Link | null = null;
  for (const link of links) {
    if (link.containment < copyContainment) continue;
    if (!original || isBefore(link.features, original.features)) original = link;
  }
  return original;
}

/** Which of two copies came first. Midnight to the millisecond is a date without a time: then some time that day. */
function isBefore(first: EventFeatures, second: EventFeatures): boolean {
  const [a, b] = [latest(first.time), latest(second.time)];
  return a < b || (a === b && first.articleId < second.articleId);
}

const day = 86_400_000;

function latest(time: number): number {
  return time % day === 0 ? time + day - 1 : time;
}
