import type { WebSocket } from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from './admission.js';
import { answerError } from './replies.js';

const graphqlPath = '/graphql';
const streamPath = '/graphql/stream';

export interface GraphqlRoutes {
  readonly admit: Admission['admit'];
  readonly charge: Admission['charge'];
  readonly answer: (request: FastifyRequest, reply: FastifyReply) => Promise<string>;
  readonly openSocket: (socket: WebSocket, request: FastifyRequest) => void;
  readonly serveEvents: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

/** The addresses of GraphQL, each behind the same admission. */
export function routeGraphql(app: FastifyInstance, routes: GraphqlRoutes): void {
  const { answer, openSocket, serveEvents } = routes;
  const admission = { onRequest: routes.admit, onSend: routes.charge };
  app.route({ method: 'GET', url: graphqlPath, ...admission, handler: answer, wsHandler: openSocket });
  app.route({ method: 'POST', url: graphqlPath, ...admission, handler: answer });
  app.route({ method: ['GET', 'POST'], url: streamPath, ...admission, handler: serveEvents });
  for (const url of [graphqlPath, streamPath]) {
    app.route({ method: 'OPTIONS', url, ...admission, handler: (_request, reply) => reply.code(204).send() });
    app.route({
      method: ['PUT', 'PATCH', 'DELETE'],
      url,
      ...admission,
      handler: (_request, reply) =>
        answerError(reply.header('allow', 'GET, POST'), 405, 'BAD_USER_INPUT', 'Here operations come by POST or GET.'),
    });
  }
}
