import { symbolOf } from '../syntax/learning/symbols.js';

/**
 * A number from 1 to 65,535 for each of many words, whatever their case. Words are known by 28 bits of hash, so that one
 * unknown word in 2,700 is taken for one of 100,000 known.
 *
 * The file, numbers little-endian: how many words (32 bits); their hashes, sorted, each as its difference from the one
 * before (7 bits a byte, the lowest first, the highest bit set where more follow); then, in the same order, their
 * numbers (16 bits each).
 */
export class WordTable {
  private readonly mask: number;
  /** Hash + 1; 0 is an empty slot. */
  private readonly hashes: Uint32Array;
  private readonly numbers: Uint16Array;
  /** The largest number of a word. */
  readonly largest: number;

  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = view.getUint32(0, true);
    let capacity = 16;
    while (capacity < count * 2) capacity *= 2;
    this.mask = capacity - 1;
    this.hashes = new Uint32Array(capacity);
    this.numbers = new Uint16Array(capacity);
    const numbersAt = bytes.length - 2 * count;
    let at = 4;
    let hash = 0;
    for (let word = 0; word < count; word++) {
      let shift = 0;
      let byte;
      do {
        byte = bytes[at++];
        hash += (byte & 127) << shift;
        shift += 7;
      } while (byte & 128);
      const slot = this.slotOf(hash);
      this.hashes[slot] = hash + 1;
      this.numbers[slot] = view.getUint16(numbersAt + 2 * word, true);
    }
    this.largest = this.numbers.reduce((most, number) => Math.max(most, number), 0);
  }

  /** The word's number; 0 for a word that has none. */
  find(word: string): number {
    return this.numbers[this.slotOf(hashOf(word))];
  }

  private slotOf(hash: number): number {
    let slot = hash & this.mask;
    while (this.hashes[slot] !== 0 && this.hashes[slot] !== hash + 1) slot = (slot + 1) & this.mask;
    return slot;
  }
}

function hashOf(word: string): number {
  return symbolOf(word.toLowerCase()) >>> 4;
}

/** The file's bytes from words and their numbers; of words with the same hash the first stays. */
export function packWordTable(words: readonly string[], numbers: readonly number[]): Uint8Array {
  const byHash = new Map<number, number>();
  words.forEach((word, index) => {
    const hash = hashOf(word);
    if (!byHash.has(hash)) byHash.set(hash, numbers[index]);
  });
  const sorted = [...byHash].sort(([a], [b]) => a - b);
  const differences: number[] = [];
  let before = 0;
  for (const [hash] of sorted) {
    let difference = hash - before;
    before = hash;
    for (; difference > 127; difference >>>= 7) differences.push((difference & 127) | 128);
    differences.push(difference);
  }
  const bytes = new Uint8Array(4 + differences.length + 2 * sorted.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, sorted.length, true);
  bytes.set(differences, 4);
  sorted.forEach(([, number], index) => view.setUint16(4 + differences.length + 2 * index, number, true));
  return bytes;
}
