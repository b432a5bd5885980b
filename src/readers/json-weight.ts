/** Objects, lists and their members, or what looks like them inside texts. Each takes up to 60 bytes once parsed. */
const MOST_VALUES = 1_000_000;

const counted = new Set(Array.from('[{,', (mark) => mark.charCodeAt(0)));

/** True for JSON of which parsing would make more than fits into the memory that reading may take. Linear. */
export function isHeavyJson(source: string): boolean {
  let count = 0;
  for (let at = 0; at < source.length; at += 1) {
    if (counted.has(source.charCodeAt(at)) && (count += 1) > MOST_VALUES) return true;
  }
  return false;
}
