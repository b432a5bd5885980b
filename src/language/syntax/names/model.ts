import type { Weights } from '../learning/weights.js';
import { readWeights, writeWeights } from '../learning/weights-file.js';
import type { Calibration } from './calibration.js';

/** A trained name tagger, without the lexicon of its language. */
export interface NameModel {
  readonly weights: Weights;
  readonly calibration: Calibration;
}

/** A model as bytes: the calibration (two 64-bit numbers, little-endian), then the weights. */
export function writeNameModel({ weights, calibration }: NameModel): Uint8Array {
  const packed = writeWeights(weights);
  const bytes = new Uint8Array(16 + packed.length);
  const view = new DataView(bytes.buffer);
  view.setFloat64(0, calibration.intercept, true);
  view.setFloat64(8, calibration.slope, true);
  bytes.set(packed, 16);
  return bytes;
}

/** @throws RangeError If the bytes aren't those of a model, or are cut off. */
export function readNameModel(bytes: Uint8Array): NameModel {
  const { weights } = readWeights(bytes, 16);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { weights, calibration: { intercept: view.getFloat64(0, true), slope: view.getFloat64(8, true) } };
}
