/** 32-bit FNV-1a hash of a string: a number that stands for a word where millions are kept. */
export function hashOf(word: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    value = Math.imul(value ^ word.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** How many numbers two ascending lists share. */
export function sharedCount(first: Uint32Array, second: Uint32Array): number {
  let shared = 0;
  for (let a = 0, b = 0; a < first.length && b < second.length;) {
    if (first[a] === second[b]) {
      shared += 1;
      a += 1;
      b += 1;
    } else if (first[a]! < second[b]!) a += 1;
    else b += 1;
  }
  return shared;
}
