import { weightsFile } from './weights.js';
import { WordTable } from './word-table.js';

let table: WordTable | undefined;

/**
 * The cluster of a word, whatever its case: 1 to 1,024; 0 for a word that has none. Of a cluster c other than 0 the
 * larger ones around it are the prefixes (c - 1) >> 2 (256 of them), >> 4 (64) and >> 6 (16).
 *
 * Words of a cluster occur in like company: 16 clusters of 4 clusters of 4 clusters of 4, made from word vectors by
 * scripts/word-clusters.js. As features they tell of words that the treebanks don't have (T. Koo, X. Carreras and
 * M. Collins, "Simple semi-supervised dependency parsing", ACL 2008).
 */
export function clusterOf(word: string): number {
  table ??= new WordTable(weightsFile('word-clusters.bin'));
  return table.find(word);
}
