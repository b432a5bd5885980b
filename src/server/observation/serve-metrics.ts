import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Scope } from '../../../entities/enumerations.js';
import { ParallaxError } from '../../errors.js';
import type { Caller } from '../access/caller.js';
import type { Budgets } from '../limits/budget.js';
import type { Metrics } from './metrics.js';

/** What they cost whoever asks, in points: two statements, and a text of some ten thousand characters. */
const pointsOfScrape = 10;

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
  budgets: Budgets,
  callerOf: (request: FastifyRequest) => Promise<Caller>,
): void {
  app.get('/metrics', async (request, reply) => {
    const caller = await callerOf(request);
    await budgets.assertHasLeft(caller);
    await budgets.spend(caller, pointsOfScrape);
    if (!caller.scopes.has(Scope.READ)) {
      throw new ParallaxError('FORBIDDEN', 'The key that was shown does not allow reading, nor reading metrics.');
    }
    const { contentType, text } = await metrics.text();
    return reply.header('content-type', contentType).header('cache-control', 'no-store').send(text);
  });
}
