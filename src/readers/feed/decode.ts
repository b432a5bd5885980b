import { isUtf8 } from 'node:buffer';
import { decode } from 'iconv-lite';
import { ParallaxError } from '../../errors.js';
import { charsetOf, isKnownEncoding, type DecodedText } from '../encoding.js';

/** Where an XML declaration can stand. */
const DECLARATION_BYTES = 1024;

/** Of the characters beyond ASCII, this share may be broken in a text that is UTF-8 for the rest. */
const TOLERATED_SHARE = 1 / 10;

const REPLACEMENT = '\ufffd';

/** Byte order marks, and the first characters of XML without one (XML 1.0, appendix F), longest first. */
const beginnings: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['UTF-32LE', [0xff, 0xfe, 0, 0]],
  ['UTF-32BE', [0, 0, 0xfe, 0xff]],
  ['UTF-32LE', [0x3c, 0, 0, 0]],
  ['UTF-32BE', [0, 0, 0, 0x3c]],
  ['UTF-16LE', [0x3c, 0, 0x3f, 0]],
  ['UTF-16BE', [0, 0x3c, 0, 0x3f]],
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
];

/** The encoding that the first bytes of XML tell, whatever is declared; null for any that is like ASCII. */
export function encodingOfBeginning(bytes: Uint8Array): string | null {
  const found = beginnings.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  return found?.[0] ?? null;
}

/** The encoding that the XML declaration names. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1');
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1] ?? null;
}

/** What the Encoding standard reads as windows-1252, since that is what is meant. */
const western = /^(?:us-ascii|ascii|iso-?8859-?1|iso_8859-1|latin-?1|l1|windows-1252|cp1252|x-cp1252)$/i;
const singleByte = /^(?:iso[-_]?8859|windows-?125|cp125|koi8|macintosh|latin|us-ascii|ascii)/i;

function nameOf(label: string): string {
  if (western.test(label)) return 'windows-1252';
  if (/^utf-?8$/i.test(label)) return 'UTF-8';
  // What begins with a byte order mark of its own was told by it; UTF-16 declared in bytes like ASCII is not true.
  return label;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function decodeUtf8(bytes: Uint8Array): DecodedText | null {
  const content = decode(bytes, 'UTF-8');
  if (isUtf8(bytes)) return { content, encoding: 'UTF-8' };
  const broken = count(content, /\ufffd/g);
  return broken <= count(content, /[^\0-\x7f\ufffd]/g) * TOLERATED_SHARE ? { content, encoding: 'UTF-8' } : null;
}

function decodeAs(bytes: Uint8Array, label: string): DecodedText | null {
  const encoding = nameOf(label);
  if (encoding === 'UTF-8') return decodeUtf8(bytes);
  if (!isKnownEncoding(encoding) || /^utf-?(?:16|32)|^ucs/i.test(encoding)) return null;
  const content = decode(bytes, encoding);
  return content.includes(REPLACEMENT) ? null : { content, encoding };
}

/**
 * Decodes a feed. RFC 7303's order: byte order mark, charset of the media type, XML declaration, UTF-8. An encoding that the
 * bytes do not fit is passed over for the next, since servers and files often contradict each other; one of single bytes,
 * which everything fits, gives way to UTF-8 when the bytes are UTF-8 beyond ASCII, which no other text is by chance. In the
 * end windows-1252 is tried, unless that makes words of it that no language with that encoding has.
 * @throws ParallaxError ENCODING_INVALID
 */
export function decodeFeed(bytes: Uint8Array, mediaType: string | null): DecodedText {
  const marked = encodingOfBeginning(bytes);
  if (marked !== null && marked !== 'UTF-8') {
    // A character that was cut off at the end is no reason to refuse the rest.
    return { content: decode(bytes, marked), encoding: marked };
  }
  const isValid = isUtf8(bytes);
  const labels = marked ? [marked] : [charsetOf(mediaType), declaredEncoding(bytes), 'UTF-8'];
  for (const label of labels) {
    if (label === null) continue;
    const read = decodeAs(bytes, isValid && singleByte.test(label) ? 'UTF-8' : label);
    if (read) return read;
  }
  const guess = decodeAs(bytes, 'windows-1252');
  // Four accented letters in a row: another alphabet.
  if (guess && !/[\u00c0-\u00ff]{4}/.test(guess.content)) return guess;
  const said = labels.find((label) => label !== null);
  throw new ParallaxError(
    'ENCODING_INVALID',
    `The feed fits neither the encoding it declares${said ? ` (${said})` : ''} nor UTF-8: it was damaged, or is declared wrongly.`,
  );
}
