import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { askReadiness } from '../../store/queries/readiness.js';
import { storeOfRequest, type Store } from '../../store/store.js';

/** How long the database may take to answer, in milliseconds; health checks themselves give up after a few seconds. */
const patience = 2_000;

/** All who ask within so long share what the database answered, in milliseconds: anybody may ask, as often as it likes. */
const sharedFor = 1_000;

/**
 * Serves /health, which answers while the process does, and /health/ready, which answers 200 while requests can be
 * answered: the database answers in time (its tables are up to date, else the service would not listen) and nobody has
 * asked the service to stop. How the analysis of articles goes does not count: reading works without it, and taking a
 * service out of traffic would not help. The metrics tell of it.
 */
export function serveHealth(app: FastifyInstance, store: Store): void {
  let isStopping = false;
  let last: { readonly began: number; readonly isReady: Promise<boolean> } | null = null;
  const check = (logger: FastifyBaseLogger): Promise<boolean> => {
    if (last === null || performance.now() - last.began > sharedFor) {
      const answer = inTime(askReadiness(storeOfRequest(store, AbortSignal.timeout(patience))));
      const isReady = answer.then(
        () => true,
        (error: unknown) => {
          logger.error({ err: error }, 'The database does not answer');
          return false;
        },
      );
      last = { began: performance.now(), isReady };
    }
    return last.isReady;
  };
  app.addHook('preClose', (done) => {
    isStopping = true;
    done();
  });
  app.get('/health', () => ({ status: 'live' }));
  app.get('/health/ready', async (request, reply) => {
    if (isStopping) return reply.code(503).send({ status: 'stopping' });
    if (await check(request.log)) return { status: 'ready' };
    return reply.code(503).send({ status: 'unavailable' });
  });
}

/** The embedded database computes in this process and cannot be interrupted, and a pool waits longer for a connection. */
async function inTime(answer: Promise<void>): Promise<void> {
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    clock = setTimeout(() => reject(new Error(`No answer after ${patience} ms.`)), patience);
  });
  try {
    await Promise.race([answer, late]);
  } finally {
    clearTimeout(clock);
  }
}
