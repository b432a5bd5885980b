import { ParallaxError } from '../../errors.js';

/** Deepest nesting of a request's JSON; documents to take in, with all that is declared of them, have six levels. */
export const deepestJson = 32;

/** Most strings, brackets and commas in a request's JSON: each costs time and memory, however few bytes it has. */
export const mostJsonValues = 100_000;

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];

/**
 * Refuses JSON that would cost much to read, by its bytes and before it is parsed: brackets outside of strings are
 * counted. Whether it is JSON at all the parser tells afterwards.
 * @throws ParallaxError JSON_TOO_COMPLEX
 */
export function checkJson(bytes: Uint8Array): void {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === quote) {
      at = endOfString(bytes, at + 1);
      values += 1;
    } else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      values += 1;
      if (depth > deepestJson) throw tooComplex(`nests deeper than ${deepestJson} levels`);
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
    else if (byte === comma) values += 1;
    else continue;
    if (values > mostJsonValues) throw tooComplex(`holds more than ${mostJsonValues} values`);
  }
}

/** So many bytes of a string are read one by one before the rest is searched, which pays for long plain text only. */
const readBeforeSearch = 64;

/**
 * Finds the end of a string at much the same price whatever is in it: a search goes through plain text fastest, but in a
 * string full of escaped quotation marks it would be begun for each.
 * @returns where the quotation mark stands that ends the string; behind the end when none does
 */
function endOfString(bytes: Uint8Array, start: number): number {
  for (let at = start; ;) {
    for (const near = Math.min(at + readBeforeSearch, bytes.length); at < near; at += 1) {
      const byte = bytes[at];
      if (byte === quote) return at;
      if (byte === backslash) at += 1;
    }
    const found = bytes.indexOf(quote, at);
    if (found < 0) return bytes.length;
    let slashes = 0;
    while (found - slashes > at && bytes[found - slashes - 1] === backslash) slashes += 1;
    if (slashes % 2 === 0) return found;
    at = found + 1;
  }
}

const tooComplex = (what: string) =>
  new ParallaxError('JSON_TOO_COMPLEX', `The JSON of the request ${what}. Send less at a time, and flatter.`);
