import { FeatureIndex } from './feature-index.js';
import type { FeatureList } from './feature-list.js';
import type { Scorer } from './scorer.js';

/**
 * The averaged perceptron (see `AveragedPerceptron`) of a few classes: a row holds a weight for every class side by
 * side, so that a feature costs two lines of the cache instead of seven; training a parser takes half the time.
 */
export class DensePerceptron implements Scorer {
  readonly index = new FeatureIndex();
  private time = 1;
  private weights: Float32Array;
  private timedSums: Float64Array;

  constructor(readonly classes: number) {
    this.weights = new Float32Array(classes << 16);
    this.timedSums = new Float64Array(classes << 16);
  }

  /** Scores by the weights of this moment, not by the average, as training wants it. */
  score(features: FeatureList, out: Float64Array): void {
    const { classes, weights, index } = this;
    out.fill(0, 0, classes);
    for (let at = 0; at < features.count; at++) {
      const start = index.find(features.high[at], features.low[at]) * classes;
      if (start < 0) continue;
      for (let weightClass = 0; weightClass < classes; weightClass++) out[weightClass] += weights[start + weightClass];
    }
  }

  /** Raises the right class's weights of these features and lowers the wrong one's by 1. */
  update(features: FeatureList, right: number, wrong: number): void {
    if (right === wrong) return;
    for (let at = 0; at < features.count; at++) {
      const start = this.index.add(features.high[at], features.low[at]) * this.classes;
      if (start + this.classes > this.weights.length) this.grow();
      this.weights[start + right]++;
      this.timedSums[start + right] += this.time;
      this.weights[start + wrong]--;
      this.timedSums[start + wrong] -= this.time;
    }
  }

  /** Ends a moment of the average: call it once for each decision, right or wrong. */
  advance(): void {
    this.time++;
  }

  /** Calls back with every averaged weight that isn't 0, a feature's weights one after the other. */
  forEachAverage(visit: (high: number, low: number, weightClass: number, weight: number) => void): void {
    this.index.forEach((high, low, row) => {
      for (let weightClass = 0; weightClass < this.classes; weightClass++) {
        const at = row * this.classes + weightClass;
        const average = this.weights[at] - this.timedSums[at] / this.time;
        if (average !== 0) visit(high, low, weightClass, average);
      }
    });
  }

  private grow(): void {
    const { weights, timedSums } = this;
    this.weights = new Float32Array(weights.length * 2);
    this.weights.set(weights);
    this.timedSums = new Float64Array(timedSums.length * 2);
    this.timedSums.set(timedSums);
  }
}
