import { connect } from 'node:net';
import type { Client, PoolClient } from 'pg';

/** What a connection was told when it was opened, and must show to have its statement canceled. */
interface BackendKey {
  readonly processID: number | null;
  readonly secretKey: number | null;
}

/** The code that stands where otherwise the version of the protocol does. */
const cancelRequest = 80_877_102;

/** How long the database may take to hear of it, in milliseconds; after that the timeout of the statement must do. */
const patience = 2_000;

/**
 * Asks the database to give up the statement that runs on a connection (PostgreSQL's protocol, "Canceling Requests in
 * Progress"): on a connection of its own, which needs no log-in, and which a pooler in between understands too, as the
 * function pg_cancel_backend would not. Whether the statement was still running is not told.
 * @returns when the request was delivered, or could not be; it never fails
 */
export function cancelStatement(client: PoolClient): Promise<void> {
  const { host, port } = client as unknown as Client;
  const { processID, secretKey } = client as unknown as BackendKey;
  if (processID === null || secretKey === null) return Promise.resolve();
  const message = Buffer.alloc(16);
  [message.length, cancelRequest, processID, secretKey].forEach((value, index) =>
    message.writeInt32BE(value, index * 4),
  );
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    socket.setTimeout(patience, () => socket.destroy());
    socket.on('error', () => undefined).on('close', () => resolve());
    // The database answers by closing.
    socket.resume().write(message);
  });
}
