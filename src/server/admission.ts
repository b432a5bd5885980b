import type { FastifyReply, FastifyRequest } from 'fastify';
import { ParallaxError } from '../errors.js';
import type { Caller } from './access/caller.js';
import type { Identify } from './access/identify.js';
import { isEmbeddedElsewhere, type OriginCheck } from './access/origins.js';
import { countedAddress } from './limits/address.js';
import { pointsOf, pointsOfRefused, type Budgets } from './limits/budget.js';
import type { Places } from './limits/places.js';
import { allowReading, budgetHeaders, limitHeader } from './replies.js';

export interface AdmissionOptions {
  readonly allowsOrigin: OriginCheck['allowsOrigin'];
  readonly identify: Identify;
  readonly budgets: Budgets;
  /** WebSockets and event streams that may be open from one address. */
  readonly connections: Places;
}

export interface Admission {
  /**
   * Lets a request in, before anything of its body is read, when its origin is allowed, its key accepted, and its caller
   * has something left. @throws ParallaxError
   */
  admit(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Before an answer is sent: what was refused before it came to an operation costs its caller too. */
  charge(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Who sent a request that was let in. Undefined for WebSockets, which may show their key later. */
  callerOf(request: FastifyRequest): Caller | undefined;
}

/** A WebSocket counts from its upgrade until its connection is closed. */
function holdPlace({ ip, raw: { socket } }: FastifyRequest, connections: Places): void {
  const giveBack = connections.take(countedAddress(ip));
  if (socket.destroyed) giveBack();
  else socket.once('close', giveBack);
}

export function createAdmission({ allowsOrigin, identify, budgets, connections }: AdmissionOptions): Admission {
  const callers = new WeakMap<FastifyRequest, Caller>();
  return {
    async admit(request, reply) {
      const { origin, host, authorization } = request.headers;
      if (!allowsOrigin(origin, host)) {
        throw new ParallaxError(
          'FORBIDDEN_ORIGIN',
          `Pages of ${origin} may not call this service: PARALLAX_ALLOWED_ORIGINS names those that may.`,
        );
      }
      if (isEmbeddedElsewhere(request.headers)) {
        throw new ParallaxError('FORBIDDEN_ORIGIN', 'Pages of other sites may not embed what is answered here.');
      }
      if (origin !== undefined) allowReading(reply, origin);
      if (request.method === 'OPTIONS') return;
      if (request.ws) holdPlace(request, connections);
      // A browser cannot show a key at the upgrade; it is then asked for as soon as the connection stands.
      if (request.ws && authorization === undefined) return;
      const caller = await identify({ authorization, address: request.ip });
      callers.set(request, caller);
      await budgets.assertHasLeft(caller);
    },
    async charge(request, reply) {
      const caller = callers.get(request);
      if (!caller || reply.hasHeader(limitHeader) || reply.statusCode === 304) return;
      const spending = await budgets.spend(caller, reply.statusCode < 400 ? pointsOf(0) : pointsOfRefused);
      for (const [name, value] of budgetHeaders({ spending })) void reply.header(name, value);
    },
    callerOf: (request) => callers.get(request),
  };
}
