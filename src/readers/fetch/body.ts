import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { ParallaxError } from '../../errors.js';
import { tooLarge, type ReadLimits } from '../limits.js';

export interface BodyOptions {
  readonly limits: ReadLimits;
  /** Where the limit is reached, give what was read until there instead of refusing. */
  readonly cut?: boolean;
}

/** @param first the first byte of the body: many servers call bare deflate data "deflate", which should have a zlib header (RFC 9110 §8.4.1.2) */
function decoderOf(encoding: string, first: number): Transform | null {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding === 'deflate') return (first & 0x0f) === 8 ? createInflate() : createInflateRaw();
  return null;
}

/** Counts what comes over the wire: packed data without end may unpack to nothing at all. */
async function* received(response: IncomingMessage, limits: ReadLimits): AsyncGenerator<Uint8Array, void, undefined> {
  let length = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    yield chunk;
    if (length > limits.documentBytes) throw tooLarge('The document', limits);
  }
}

async function* joined(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** Packed in two ways at once is not known either: nobody needs it, and every layer multiplies a bomb. */
async function decoded(encoding: string, chunks: AsyncGenerator<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  if (encoding === 'identity' || encoding === '') return chunks;
  const first = await chunks.next();
  if (first.done) return chunks;
  const decoder = decoderOf(encoding, first.value[0] ?? 0);
  if (!decoder) {
    throw new ParallaxError('FETCH_FAILED', `The server packs its answer in an unknown way ("${encoding}").`);
  }
  // Errors of either end reach whoever reads, through the decoder.
  return pipeline(joined(first.value, chunks), decoder, () => {}) as Readable;
}

/**
 * Reads the body of a response, decompressed. The limit counts decoded bytes as they come, so that neither an endless body nor
 * a small one that unpacks to gigabytes is held; a length that is announced over the limit is not begun.
 * @throws ParallaxError DOCUMENT_TOO_LARGE, FETCH_FAILED for a Content-Encoding that was not asked for
 */
export async function readBody(response: IncomingMessage, options: BodyOptions): Promise<Uint8Array> {
  const { limits, cut = false } = options;
  if (!cut && Number(response.headers['content-length'] ?? 0) > limits.documentBytes) {
    throw tooLarge('The document', limits);
  }
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of await decoded(encoding, received(response, limits))) {
    length += chunk.length;
    chunks.push(chunk);
    if (length > limits.documentBytes) {
      if (!cut) throw tooLarge('The document', limits);
      break;
    }
  }
  return Buffer.concat(chunks).subarray(0, limits.documentBytes);
}
