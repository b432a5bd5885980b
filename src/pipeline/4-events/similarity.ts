import { cosine, type Rarity, type Vector } from './rarity.js';
import type { EventFeatures } from './features.js';

/** An article as it is compared: its vectors under one state of the rarities. */
export interface Weighted {
  readonly features: EventFeatures;
  readonly terms: Vector;
  readonly headline: Vector;
}

const day = 86_400_000;
// σ of the decay. A third of the events of a large English set end within a day, and the follow-ups two or three days
// later are mostly events of their own.
const decayDays = 2;
const headlineShare = 0.2;

/** Articles further apart than this are never compared. */
export const windowDays = 14;

export function weighted(features: EventFeatures, rarity: Rarity): Weighted {
  return { features, terms: rarity.vector(features.terms), headline: rarity.vector(features.headline) };
}

/**
 * How alike two articles are: cosine of their words (four fifths) and of their headlines (one fifth), less with the time
 * between them (Gaussian decay).
 * @returns 0 to 1
 */
export function similarity(first: Weighted, second: Weighted): number {
  const days = Math.abs(first.features.time - second.features.time) / day;
  if (!(days <= windowDays)) return 0;
  const words = (1 - headlineShare) * cosine(first.terms, second.terms);
  const headlines = headlineShare * cosine(first.headline, second.headline);
  return (words + headlines) * Math.exp(-(days * days) / (2 * decayDays * decayDays));
}
