import { readWeights, writeWeights } from '../learning/weights-file.js';
import { Weights } from '../learning/weights.js';
import { TagDictionary, TagEntry, tagEntry } from './dictionary.js';
import type { TaggerModel } from './tagger.js';

/** A set of classes that many words share, as the file holds it. */
type SharedSet = readonly [certain: 0 | 1, ...classes: number[]];

/**
 * The bytes of a trained tagger, numbers little-endian: length of a text (32 bits), the text, which is JSON with the
 * pairs, the sets of classes and the number of words; the words' hashes, sorted (32 bits each); their sets
 * (16 bits each); the weights.
 */
export function writeTagger({ pairs, dictionary, scorer }: TaggerModel<Weights>): Uint8Array {
  const sets = new Map<string, number>();
  const words = [...dictionary.entries].sort(([a], [b]) => a - b);
  const setOf = ({ certain, classes }: TagEntry): number => {
    const key = JSON.stringify([certain ? 1 : 0, ...classes]);
    const known = sets.get(key) ?? sets.size;
    sets.set(key, known);
    return known;
  };
  const setsOfWords = words.map(([, entry]) => setOf(entry));
  const shared = [...sets.keys()].map((key) => JSON.parse(key) as SharedSet);
  const text = new TextEncoder().encode(JSON.stringify({ pairs, sets: shared, words: words.length }));
  const weights = writeWeights(scorer);
  const bytes = new Uint8Array(4 + text.length + 6 * words.length + weights.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, text.length, true);
  bytes.set(text, 4);
  const hashesAt = 4 + text.length;
  const setsAt = hashesAt + 4 * words.length;
  words.forEach(([hash], index) => {
    view.setInt32(hashesAt + 4 * index, hash, true);
    view.setUint16(setsAt + 2 * index, setsOfWords[index], true);
  });
  bytes.set(weights, setsAt + 2 * words.length);
  return bytes;
}

/** @throws RangeError when the bytes are not those of a tagger, or are cut off. */
export function readTagger(bytes: Uint8Array): TaggerModel<Weights> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hashesAt = 4 + view.getUint32(0, true);
  if (hashesAt > bytes.length) throw new RangeError('These bytes are not those of a tagger.');
  const { pairs, sets, words } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, hashesAt))) as {
    pairs: string[];
    sets: SharedSet[];
    words: number;
  };
  const shared = sets.map(([certain, ...classes]) => tagEntry(classes, certain === 1));
  const setsAt = hashesAt + 4 * words;
  const entries = new Map<number, TagEntry>();
  for (let index = 0; index < words; index++)
    entries.set(view.getInt32(hashesAt + 4 * index, true), shared[view.getUint16(setsAt + 2 * index, true)]);
  const { weights } = readWeights(bytes, setsAt + 2 * words);
  return { pairs, dictionary: new TagDictionary(entries), scorer: weights };
}
