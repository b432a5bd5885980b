import type { FastifyInstance } from 'fastify';

/** How long a stop waits for clients to say goodbye, and then for requests under way, in milliseconds. */
const farewellPatience = 2_000;
const requestPatience = 10_000;

/** Stops a service: it takes nothing new, and what is under way is waited for, but not for ever. */
export async function drain(app: FastifyInstance): Promise<void> {
  const farewell = setTimeout(() => {
    for (const client of app.websocketServer.clients) client.terminate();
  }, farewellPatience);
  const giveUp = setTimeout(() => app.server.closeAllConnections(), requestPatience);
  // A client keeps its connection after the answer it waited for; Node closes only those idle when the stop began.
  const dismiss = setInterval(() => app.server.closeIdleConnections(), 50);
  try {
    await app.close();
  } finally {
    clearTimeout(farewell);
    clearTimeout(giveUp);
    clearInterval(dismiss);
  }
}
