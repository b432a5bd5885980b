import { Parser } from '../syntax/parser/parser.js';
import { readParser } from '../syntax/parser/parser-file.js';
import type { Tags, Tree } from '../syntax/values.js';
import { weightsFile } from './weights.js';
import { clusterOf } from './word-clusters.js';

let parser: Parser | undefined;

/** The dependency tree of a tagged English sentence. The first call loads the weights; time is linear in the words. */
export function parseWords(words: readonly string[], tags: Tags): Tree {
  parser ??= new Parser(readParser(weightsFile('parser.bin')), clusterOf);
  return parser.parse(words, tags);
}
