import { readNetwork } from '../syntax/network/network-file.js';
import { NetworkReader } from '../syntax/network/reader.js';
import type { Tags, Tree } from '../syntax/values.js';
import { weightsFile } from './weights.js';
import { wordVectors } from './word-vectors.js';

let reader: NetworkReader | undefined;

/** Tags and tree of the words of one English sentence. The first call loads the weights; time is linear in the words. */
export function readWords(words: readonly string[]): Tags & Tree {
  if (!reader) {
    const { vectors, vectorOf } = wordVectors();
    reader = new NetworkReader(readNetwork(weightsFile('network.bin'), vectors), vectorOf);
  }
  return reader.read(words);
}
