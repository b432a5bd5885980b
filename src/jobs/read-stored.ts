import { isParallaxError, ParallaxError, type ErrorCode } from '../errors.js';
import { readArticle } from '../pipeline/1-article/index.js';
import type { CleanArticle } from '../pipeline/values.js';
import { isRefused, readDocument } from '../readers/index.js';
import type { StoredDocument } from '../store/reprocessing/reading.js';

/** What stage 1 makes of a document that is held, or why it refuses it. Errors do not pass between threads as what they are. */
export type StoredReading =
  { readonly article: CleanArticle } | { readonly refusal: { readonly code: ErrorCode; readonly message: string } };

/** Stage 1 once more, from the bytes as they were received. */
export function readStored({ bytes, mediaType, declared }: StoredDocument): StoredReading {
  try {
    // It was within the limit when it was taken in, whatever that is now.
    const [result, ...more] = readDocument({ bytes, mediaType, declared }, { documentBytes: bytes.length });
    if (result === undefined) throw new ParallaxError('DOCUMENT_EMPTY', 'The stored document holds nothing.');
    if (isRefused(result)) throw result.error;
    if (more.length > 0) {
      throw new ParallaxError('FORMAT_UNKNOWN', `The stored document is now read as ${more.length + 1} documents.`);
    }
    return { article: readArticle({ ...result.document, declared }) };
  } catch (error) {
    if (!isParallaxError(error)) throw error;
    return { refusal: { code: error.code, message: error.message } };
  }
}
