import { ParallaxError } from '../errors.js';
import { DocumentFormat, type DeclaredFields } from '../pipeline/values.js';
import { charsetOf, decodeText } from './encoding.js';
import type { ReadDocument } from './result.js';

/** Reads a plain-text file. @throws ParallaxError ENCODING_INVALID, DOCUMENT_EMPTY */
export function readTextFile(
  bytes: Uint8Array,
  mediaType: string | null,
  declared: DeclaredFields,
): Pick<ReadDocument, 'document' | 'bytes' | 'mediaType'> {
  const { content, encoding } = decodeText(bytes, charsetOf(mediaType));
  if (content.trim() === '') throw new ParallaxError('DOCUMENT_EMPTY', 'The file holds no text.');
  return {
    document: { format: DocumentFormat.TEXT, content, declared },
    bytes,
    mediaType: `text/plain; charset=${encoding.toLowerCase()}`,
  };
}
