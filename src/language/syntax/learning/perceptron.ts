import { FeatureIndex } from './feature-index.js';
import type { FeatureList } from './feature-list.js';
import type { Scorer } from './scorer.js';

/**
 * The averaged perceptron of many classes: M. Collins, "Discriminative training methods for hidden Markov models",
 * EMNLP 2002. The average is kept lazily: beside each weight stands the sum of its changes, each times the moment it
 * was made, and the average after `time` moments is weight - sum / time (H. Daumé III, 2006, algorithm 2.1).
 *
 * A feature gets a row at the first update that it takes part in, and a cell for each class that an update touched:
 * of fifty classes a feature meets three or four, so rows are linked lists of cells in typed arrays.
 *
 * Use: for each decision `score`, then `update` if it was wrong, then `advance`.
 */
export class AveragedPerceptron implements Scorer {
  readonly index = new FeatureIndex();
  private time = 1;
  /** For each row its first cell + 1. */
  private firstCells = new Int32Array(1 << 16);
  private cellCount = 0;
  private nextCells = new Int32Array(1 << 16);
  private cellClasses = new Uint8Array(1 << 16);
  private weights = new Float32Array(1 << 16);
  private timedSums = new Float64Array(1 << 16);

  /** @param classes How many classes there are, at most 256. */
  constructor(readonly classes: number) {}

  /** Scores by the weights of this moment, not by the average, as training wants it. */
  score(features: FeatureList, out: Float64Array): void {
    out.fill(0, 0, this.classes);
    for (let at = 0; at < features.count; at++) {
      const row = this.index.find(features.high[at], features.low[at]);
      if (row < 0) continue;
      for (let cell = this.firstCells[row] - 1; cell >= 0; cell = this.nextCells[cell] - 1)
        out[this.cellClasses[cell]] += this.weights[cell];
    }
  }

  /** Raises the right class's weights of these features and lowers the wrong one's, by 1 or by `amount`. */
  update(features: FeatureList, right: number, wrong: number, amount = 1): void {
    if (right === wrong) return;
    for (let at = 0; at < features.count; at++) {
      const row = this.index.add(features.high[at], features.low[at]);
      if (row >= this.firstCells.length) this.firstCells = grown(this.firstCells, Int32Array);
      this.change(row, right, amount);
      this.change(row, wrong, -amount);
    }
  }

  /** Ends a moment of the average: call it once for each decision, right or wrong. */
  advance(): void {
    this.time++;
  }

  /** Calls back with every averaged weight that isn't 0, a feature's weights one after the other. */
  forEachAverage(visit: (high: number, low: number, weightClass: number, weight: number) => void): void {
    this.index.forEach((high, low, row) => {
      for (let cell = this.firstCells[row] - 1; cell >= 0; cell = this.nextCells[cell] - 1) {
        const average = this.weights[cell] - this.timedSums[cell] / this.time;
        if (average !== 0) visit(high, low, this.cellClasses[cell], average);
      }
    });
  }

  private change(row: number, weightClass: number, amount: number): void {
    let cell = this.firstCells[row] - 1;
    while (cell >= 0 && this.cellClasses[cell] !== weightClass) cell = this.nextCells[cell] - 1;
    if (cell < 0) cell = this.addCell(row, weightClass);
    this.weights[cell] += amount;
    this.timedSums[cell] += amount * this.time;
  }

  private addCell(row: number, weightClass: number): number {
    if (this.cellCount === this.nextCells.length) {
      this.nextCells = grown(this.nextCells, Int32Array);
      this.cellClasses = grown(this.cellClasses, Uint8Array);
      this.weights = grown(this.weights, Float32Array);
      this.timedSums = grown(this.timedSums, Float64Array);
    }
    const cell = this.cellCount++;
    this.cellClasses[cell] = weightClass;
    this.nextCells[cell] = this.firstCells[row];
    this.firstCells[row] = cell + 1;
    return cell;
  }
}

function grown<Values extends { length: number }>(values: Values, type: { new (length: number): Values }): Values {
  const larger = new type(values.length * 2);
  (larger as unknown as { set(from: Values): void }).set(values);
  return larger;
}
