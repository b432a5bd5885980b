import type { Readable } from 'node:stream';
import { isParallaxError, ParallaxError } from '../errors.js';
import { detectFormat, SNIFFED_BYTES } from './format.js';
import { readDocument } from './index.js';
import { defaultLimits, tooLarge, type ReadLimits } from './limits.js';
import { recordReader, type RecordReader } from './records.js';
import type { DocumentInput, ReadResult } from './result.js';

/**
 * Reads a stream like `readDocument`, holding no more than one document in memory: JSON Lines and tables are
 * read as they come, anything else is collected up to the limit and no further. Failures of the stream itself are thrown.
 */
export async function* readStream(
  stream: Readable,
  input: Omit<DocumentInput, 'bytes'>,
  limits: ReadLimits = defaultLimits,
): AsyncGenerator<ReadResult> {
  const { mediaType = null, name = null } = input;
  let reader: RecordReader | null = null;
  let isDetected = false;
  let records = 0;
  let length = 0;
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      length += bytes.length;
      chunks.push(bytes);
      if (!isDetected && length >= SNIFFED_BYTES) {
        isDetected = true;
        reader = recordReader(detectFormat(Buffer.concat(chunks), mediaType, name), input, limits);
      }
      if (reader) {
        for (const piece of chunks.splice(0)) {
          for (const result of reader.push(piece)) {
            records += 1;
            yield result;
          }
        }
      } else if (length > limits.documentBytes) throw tooLarge('The document', limits);
    }
    if (!reader) yield* readDocument({ ...input, bytes: Buffer.concat(chunks) }, limits);
    else {
      for (const result of reader.end()) {
        records += 1;
        yield result;
      }
      if (records === 0) throw new ParallaxError('DOCUMENT_EMPTY', 'The file holds no record.');
    }
  } catch (error) {
    if (!isParallaxError(error)) throw error;
    yield { name, place: null, error };
  }
}
