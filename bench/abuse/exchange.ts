import { connect } from 'node:net';

/** What a server answered, as far as it answered. */
export interface Answered {
  /** Null when it closed the connection without a word. */
  readonly status: number | null;
  /** The codes of the errors in the body, each once. */
  readonly codes: readonly string[];
}

/** A POST as the bytes of HTTP/1.1, whatever it may hold, on a connection of its own. */
export function rawRequest(
  port: number,
  body: Buffer | string,
  headers: Readonly<Record<string, string>> = {},
): Buffer {
  const bytes = Buffer.from(body as string);
  const lines = Object.entries({
    host: `127.0.0.1:${port}`,
    'content-type': 'application/json',
    'content-length': String(bytes.length),
    connection: 'close',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([Buffer.from(`POST /graphql HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), bytes]);
}

interface Body {
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

function readAnswer(received: Buffer): Answered {
  const text = received.toString('utf8');
  const status = /^HTTP\/1\.1 (\d+)/.exec(text)?.[1];
  if (status === undefined) return { status: null, codes: [] };
  let body: Body = {};
  try {
    body = JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4)) as Body;
  } catch {
    // A refusal by the HTTP server itself need not have a body, and a broken connection cuts it.
  }
  return {
    status: Number(status),
    codes: [...new Set((body.errors ?? []).map((e) => e.extensions?.code ?? 'no code'))],
  };
}

/**
 * Sends bytes over a connection of its own and waits until the server has closed it, or for ten seconds. A server may
 * answer before it has read everything, and close: what it said until then counts.
 * @param localAddress the address of this machine to send from, which tells clients apart
 */
export function exchange(port: number, bytes: Buffer, localAddress = '127.0.0.1'): Promise<Answered> {
  return new Promise((resolve) => {
    const received: Buffer[] = [];
    const socket = connect({ host: '127.0.0.1', port, localAddress });
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    // A reset while the rest was still being sent; what matters is what came before.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(readAnswer(Buffer.concat(received))));
    socket.write(bytes);
  });
}
