import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { farewellPatience } from './limits/slow-readers.js';

/** How long a stop waits for requests under way, in milliseconds. */
const requestPatience = 10_000;

/** Connections on which nothing is under way, of those that Node does not take for idle. */
export interface QuietConnections {
  /** Closes those on which nothing was ever sent: browsers open such in advance. */
  closeSilent(): void;
  /** Closes those on which no request has arrived that is not answered, a beginning of one perhaps. */
  closeUnasked(): void;
}

/** Watches the connections of a service from its beginning. */
export function watchConnections({ server }: FastifyInstance): QuietConnections {
  const requestsOf = new Map<Socket, Set<IncomingMessage>>();
  server.on('connection', (socket: Socket) => {
    requestsOf.set(socket, new Set());
    socket.once('close', () => requestsOf.delete(socket));
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const requests = requestsOf.get(request.socket);
    requests?.add(request);
    response.once('close', () => requests?.delete(request));
  });
  return {
    closeSilent() {
      for (const socket of requestsOf.keys()) if (socket.bytesRead === 0) socket.destroy();
    },
    closeUnasked() {
      for (const [socket, requests] of requestsOf) if (requests.size === 0) socket.destroy();
    },
  };
}

/**
 * Stops a service: it takes nothing new, and what is under way is waited for, but not for ever. Clients of streams have a
 * moment to say goodbye, and those that are still sending a request to finish (json-body.ts).
 */
export async function drain(app: FastifyInstance, quiet: QuietConnections): Promise<void> {
  const farewell = setTimeout(() => {
    for (const client of app.websocketServer.clients) client.terminate();
    quiet.closeUnasked();
  }, farewellPatience);
  const giveUp = setTimeout(() => app.server.closeAllConnections(), requestPatience);
  // A client keeps its connection after the answer it waited for; Node closes only those idle when the stop began.
  const dismiss = setInterval(() => {
    app.server.closeIdleConnections();
    quiet.closeSilent();
  }, 50);
  try {
    await app.close();
  } finally {
    clearTimeout(farewell);
    clearTimeout(giveUp);
    clearInterval(dismiss);
  }
}
