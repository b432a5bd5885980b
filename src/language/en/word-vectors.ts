import type { WordVectors } from '../syntax/network/embeddings.js';
import { weightsFile } from './weights.js';
import { WordTable } from './word-table.js';

interface EnglishVectors {
  readonly vectors: WordVectors;
  /** The row of a word, whatever its case; 0 for a word that has none. */
  vectorOf(word: string): number;
}

/**
 * Reads word vectors, numbers little-endian: columns; the length of a table of words; what a value of 1 stands for (32-bit
 * float); that table (word-table.ts), whose numbers are rows; then the rows, a byte a column, row 0 for words that have none.
 * Made by scripts/word-vectors.js.
 * @throws RangeError when rows are missing
 */
function vectorsOf(bytes: Uint8Array): EnglishVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tableLength = view.getUint32(4, true);
  const table = new WordTable(bytes.subarray(12, 12 + tableLength));
  const columns = view.getUint32(0, true);
  const rows = (bytes.length - 12 - tableLength) / columns;
  if (rows % 1 !== 0 || rows <= table.largest)
    throw new RangeError('The rows of the word vectors are not as many as their table says.');
  return {
    vectors: {
      columns,
      scale: view.getFloat32(8, true),
      values: new Int8Array(bytes.buffer, bytes.byteOffset + 12 + tableLength, bytes.length - 12 - tableLength),
    },
    vectorOf: (word) => table.find(word),
  };
}

let read: EnglishVectors | undefined;

/** English word vectors; read at the first call. */
export function wordVectors(): EnglishVectors {
  read ??= vectorsOf(weightsFile('word-vectors.bin'));
  return read;
}
