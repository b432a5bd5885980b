import { connect, type Socket } from 'node:net';

/** A request, ready to be sent. */
export interface PreparedRequest {
  readonly bytes: Buffer;
}

/** A POST of JSON, as the bytes of HTTP/1.1 on a connection that is kept. */
export function prepareRequest(port: number, path: string, body: unknown): PreparedRequest {
  const text = JSON.stringify(body);
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(text)}`,
  ];
  return { bytes: Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`) };
}

/**
 * One connection to a server on this machine that sends a request and waits for its answer. Written on the bare socket:
 * on a machine of two cores the client must cost as little as can be.
 */
export class Connection {
  readonly #socket: Socket;
  #received: Buffer[] = [];
  #expected = -1;
  #size = 0;
  #settle: { resolve: (body: Buffer) => void; reject: (error: Error) => void } | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', (error) => this.#settle?.reject(error));
    socket.on('close', () => this.#settle?.reject(new Error('The server closed the connection.')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Connection(socket));
      });
    });
  }

  /** @returns the body. @throws when the status is not 200 */
  send({ bytes }: PreparedRequest): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#socket.write(bytes);
    });
  }

  close(): void {
    this.#settle = null;
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#size += chunk.length;
    if (this.#expected < 0) {
      const all = Buffer.concat(this.#received);
      const end = all.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = all.toString('latin1', 0, end);
      const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
      if (!head.startsWith('HTTP/1.1 200 ') || length === undefined) {
        this.#settle?.reject(new Error(`Unexpected answer: ${all.toString('utf8').slice(0, 1_000)}`));
        return;
      }
      this.#received = [all];
      this.#expected = end + 4 + Number(length);
    }
    if (this.#size < this.#expected) return;
    const whole = Buffer.concat(this.#received);
    const body = whole.subarray(whole.indexOf('\r\n\r\n') + 4, this.#expected);
    this.#received = [];
    this.#expected = -1;
    this.#size = 0;
    this.#settle?.resolve(body);
  }
}
