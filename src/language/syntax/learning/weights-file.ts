import { mostDenseClasses, Weights } from './weights.js';

/**
 * Weights to bytes and back. Layout, numbers little-endian:
 *
 * - header: the letters "PWT1", classes, bits of capacity, features, values (32 bits each), largest weight (64 bits);
 * - a bit for each slot, 1 if it holds a feature;
 * - then, feature by feature in the order of slots, columns of bytes, which compress better than records: the
 *   fingerprints' low bytes, their high bytes; dense, the weights of class 0, of class 1 …; sparse, how many weights
 *   each feature has, the weights' classes, the weights.
 *
 * A whole model's parts can stand one after the other in a file: `readWeights` tells where one ends.
 */
export function writeWeights(weights: Weights): Uint8Array {
  const { classes, largest, fingerprints, values, starts, valueClasses } = weights.parts;
  const slots: number[] = [];
  fingerprints.forEach((fingerprint, slot) => fingerprint !== 0 && slots.push(slot));
  const dense = classes <= mostDenseClasses;
  const valueCount = dense ? slots.length * classes : values.length;
  const bitmap = Math.ceil(fingerprints.length / 8);
  const bytes = new Uint8Array(headerLength + bitmap + slots.length * (dense ? 2 : 3) + valueCount * (dense ? 1 : 2));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, mark);
  view.setUint32(4, classes, true);
  view.setUint32(8, Math.log2(fingerprints.length), true);
  view.setUint32(12, slots.length, true);
  view.setUint32(16, valueCount, true);
  view.setFloat64(20, largest, true);
  let at = headerLength;
  for (const slot of slots) bytes[at + (slot >> 3)] |= 1 << (slot & 7);
  at += bitmap;
  for (const slot of slots) bytes[at++] = fingerprints[slot] & 255;
  for (const slot of slots) bytes[at++] = fingerprints[slot] >> 8;
  if (dense) {
    for (let weightClass = 0; weightClass < classes; weightClass++)
      for (const slot of slots) bytes[at++] = values[slot * classes + weightClass];
    return bytes;
  }
  for (const slot of slots) bytes[at++] = starts[slot + 1] - starts[slot];
  bytes.set(valueClasses, at);
  bytes.set(values, at + valueCount);
  return bytes;
}

/**
 * Reads weights from the bytes, from `offset` on.
 *
 * @returns The weights, and the offset where they end.
 * @throws RangeError If the bytes aren't those of weights, or are cut off.
 */
export function readWeights(bytes: Uint8Array, offset = 0): { weights: Weights; end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < offset + headerLength || view.getUint32(offset) !== mark)
    throw new RangeError('These bytes are not the weights of a model.');
  const classes = view.getUint32(offset + 4, true);
  const capacity = 2 ** view.getUint32(offset + 8, true);
  const count = view.getUint32(offset + 12, true);
  const valueCount = view.getUint32(offset + 16, true);
  const largest = view.getFloat64(offset + 20, true);
  const dense = classes <= mostDenseClasses;
  const bitmapAt = offset + headerLength;
  const lowAt = bitmapAt + Math.ceil(capacity / 8);
  const highAt = lowAt + count;
  const rowsAt = highAt + count;
  const end = rowsAt + (dense ? valueCount : count + 2 * valueCount);
  if (bytes.length < end) throw new RangeError('The weights of a model are cut off.');

  const fingerprints = new Uint16Array(capacity);
  const starts = new Uint32Array(dense ? 0 : capacity + 1);
  const denseValues = new Uint8Array(dense ? capacity * classes : 0);
  let feature = 0;
  let start = 0;
  for (let slot = 0; slot < capacity; slot++) {
    if (!dense) starts[slot] = start;
    if ((bytes[bitmapAt + (slot >> 3)] & (1 << (slot & 7))) === 0) continue;
    fingerprints[slot] = bytes[lowAt + feature] | (bytes[highAt + feature] << 8);
    if (!dense) start += bytes[rowsAt + feature];
    else
      for (let weightClass = 0; weightClass < classes; weightClass++)
        denseValues[slot * classes + weightClass] = bytes[rowsAt + weightClass * count + feature];
    feature++;
  }
  if (!dense) starts[capacity] = start;
  const valueClasses = dense ? new Uint8Array(0) : bytes.slice(rowsAt + count, rowsAt + count + valueCount);
  const values = dense ? denseValues : bytes.slice(rowsAt + count + valueCount, end);
  return { weights: new Weights({ classes, largest, fingerprints, values, starts, valueClasses }), end };
}

const headerLength = 28;
const mark = 0x50575431;
