import { readThreeWayWeights, readWeights, writeThreeWayWeights, writeWeights } from '../learning/weights-file.js';
import type { ParserParts } from './parser.js';

/**
 * A parser to bytes and back: the length of a header (32 bits, little-endian), the header as JSON (the relations; each
 * reader's direction and vote), then the weights of relations and of each reader.
 */
export function writeParser({ relations, readers, relationWeights }: ParserParts): Uint8Array {
  const described = readers.map(({ backwards, vote }) => ({ backwards, vote }));
  const header = new TextEncoder().encode(JSON.stringify({ relations, readers: described }));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length, true);
  const parts = [length, header, writeWeights(relationWeights)];
  for (const { weights } of readers) parts.push(writeThreeWayWeights(weights));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * @throws RangeError If the bytes are cut off or hold no weights.
 * @throws SyntaxError If there is no header.
 */
export function readParser(bytes: Uint8Array): ParserParts {
  const headerEnd = 4 + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, headerEnd))) as {
    relations: string[];
    readers: { backwards: boolean; vote: number }[];
  };
  const relationWeights = readWeights(bytes, headerEnd);
  let at = relationWeights.end;
  const readers = header.readers.map((reader) => {
    const { weights, end } = readThreeWayWeights(bytes, at);
    at = end;
    return { ...reader, weights };
  });
  return { relations: header.relations, readers, relationWeights: relationWeights.weights };
}
