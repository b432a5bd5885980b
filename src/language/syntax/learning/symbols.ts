// Looked up once: in jest's contexts a look-up of a global costs a hundred times the multiplication.
const { imul } = Math;

/**
 * The symbol of a string: its hash in 32 bits. Hash a word once and use the symbol in all its features.
 *
 * Source: FNV-1a of G. Fowler, L. C. Noll and K.-P. Vo over UTF-16 code units, with the last mixing of MurmurHash3
 * (A. Appleby).
 */
export function symbolOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix(hash);
}

/** The symbol of a small number (a tag's or relation's place in its list, a distance): spread over 32 bits. */
export function symbolOfNumber(value: number): number {
  return mix(imul(value + 1, 0x9e3779b9));
}

function mix(hash: number): number {
  let mixed = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
