import { isUtf8 } from 'node:buffer';
import { setMaxListeners } from 'node:events';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { promisify } from 'node:util';
import { ParallaxError } from '../errors.js';
import { checkJson } from './limits/json.js';
import { farewellPatience } from './limits/slow-readers.js';
import { untilAborted } from './operation/deadline.js';

/**
 * Reads JSON bodies of so many bytes, and refuses those that are not UTF-8: read all the same, their wrong bytes would come
 * into the database as replacement characters and nobody would have been told. What is too large
 * is kept nowhere. A request that has not arrived was not accepted: when the service stops it is waited for no longer than
 * for goodbyes.
 * @param limitOf the most bytes that a request may have
 */
export function readJsonBodies(app: FastifyInstance, limitOf: (request: FastifyRequest) => number): void {
  const parse = promisify(app.getDefaultJsonParser('error', 'error')) as (
    request: FastifyRequest,
    text: string,
  ) => Promise<unknown>;
  const stopping = new AbortController();
  setMaxListeners(Infinity, stopping.signal);
  let farewell: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    farewell = setTimeout(() => stopping.abort(isStopping()), farewellPatience);
  });
  app.addHook('onClose', async () => clearTimeout(farewell));
  app.addContentTypeParser('application/json', async (request: FastifyRequest, payload: Readable) => {
    const announced = Number(request.headers['content-length'] ?? 0);
    const body = await untilAborted(readBytes(payload, announced, limitOf(request)), stopping.signal);
    return parse(request, jsonText(body));
  });
}

/**
 * The text of a request, when it may be parsed.
 * @throws ParallaxError ENCODING_INVALID, JSON_TOO_COMPLEX
 */
export function jsonText(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new ParallaxError('ENCODING_INVALID', 'The request is not UTF-8, as JSON must be.');
  checkJson(bytes);
  return bytes.toString('utf8');
}

export const tooLarge = (limit: number) =>
  new ParallaxError(
    'REQUEST_TOO_LARGE',
    `The request is larger than ${limit} bytes, which are the most from this caller. Send less at a time.`,
  );

const isStopping = () => new ParallaxError('SERVICE_UNAVAILABLE', 'The service is stopping: send this again later.');

/** So many times the limit is read and thrown away before the refusal: many clients hear nothing while they still send. */
const readAfterAll = 4;

function readBytes(payload: Readable, announced: number, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    // Nothing of it is ours, so it is no error of ours in the log.
    const gone = (cause?: Error) =>
      reject(new ParallaxError('CLIENT_GONE', 'The client closed its connection while it was sending.', { cause }));
    if (payload.destroyed) return gone();
    payload.once('error', gone);
    if (announced > readAfterAll * limit) return reject(tooLarge(limit));
    payload.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (Math.max(length, announced) <= limit) chunks.push(chunk);
      else chunks.length = 0;
      if (length > readAfterAll * limit) reject(tooLarge(limit));
    });
    payload.once('end', () => (length > limit ? reject(tooLarge(limit)) : resolve(Buffer.concat(chunks))));
  });
}
