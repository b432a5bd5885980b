import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { farewellPatience } from './limits/slow-readers.js';

/** How long a stop waits for requests under way, in milliseconds. */
const requestPatience = 10_000;

/**
 * Connections on which nothing was ever sent: browsers open such in advance. Node takes none of them for idle.
 * @returns closes them
 */
export function watchSilentConnections({ server }: FastifyInstance): () => void {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
}

/** Stops a service: it takes nothing new, and what is under way is waited for, but not for ever. */
export async function drain(app: FastifyInstance, closeSilent: () => void): Promise<void> {
  const farewell = setTimeout(() => {
    for (const client of app.websocketServer.clients) client.terminate();
  }, farewellPatience);
  const giveUp = setTimeout(() => app.server.closeAllConnections(), requestPatience);
  // A client keeps its connection after the answer it waited for; Node closes only those idle when the stop began.
  const dismiss = setInterval(() => {
    app.server.closeIdleConnections();
    closeSilent();
  }, 50);
  try {
    await app.close();
  } finally {
    clearTimeout(farewell);
    clearTimeout(giveUp);
    clearInterval(dismiss);
  }
}
