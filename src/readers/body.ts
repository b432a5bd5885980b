import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { ParallaxError } from '../errors.js';
import { tooLarge, type ReadLimits } from './limits.js';

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Reads the body of a response, decompressed. The limit counts decoded bytes as they come, so that neither an endless body nor
 * a small one that unpacks to gigabytes is held.
 * @throws ParallaxError DOCUMENT_TOO_LARGE, FETCH_FAILED for a Content-Encoding that was not asked for
 */
export async function readBody(response: IncomingMessage, limits: ReadLimits): Promise<Uint8Array> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  let stream: Readable = response;
  if (encoding !== 'identity' && encoding !== '') {
    const decoder = Object.hasOwn(decoders, encoding) ? decoders[encoding]?.() : undefined;
    if (!decoder)
      throw new ParallaxError('FETCH_FAILED', `The server packs its answer in an unknown way ("${encoding}").`);
    // Errors of either end reach the loop below through the decoder.
    stream = pipeline(response, decoder, () => {});
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > limits.documentBytes) throw tooLarge('The document', limits);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
