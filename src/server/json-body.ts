import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { ParallaxError } from '../errors.js';

/**
 * Reads JSON bodies, and refuses those that are not UTF-8: read all the same, their wrong bytes would come into the
 * database as replacement characters and nobody would have been told.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (isUtf8(body)) parse(request, body.toString('utf8'), done);
    else done(new ParallaxError('ENCODING_INVALID', 'The request is not UTF-8, as JSON must be.'));
  });
}
