import { ownActors } from './actors.js';
import { randomOf, shuffled } from './random.js';

/** How much there is of what, before any of it is made. */
export interface Shape {
  readonly seed: number;
  readonly sources: number;
  /** For each event its number of articles. */
  readonly sizes: readonly number[];
  /** For each event the day on which it begins, counted from the first of the data set. */
  readonly days: readonly number[];
}

export const claimsPerArticle = 10;

/** At scale 1; a scale of 10 is ten times as many of each, over ten times as long a time. */
const atScaleOne = { sources: 100, events: 500, articlesPerEvent: 20, days: 730 };

const leastArticles = 3;

/**
 * The sizes of events: a few of several hundred articles, most of under ten, all together `count` × `mean` articles.
 * Zipf–Mandelbrot, (rank + 20) ^ −2 over the ranks of 500 events, above the least; larger sets have the same shares.
 */
export function eventSizes(count: number, mean: number): number[] {
  const ranks = 500;
  const weights = Array.from({ length: count }, (_, place) => ((place + 0.5) * (ranks / count) + 20) ** -2);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const spread = count * (mean - leastArticles);
  const exact = weights.map((weight) => leastArticles + (weight / sum) * spread);
  const sizes = exact.map(Math.floor);
  let missing = count * mean - sizes.reduce((total, size) => total + size, 0);
  for (let place = 0; missing > 0; place = (place + 1) % count, missing -= 1) sizes[place] = (sizes[place] ?? 0) + 1;
  return sizes;
}

/**
 * The data set of the benchmark: at scale 1 it has 100 sources, 500 events, 10,000 articles, 100,000 claims and 2,000
 * actors, within two years.
 */
export function shapeOfScale(scale: number, seed: number): Shape {
  const events = Math.max(1, Math.round(atScaleOne.events * scale));
  const random = randomOf('shape', seed);
  const days = Math.max(60, Math.round(atScaleOne.days * scale));
  return {
    seed,
    sources: Math.max(1, Math.round(atScaleOne.sources * scale)),
    sizes: shuffled(eventSizes(events, atScaleOne.articlesPerEvent), random),
    days: Array.from({ length: events }, (_, place) => Math.floor(((place + random.next()) * days) / events)),
  };
}

/** What a shape adds up to. */
export function countsOf(shape: Shape) {
  const articles = shape.sizes.reduce((total, size) => total + size, 0);
  return {
    sources: shape.sources,
    articles,
    claims: articles * claimsPerArticle,
    actors: shape.sizes.length * ownActors,
    events: shape.sizes.length,
  };
}
