import { isUtf8 } from 'node:buffer';
import { decode, encodingExists } from 'iconv-lite';
import sniffHtmlEncoding from 'html-encoding-sniffer';
import { ParallaxError } from '../errors.js';

/** Text and the encoding (a name of the Encoding standard) that it was decoded from. */
export interface DecodedText {
  readonly content: string;
  readonly encoding: string;
}

/** Of a page this share of characters may be unreadable: stray bytes in a comment or an advertisement are common. */
const TOLERATED_SHARE = 1 / 10_000;

const REPLACEMENT = '\ufffd';

/** The charset parameter of a media type: `text/html; charset="utf-8"` gives `utf-8`. */
export function charsetOf(mediaType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(mediaType ?? '')?.[1] ?? null;
}

/** UTF-8 or UTF-16 by byte order mark; null without one. */
export function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'UTF-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  return null;
}

/** What iconv-lite knows besides character encodings, and UTF-7, which no standard reads any more since it hides tags. */
const noCharset = /^(?:base64|hex|.*utf7.*)$/;

/** True for the label of a character encoding that can be decoded. */
export function isKnownEncoding(label: string): boolean {
  return encodingExists(label) && !noCharset.test(label.toLowerCase().replace(/[^0-9a-z]/g, ''));
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf(REPLACEMENT); at !== -1; at = text.indexOf(REPLACEMENT, at + 1)) count += 1;
  return count;
}

/**
 * iconv-lite and not TextDecoder: some releases of Node decode windows-1252 as ISO 8859-1, which loses quotation marks.
 * @throws ParallaxError ENCODING_INVALID
 */
function decodeAs(bytes: Uint8Array, encoding: string, toleratedShare: number): DecodedText {
  const known = encoding.replace(/-I$/i, '');
  if (!isKnownEncoding(known)) {
    throw new ParallaxError('ENCODING_INVALID', `The character encoding "${encoding}" is not known.`);
  }
  const content = decode(bytes, known);
  if (encoding === 'UTF-8' && isUtf8(bytes)) return { content, encoding };
  if (countReplacements(content) > content.length * toleratedShare) {
    throw new ParallaxError('ENCODING_INVALID', `The bytes are declared as ${encoding} but do not fit it.`);
  }
  return { content, encoding };
}

/**
 * Decodes plain text: byte order mark, else the charset that was declared, else UTF-8. Nothing is guessed, since a wrong
 * guess changes names and quotation marks without anybody noticing.
 * @throws ParallaxError ENCODING_INVALID
 */
export function decodeText(bytes: Uint8Array, charset: string | null): DecodedText {
  const marked = markedEncoding(bytes);
  if (marked) return decodeAs(bytes, marked, 0);
  if (charset) return decodeAs(bytes, /^utf-?8$/i.test(charset) ? 'UTF-8' : charset, 0);
  if (isUtf8(bytes)) return decodeAs(bytes, 'UTF-8', 0);
  throw new ParallaxError(
    'ENCODING_INVALID',
    'The text is not UTF-8 and does not say what else it is: save it as UTF-8, or begin it with a byte order mark.',
  );
}

/**
 * Decodes a page as browsers do (HTML standard, encoding sniffing): byte order mark, HTTP charset, meta charset; where
 * nothing is declared UTF-8 if the bytes are valid UTF-8, else windows-1252.
 * @throws ParallaxError ENCODING_INVALID when more than one character in 10,000 cannot be read
 */
export function decodeHtml(bytes: Uint8Array, charset: string | null): DecodedText {
  const defaultEncoding = isUtf8(bytes) ? 'UTF-8' : 'windows-1252';
  const found = sniffHtmlEncoding(bytes, { transportLayerEncodingLabel: charset ?? undefined, defaultEncoding });
  // The package looks labels up in an object, where "constructor" is found too.
  return decodeAs(bytes, typeof found === 'string' ? found : defaultEncoding, TOLERATED_SHARE);
}
