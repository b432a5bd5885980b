import { weightsFile } from './weights.js';
import { WordTable } from './word-table.js';

let table: WordTable | undefined;

/**
 * The tags that a word is likely to bear, whatever its case, in the form of `LikelyTagsOf`; 0 where nothing is known.
 * Told from its vector by scripts/likely-tags.js, without its own occurrences in the treebanks, so that a word which is
 * in them is known no better than one which is not.
 */
export function likelyTagsOf(word: string): number {
  table ??= new WordTable(weightsFile('likely-tags.bin'));
  return table.find(word);
}
