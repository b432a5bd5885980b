import { ParallaxError } from '../errors.js';
import { DocumentFormat, type DeclaredFields } from '../pipeline/values.js';
import { charsetOf, decodeHtml } from './encoding.js';
import type { ReadDocument } from './result.js';

/** Reads a web page: only its bytes are decoded, stage 1 finds the article. @throws ParallaxError ENCODING_INVALID, DOCUMENT_EMPTY */
export function readHtmlFile(
  bytes: Uint8Array,
  mediaType: string | null,
  declared: DeclaredFields,
): Pick<ReadDocument, 'document' | 'bytes' | 'mediaType'> {
  const { content, encoding } = decodeHtml(bytes, charsetOf(mediaType));
  if (content.trim() === '') throw new ParallaxError('DOCUMENT_EMPTY', 'The page is empty.');
  return {
    document: { format: DocumentFormat.HTML, content, declared },
    bytes,
    mediaType: `text/html; charset=${encoding.toLowerCase()}`,
  };
}
