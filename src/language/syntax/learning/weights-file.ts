import { ThreeWayWeights } from './three-way-weights.js';
import { Weights } from './weights.js';

/**
 * Weights to bytes and back. Numbers are little-endian. Layout of both kinds:
 *
 * - header: four letters that name the kind; classes, bits of capacity, features and values (32 bits each); the
 *   largest weight (64 bits);
 * - a bit for each slot, 1 if it holds a feature;
 * - then, feature by feature in the order of slots, columns of bytes: the fingerprints' low bytes, their high bytes;
 *   of three-way weights ("PWT3") those of class 1, those of class 2; of others ("PWTS") how many values each feature
 *   has, the values' classes, the values.
 *
 * Several models can stand one after the other in a file: reading tells where one ends.
 */
export function writeWeights(weights: Weights): Uint8Array {
  const { classes, largest, fingerprints, values, starts, valueClasses } = weights.parts;
  const slots = usedSlots(fingerprints);
  const head = { kind: sparseKind, classes, capacity: fingerprints.length, values: values.length, largest };
  const { bytes, columnsAt } = start(head, slots, 3 * slots.length + 2 * values.length);
  const column = writer(bytes, columnsAt, slots);
  column((slot) => fingerprints[slot] & 255);
  column((slot) => fingerprints[slot] >> 8);
  column((slot) => starts[slot + 1] - starts[slot]);
  bytes.set(valueClasses, columnsAt + 3 * slots.length);
  bytes.set(values, columnsAt + 3 * slots.length + values.length);
  return bytes;
}

/** As `writeWeights`. */
export function writeThreeWayWeights(weights: ThreeWayWeights): Uint8Array {
  const slots = usedSlots(weights.slots);
  const head = { kind: threeWayKind, classes: 3, capacity: weights.slots.length, values: 0, largest: weights.largest };
  const { bytes, columnsAt } = start(head, slots, 4 * slots.length);
  const column = writer(bytes, columnsAt, slots);
  for (const shift of [16, 24, 8, 0]) column((slot) => (weights.slots[slot] >> shift) & 255);
  return bytes;
}

/**
 * Reads weights from the bytes, from `offset` on.
 *
 * @returns The weights, and the offset where they end.
 * @throws RangeError If the bytes aren't those of weights, or are cut off.
 */
export function readWeights(bytes: Uint8Array, offset = 0): { weights: Weights; end: number } {
  const { classes, capacity, features, values, largest, columnsAt } = readHeader(bytes, offset, sparseKind);
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

/** As `readWeights`. */
export function readThreeWayWeights(bytes: Uint8Array, offset = 0): { weights: ThreeWayWeights; end: number } {
  const { capacity, features, largest, columnsAt } = readHeader(bytes, offset, threeWayKind);
  const end = columnsAt + 4 * features;
  if (bytes.length < end) throw new RangeError('The weights of a model are cut off.');
  const slots = new Int32Array(capacity);
  let at = columnsAt;
  for (let slot = 0; slot < capacity; slot++) {
    if (!isUsed(bytes, offset, slot)) continue;
    slots[slot] =
      (bytes[at] << 16) | (bytes[at + features] << 24) | (bytes[at + 2 * features] << 8) | bytes[at + 3 * features];
    at++;
  }
  return { weights: new ThreeWayWeights(slots, largest), end };
}

const sparseKind = 0x50575453;
const threeWayKind = 0x50575433;
const headerLength = 28;

function usedSlots(slots: ArrayLike<number>): number[] {
  const used: number[] = [];
  for (let slot = 0; slot < slots.length; slot++) if (slots[slot] !== 0) used.push(slot);
  return used;
}

interface Head {
  readonly kind: number;
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
  view.setUint32(0, head.kind);
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

function readHeader(bytes: Uint8Array, offset: number, kind: number): Head & { features: number; columnsAt: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < offset + headerLength || view.getUint32(offset) !== kind)
    throw new RangeError('These bytes are not the weights of a model of this kind.');
  const capacity = 2 ** view.getUint32(offset + 8, true);
  return {
    kind,
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
