import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Scope } from '../../../entities/enumerations.js';
import { ParallaxError } from '../../errors.js';
import type { Caller } from '../access/caller.js';
import type { Metrics } from './metrics.js';

/**
 * Serves /metrics to whoever may read. They tell how much is asked and of what name, and nothing that is in the database;
 * Prometheus can show a bearer key. Where reading needs none, neither do they. The address a request comes from decides
 * nothing: behind a proxy on the same machine everybody comes from loopback.
 *
 * @param callerOf who asks, when it may at all
 */
export function serveMetrics(
  app: FastifyInstance,
  metrics: Metrics,
  callerOf: (request: FastifyRequest) => Promise<Caller>,
): void {
  app.get('/metrics', async (request, reply) => {
    const { scopes } = await callerOf(request);
    if (!scopes.has(Scope.READ)) {
      throw new ParallaxError('FORBIDDEN', 'The key that was shown does not allow reading, nor reading metrics.');
    }
    const { contentType, text } = await metrics.text();
    return reply.header('content-type', contentType).header('cache-control', 'no-store').send(text);
  });
}
