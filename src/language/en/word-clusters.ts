import { symbolOf } from '../syntax/learning/symbols.js';
import { weightsFile } from './weights.js';

/**
 * Words that occur in like company, grouped: 16 clusters of 4 clusters of 4 clusters of 4, made from word vectors by
 * scripts/word-clusters.js. As features they tell of words that the treebanks don't have (T. Koo, X. Carreras and
 * M. Collins, "Simple semi-supervised dependency parsing", ACL 2008).
 *
 * The file, numbers little-endian: how many words (32 bits); their hashes in 28 bits, sorted, each as its difference
 * from the one before (7 bits a byte, the lowest first, the highest bit set where more follow); then, in the same
 * order, their clusters (16 bits each, from 1).
 */
class ClusterTable {
  private readonly mask: number;
  /** Hash + 1; 0 is an empty slot. */
  private readonly hashes: Uint32Array;
  private readonly clusters: Uint16Array;

  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = view.getUint32(0, true);
    let capacity = 16;
    while (capacity < count * 2) capacity *= 2;
    this.mask = capacity - 1;
    this.hashes = new Uint32Array(capacity);
    this.clusters = new Uint16Array(capacity);
    const clustersAt = bytes.length - 2 * count;
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
      this.clusters[slot] = view.getUint16(clustersAt + 2 * word, true);
    }
  }

  find(hash: number): number {
    return this.clusters[this.slotOf(hash)];
  }

  private slotOf(hash: number): number {
    let slot = hash & this.mask;
    while (this.hashes[slot] !== 0 && this.hashes[slot] !== hash + 1) slot = (slot + 1) & this.mask;
    return slot;
  }
}

let table: ClusterTable | undefined;

/**
 * The cluster of a word, whatever its case: 1 to 1,024; 0 for a word that has none. Of a cluster c other than 0 the
 * larger ones around it are the prefixes (c - 1) >> 2 (256 of them), >> 4 (64) and >> 6 (16).
 */
export function clusterOf(word: string): number {
  table ??= new ClusterTable(weightsFile('word-clusters.bin'));
  return table.find(hashOf(word));
}

function hashOf(word: string): number {
  return symbolOf(word.toLowerCase()) >>> 4;
}

/** The file's bytes from words and their clusters; of words with the same hash the first stays. */
export function packClusters(words: readonly string[], clusters: readonly number[]): Uint8Array {
  const byHash = new Map<number, number>();
  words.forEach((word, index) => {
    const hash = hashOf(word);
    if (!byHash.has(hash)) byHash.set(hash, clusters[index]);
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
  sorted.forEach(([, cluster], index) => view.setUint16(4 + differences.length + 2 * index, cluster, true));
  return bytes;
}
