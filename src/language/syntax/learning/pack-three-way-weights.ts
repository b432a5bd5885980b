import type { DensePerceptron } from './dense-perceptron.js';
import { collectRows, type Pruning, type WeightVisitor } from './pack-weights.js';
import { ThreeWayWeights } from './three-way-weights.js';
import { encodeWeight, fingerprintOf } from './weights.js';

/** Packs the averaged weights of a perceptron of three classes: see `packWeights`. */
export function packThreeWayWeights(perceptron: DensePerceptron, pruning: Pruning = {}): ThreeWayWeights {
  const rows = collectRows((visit) => forEachDifference(perceptron, visit), pruning);
  const largest = rows.length ? rows[0].largest : 1;
  let capacity = 16;
  while (capacity * 3 < rows.length * 4) capacity *= 2;
  const slots = new Int32Array(capacity);
  for (const row of rows) {
    const weights = [0, 0, 0];
    row.classes.forEach((weightClass, at) => (weights[weightClass] = encodeWeight(row.weights[at], largest) & 255));
    const fingerprint = fingerprintOf(row.high);
    let slot = row.low & (capacity - 1);
    // Of two features that the table can't tell apart the first, which has the larger weights, stays.
    while (slots[slot] !== 0 && slots[slot] >>> 16 !== fingerprint) slot = (slot + 1) & (capacity - 1);
    if (slots[slot] === 0) slots[slot] = (fingerprint << 16) | (weights[1] << 8) | weights[2];
  }
  return new ThreeWayWeights(slots, largest);
}

/** Calls back with what classes 1 and 2 weigh more than class 0. */
function forEachDifference(perceptron: DensePerceptron, visit: WeightVisitor): void {
  const row = [0, 0, 0];
  let seen: readonly [number, number] | null = null;
  const flush = (): void => {
    for (const weightClass of [1, 2])
      if (seen && row[weightClass] !== row[0]) visit(seen[0], seen[1], weightClass, row[weightClass] - row[0]);
    row.fill(0);
  };
  perceptron.forEachAverage((high, low, weightClass, weight) => {
    if (seen?.[0] !== high || seen[1] !== low) {
      flush();
      seen = [high, low];
    }
    row[weightClass] = weight;
  });
  flush();
}
