import type { FeatureList } from './feature-list.js';

/** What scores the classes of a decision: a perceptron while it learns, packed weights afterwards. */
export interface Scorer {
  /** How many classes there are. */
  readonly classes: number;
  /**
   * Writes each class's score, the sum of its weights over the features.
   *
   * @param out At least `classes` long; overwritten.
   */
  score(features: FeatureList, out: Float64Array): void;
}

/** The class that scores most, the first of equals. */
export function bestClass(scores: Float64Array, classes: number): number {
  let best = 0;
  for (let index = 1; index < classes; index++) if (scores[index] > scores[best]) best = index;
  return best;
}
