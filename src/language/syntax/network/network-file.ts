import type { WordVectors } from './embeddings.js';
import { Arithmetic } from './arithmetic.js';
import { Network } from './network.js';
import { countParameters, countStates, type NetworkShape } from './shape.js';

/** What the places of a network stand for. */
export interface NetworkLists {
  /** Words in lower case; the first is row 1. */
  readonly words: readonly string[];
  /** A universal and a Penn tag with a blank between. */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
}

export interface NetworkFile {
  readonly network: Network;
  readonly lists: NetworkLists;
}

const kind = 0x504e4554;

/**
 * Words that a network reads together at most: every word is looked at as the head of every other. Sentences of 200
 * words, and what ends them.
 */
export const mostTogether = 204;

/**
 * A network to bytes, numbers little-endian: four letters "PNET"; the length of a text and that text, JSON of the shape and
 * the lists; then each parameter in order: its largest number (32-bit float) and a byte a number. A byte b stands for
 * sign(b) · (b / 127)² · largest, since most numbers are small.
 */
export function writeNetwork({ network, lists }: NetworkFile): Uint8Array {
  const head = new TextEncoder().encode(
    JSON.stringify({ shape: network.shape, lists, vectorColumns: network.vectorColumns }),
  );
  const parameters = network.parameters.all();
  const length = parameters.reduce((sum, { value }) => sum + 4 + value.values.length, 8 + head.length);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, kind);
  view.setUint32(4, head.length, true);
  bytes.set(head, 8);
  let at = 8 + head.length;
  for (const { value } of parameters) {
    const largest = value.values.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
    view.setFloat32(at, largest, true);
    at += 4;
    for (const each of value.values)
      view.setInt8(at++, largest ? Math.sign(each) * Math.round(Math.sqrt(Math.abs(each) / largest) * 127) : 0);
  }
  return bytes;
}

/**
 * Reads a network.
 * @param vectors those that it was trained with
 * @throws RangeError when the bytes are not those of a network, are cut off or too many, or it was trained with vectors of
 * another size
 */
export function readNetwork(bytes: Uint8Array, vectors: WordVectors): NetworkFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0) !== kind) throw new RangeError('These bytes are not those of a network.');
  const parametersAt = 8 + view.getUint32(4, true);
  if (parametersAt > bytes.length) throw cutOff();
  const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(8, parametersAt)));
  const { shape, lists, vectorColumns } = head as { shape: NetworkShape; lists: NetworkLists; vectorColumns: number };
  if (vectors.columns !== vectorColumns)
    throw new RangeError(
      `The network was trained with word vectors of ${vectorColumns} columns, not ${vectors.columns}.`,
    );
  const arithmetic = new Arithmetic(
    // Once as they are; and those that are multiplied by, packed in half the space.
    2 * countParameters(shape, vectorColumns) + countStates(shape, vectorColumns, mostTogether),
  );
  const network = new Network(arithmetic, shape, vectors, false);
  readParameters(network, bytes, parametersAt);
  network.parameters.pack();
  return { network, lists };
}

function readParameters(network: Network, bytes: Uint8Array, from: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const squares = Float32Array.from({ length: 256 }, (_, byte) => {
    const share = (byte > 127 ? byte - 256 : byte) / 127;
    return share * Math.abs(share);
  });
  let at = from;
  for (const { value } of network.parameters.all()) {
    if (at + 4 + value.values.length > bytes.length) throw cutOff();
    const largest = view.getFloat32(at, true);
    at += 4;
    for (let number = 0; number < value.values.length; number++) value.values[number] = squares[bytes[at++]] * largest;
  }
  if (at !== bytes.length) throw new RangeError('There are more bytes than those of a network.');
}

const cutOff = (): RangeError => new RangeError('The bytes of a network are cut off.');
