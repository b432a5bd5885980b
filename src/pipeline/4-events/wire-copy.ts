import { hashOf, sharedCount } from './hash.js';

/**
 * Wire copies: articles that print the same text.
 *
 * Rule: of the 5-word runs ("shingles") of the shorter text, at least 60 % stand in the longer one (containment).
 * Source: A. Z. Broder, "On the resemblance and containment of documents", 1997.
 * Example: three papers print an agency's story, one cuts the last paragraphs.
 * Known failure: a rewritten agency story shares too few runs; a text that mostly quotes one speech may share enough.
 */
export const copyContainment = 0.6;

const runLength = 5;
// Shorter texts share half their few runs by chance.
const fewestShingles = 20;

/** Hashes of the runs of five words, ascending, each once. */
export function shinglesOf(words: readonly string[]): Uint32Array {
  const hashes = words.map(hashOf);
  const shingles = new Set<number>();
  for (let start = 0; start + runLength <= hashes.length; start += 1) {
    let mixed = 0x811c9dc5;
    for (let index = start; index < start + runLength; index += 1) {
      mixed = Math.imul(mixed ^ hashes[index]!, 0x01000193);
    }
    shingles.add(mixed >>> 0);
  }
  return Uint32Array.from(shingles).sort();
}

/** Part of the shorter text's shingles that the longer one has: 0 to 1; 0 for texts too short to tell. */
export function containment(first: Uint32Array, second: Uint32Array): number {
  const shorter = Math.min(first.length, second.length);
  return shorter < fewestShingles ? 0 : sharedCount(first, second) / shorter;
}
