import { Weights } from './weights.js';

/**
 * Weights to bytes and back. Numbers are little-endian. Layout:
 *
 * - header: four letters that name the kind; classes, bits of capacity, features and values (32 bits each); the
 *   largest weight (64 bits);
 * - a bit for each slot, 1 if it holds a feature;
 * - then, feature by feature in the order of slots, columns of bytes: the fingerprints' low bytes, their high bytes;
 *   how many values each feature has, the values' classes, the values.
 *
 * Several models can stand one after the other in a file: reading tells where one ends.
 */
export function writeWeights(weights: Weights): Uint8Array {
  const { classes, largest, fingerprints, values, starts, valueClasses } = weights.parts;
  const slots = usedSlots(fingerprints);
  const head = { classes, capacity: fingerprints.length, values: values.length, largest };
  const { bytes, columnsAt } = start(head, slots, 3 * slots.length + 2 * values.length);
  const column = writer(bytes, columnsAt, slots);
  column((slot) => fingerprints[slot] & 255);
  column((slot) => fingerprints[slot] >> 8);
  column((slot) => starts[slot + 1] - starts[slot]);
  bytes.set(valueClasses, columnsAt + 3 * slots.length);
  bytes.set(values, columnsAt + 3 * slots.length + values.length);
  return bytes;
}

/**
 * Reads weights from the bytes, from `offset` on.
 *
 * @returns The weights, and the offset where they end.
 * @throws RangeError If the bytes aren't those of weights, or are cut off.
 */
export function readWeights(bytes: Uint8Array, offset = 0): { weights: Weights; end: number } {
  const { classes, capacity, features, values, largest, columnsAt } = readHeader(bytes, offset);
  const classesAt = columnsAt + 3 * features;
  const end = classesAt + 2 * values;
  if (bytes.length < end) throw new RangeError('The weights of a model are cut off.');
  const fingerprints = new Uint16Array(capacity);
  const starts = new Uint32Array(capacity + 1);
  let at = 0;
  let value = 0;
  for (let slot = 0; slot < capacity; slot++) {
    starts[slot] = value;
    if (!isUsed(bytes, offset, slot)) continue;
    fingerprints[slot] = bytes[columnsAt + at] | (bytes[columnsAt + features + at] << 8);
    value += bytes[columnsAt + 2 * features + at];
    at++;
  }
  starts[capacity] = value;
  const weights = new Weights({
    classes,
    largest,
    fingerprints,
    starts,
    valueClasses: bytes.slice(classesAt, classesAt + values),
    values: bytes.slice(classesAt + values, end),
  });
  return { weights, end };
}

const kind = 0x50575453;
const headerLength = 28;

function usedSlots(slots: ArrayLike<number>): number[] {
  const used: number[] = [];
  for (let slot = 0; slot < slots.length; slot++) if (slots[slot] !== 0) used.push(slot);
  return used;
}

interface Head {
  readonly classes: number;
  readonly capacity: number;
  readonly values: number;
  readonly largest: number;
}

/** Bytes with header and bitmap, and where the columns begin. */
function start(head: Head, slots: readonly number[], columnsLength: number): { bytes: Uint8Array; columnsAt: number } {
  const columnsAt = headerLength + head.capacity / 8;
  const bytes = new Uint8Array(columnsAt + columnsLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, kind);
  view.setUint32(4, head.classes, true);
  view.setUint32(8, Math.log2(head.capacity), true);
  view.setUint32(12, slots.length, true);
  view.setUint32(16, head.values, true);
  view.setFloat64(20, head.largest, true);
  for (const slot of slots) bytes[headerLength + (slot >> 3)] |= 1 << (slot & 7);
  return { bytes, columnsAt };
}

/** Writes one column after the other. */
function writer(bytes: Uint8Array, at: number, slots: readonly number[]): (byteOf: (slot: number) => number) => void {
  return (byteOf) => {
    for (const slot of slots) bytes[at++] = byteOf(slot);
  };
}

function readHeader(bytes: Uint8Array, offset: number): Head & { features: number; columnsAt: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < offset + headerLength || view.getUint32(offset) !== kind)
    throw new RangeError('These bytes are not the weights of a model of this kind.');
  const capacity = 2 ** view.getUint32(offset + 8, true);
  return {
    classes: view.getUint32(offset + 4, true),
    capacity,
    features: view.getUint32(offset + 12, true),
    values: view.getUint32(offset + 16, true),
    largest: view.getFloat64(offset + 20, true),
    columnsAt: offset + headerLength + capacity / 8,
  };
}

function isUsed(bytes: Uint8Array, offset: number, slot: number): boolean {
  return (bytes[offset + headerLength + (slot >> 3)] & (1 << (slot & 7))) !== 0;
}
