import { WebSocket } from 'ws';
import { socketAddress, type Service } from '../support';

export interface Outcome {
  /** Codes of all errors, or the code with which a connection was closed and the first word of its reason. */
  readonly codes: readonly string[];
  /** Of HTTP. */
  readonly status: number | null;
  readonly data?: unknown;
  readonly extensions?: { readonly rateLimit?: Readonly<Record<string, unknown>> };
}

interface Result {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  readonly extensions?: Outcome['extensions'];
}

/** Sends bytes in one way, and tells what became of them. */
export type Way = (service: Service, body: string | Buffer, headers?: Record<string, string>) => Promise<Outcome>;

const outcome = (status: number | null, { errors = [], ...result }: Result): Outcome => ({
  codes: errors.map(({ extensions }) => extensions.code),
  status,
  ...result,
});

const post = (service: Service, path: string, body: string | Buffer, headers: Record<string, string>) =>
  fetch(service.server.address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });

const http: Way = async (service, body, headers = {}) => {
  const response = await post(service, '/graphql', body, headers);
  return outcome(response.status, (await response.json()) as Result);
};

const sse: Way = async (service, body, headers = {}) => {
  const response = await post(service, '/graphql/stream', body, { accept: 'text/event-stream', ...headers });
  const text = await response.text();
  const first = /^event: next\ndata: (.*)$/m.exec(text)?.[1];
  return outcome(response.status, JSON.parse(first ?? text) as Result);
};

/** The bytes of a request as the payload of a message `subscribe`. */
const asMessage = (body: string | Buffer) =>
  Buffer.concat([Buffer.from('{"id":"1","type":"subscribe","payload":'), Buffer.from(body), Buffer.from('}')]);

const webSocket: Way = (service, body, headers = {}) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(socketAddress(service.server), 'graphql-transport-ws', { headers });
    const end = (found: Outcome) => {
      socket.terminate();
      resolve(found);
    };
    socket.on('error', reject);
    socket.on('close', (code, reason) => end({ codes: [String(code), String(reason).split(':')[0]!], status: null }));
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data)) as { type: string; payload: unknown };
      if (type === 'connection_ack') socket.send(asMessage(body), { binary: false });
      else if (type === 'error') end(outcome(null, { errors: payload as Result['errors'] }));
      else if (type === 'next') end(outcome(null, payload as Result));
    });
  });

export const ways = { http, webSocket, sse };
export type WayName = keyof typeof ways;
export const wayNames = Object.keys(ways) as WayName[];
