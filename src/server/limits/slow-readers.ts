import type { Socket } from 'node:net';
import type { WebSocket } from '@fastify/websocket';

/** How long clients may read what they were sent when they are to leave, in milliseconds. */
export const farewellPatience = 2_000;

/**
 * Bytes that may wait in this process for the client of a WebSocket before nothing more is read from it. Subscriptions
 * wait for their client by themselves; this is for answers, and for pongs, of which a client may ask without end.
 */
const mostUnread = 1024 * 1024;

/**
 * Bounds what waits for the client of a WebSocket: whoever does not read is not read from, and after a while given up.
 *
 * Node looks at how far a long write has come, so that a slow client is not taken for one that sleeps; it notices after
 * twice the time at the latest.
 * @param giveUp called when the client took nothing for so long
 */
export function boundUnread(socket: WebSocket, connection: Socket, millis: number, giveUp: () => void): () => void {
  connection.setTimeout(millis, () => {
    if (socket.bufferedAmount > 0) giveUp();
  });
  connection.on('drain', () => socket.resume());
  return () => {
    if (socket.bufferedAmount > mostUnread) socket.pause();
  };
}
