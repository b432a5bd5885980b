import type { AveragedPerceptron } from './perceptron.js';
import { encodeWeight, fingerprintOf, Weights } from './weights.js';

/** What may be left out of packed weights. */
export interface Pruning {
  /** Features none of whose averaged weights reaches this are left out. */
  readonly least?: number;
  /** Of the features that remain, at most so many are kept, those with the largest weights. */
  readonly most?: number;
}

/**
 * Packs the averaged weights of a perceptron: prunes, quantises and places them in a table.
 * The same perceptron gives the same table.
 */
export function packWeights(perceptron: AveragedPerceptron, pruning: Pruning = {}): Weights {
  const { classes } = perceptron;
  const rows = collectRows((visit) => perceptron.forEachAverage(visit), pruning);
  let largest = 0;
  for (const row of rows) largest = Math.max(largest, row.largest);

  let capacity = 16;
  while (capacity * 2 < rows.length * 3) capacity *= 2;
  const fingerprints = new Uint16Array(capacity);
  const rowOfSlot: (Row | undefined)[] = new Array<Row | undefined>(capacity);
  for (const row of rows) {
    let slot = row.low & (capacity - 1);
    // Of two features that the table can't tell apart the first, which has the larger weights, stays.
    while (fingerprints[slot] !== 0 && fingerprints[slot] !== fingerprintOf(row.high))
      slot = (slot + 1) & (capacity - 1);
    if (fingerprints[slot] !== 0) continue;
    fingerprints[slot] = fingerprintOf(row.high);
    rowOfSlot[slot] = row;
  }

  const encoded = (weight: number) => encodeWeight(weight, largest) & 255;
  const values: number[] = [];
  const valueClasses: number[] = [];
  const starts = new Uint32Array(capacity + 1);
  for (let slot = 0; slot < capacity; slot++) {
    starts[slot] = values.length;
    rowOfSlot[slot]?.classes.forEach((weightClass, at) => {
      const value = encoded(rowOfSlot[slot]!.weights[at]);
      if (value === 0) return;
      valueClasses.push(weightClass);
      values.push(value);
    });
  }
  starts[capacity] = values.length;
  return new Weights({
    classes,
    largest,
    fingerprints,
    values: Uint8Array.from(values),
    starts,
    valueClasses: Uint8Array.from(valueClasses),
  });
}

/** Takes a feature's weights one after the other. */
export type WeightVisitor = (high: number, low: number, weightClass: number, weight: number) => void;

interface Row {
  readonly high: number;
  readonly low: number;
  readonly classes: number[];
  readonly weights: number[];
  largest: number;
}

/** The rows that are kept, the largest weights first. */
export function collectRows(
  forEachWeight: (visit: WeightVisitor) => void,
  { least = 0, most = Infinity }: Pruning,
): Row[] {
  const rows: Row[] = [];
  let row: Row | undefined;
  forEachWeight((high, low, weightClass, weight) => {
    if (row?.high !== high || row.low !== low) {
      row = { high, low, classes: [], weights: [], largest: 0 };
      rows.push(row);
    }
    row.classes.push(weightClass);
    row.weights.push(weight);
    row.largest = Math.max(row.largest, Math.abs(weight));
  });
  return rows
    .filter((each) => each.largest >= least)
    .sort((a, b) => b.largest - a.largest || a.high - b.high || a.low - b.low)
    .slice(0, most);
}
