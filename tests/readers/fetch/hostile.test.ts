import { createServer as createTcpServer, type Server as TcpServer, type Socket } from 'node:net';
import { createGzip, gzipSync } from 'node:zlib';
import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { fetchInChild } from './child';
import { answer, listen, outcome, serve, testFetcher, type TestServer } from './support';

jest.setTimeout(60_000);

/** A gigabyte of one letter, packed: about a megabyte. */
let bomb: Buffer;

async function packBomb(): Promise<Buffer> {
  const gzip = createGzip({ level: 9 });
  const packed: Buffer[] = [];
  gzip.on('data', (chunk: Buffer) => packed.push(chunk));
  const megabyte = Buffer.alloc(1024 * 1024, 'a');
  for (let count = 0; count < 1024; count += 1) if (!gzip.write(megabyte)) await once(gzip, 'drain');
  gzip.end();
  await once(gzip, 'end');
  return Buffer.concat(packed);
}

/** Writes for ever, as fast as it is read. */
const endless =
  (chunk: Uint8Array | string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(200, headers);
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  };

/** Sends a piece every so many milliseconds until the other end has enough. */
function drip(socket: Socket, piece: string, milliseconds: number): void {
  const timer = setInterval(() => socket.write(piece), milliseconds);
  socket.on('close', () => clearInterval(timer));
}

let server: TestServer;
beforeAll(async () => {
  bomb = await packBomb();
  server = await serve({
    '/bomb': answer(200, { 'Content-Encoding': 'gzip', 'Content-Type': 'text/html' }, bomb),
    '/endless': endless('word '.repeat(10_000)),
    // Every member of this is empty: it unpacks to nothing, for ever.
    '/endless-nothing': endless(Buffer.concat(Array.from({ length: 500 }, () => gzipSync(''))), {
      'Content-Encoding': 'gzip',
    }),
    '/announced': answer(200, { 'Content-Length': '99999999999' }),
    '/headers': (_, response) => response.writeHead(200, { 'X-Long': 'a'.repeat(100_000) }).end('x'),
    '/many-headers': (_, response) => {
      for (let count = 0; count < 900; count += 1) response.setHeader(`X-${count}`, 'a'.repeat(20));
      response.end('read all the same');
    },
    '/silent': () => {},
    '/stops': (_, response) => void response.write('begin'),
    '/reset': (_, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('begin', () => response.socket?.resetAndDestroy());
    },
    '/short': (_, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('begin', () => response.socket?.end());
    },
    '/broken': (request) => request.socket.destroy(),
    '/switch': (_, response) => response.writeHead(101, { Upgrade: 'x', Connection: 'Upgrade' }).end(),
  });
});
afterAll(() => server.close());

const impatient = { timeLimit: 10_000, idleLimit: 500 };

test.each([
  ['/announced', /^DOCUMENT_TOO_LARGE: /],
  ['/headers', /^FETCH_FAILED: The headers of 127\.0\.0\.1:\d+ are longer than 64 KiB/],
  ['/many-headers', /^read all the same$/],
  ['/silent', /^FETCH_TIMEOUT: .* sent nothing for 0\.5 s/],
  ['/stops', /^FETCH_TIMEOUT: .* sent nothing for 0\.5 s/],
  ['/reset', /^FETCH_FAILED: .*ECONNRESET/],
  ['/short', /^FETCH_FAILED: .*ECONNRESET/],
  ['/broken', /^FETCH_FAILED: .*ECONNRESET/],
  ['/switch', /^FETCH_FAILED: /],
])('%s: %s', async (path, sentence) => {
  expect(await outcome(testFetcher(impatient), server.base + path)).toMatch(sentence);
});

test.each([
  ['a gigabyte packed into one megabyte', '/bomb'],
  ['a body without end', '/endless'],
  ['a packed body without end that unpacks to nothing', '/endless-nothing'],
])('%s is left early, with little memory', async (_, path) => {
  const { text, megabytes } = await fetchInChild(server.base + path, {});
  expect(text).toBe('DOCUMENT_TOO_LARGE: The document is larger than 20 MB.');
  expect(megabytes).toBeLessThan(300);
});

describe('below HTTP', () => {
  const open = new Set<Socket>();
  let raw: TcpServer;
  let base: string;
  const answers: Record<string, (socket: Socket) => void> = {
    '/drip-headers': (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      drip(socket, 'X-More: a\r\n', 50);
    },
    '/drip-status': (socket) => drip(socket, 'H', 50),
    '/drip-body': (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
      drip(socket, 'a', 50);
    },
    '/continue': (socket) => drip(socket, 'HTTP/1.1 100 Continue\r\n\r\n', 20),
    '/no-http': (socket) => socket.end('220 mail.example ESMTP\r\n'),
    '/long-length': (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nbegin and more than that'),
    '/two-lengths': (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nbegin'),
    '/no-length': (socket) => socket.end('HTTP/1.0 200 OK\r\n\r\nuntil the end'),
    '/bad-chunk': (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nbegin'),
  };

  beforeAll(async () => {
    raw = createTcpServer((socket) => {
      open.add(socket);
      socket.on('close', () => open.delete(socket)).on('error', () => {});
      socket.once('data', (data) => {
        const path = data.toString('latin1').split(' ')[1] ?? '';
        if (path === '/robots.txt') socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
        else answers[path]?.(socket);
      });
    });
    const { port } = await listen(raw as unknown as Server);
    base = `http://127.0.0.1:${port}`;
  });
  afterAll(async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => raw.close(resolve));
  });

  test.each([
    ['/drip-headers', /^FETCH_TIMEOUT: .* did not answer in full within 1 s/],
    ['/drip-status', /^FETCH_(?:TIMEOUT|FAILED): /],
    ['/drip-body', /^FETCH_TIMEOUT: .* did not answer in full within 1 s/],
    ['/continue', /^FETCH_TIMEOUT: .* did not answer in full within 1 s/],
    ['/no-http', /^FETCH_FAILED: What 127\.0\.0\.1:\d+ answers is not HTTP/],
    ['/two-lengths', /^FETCH_FAILED: What 127\.0\.0\.1:\d+ answers is not HTTP/],
    ['/bad-chunk', /^FETCH_FAILED: /],
    ['/no-length', /^until the end$/],
    // What is more than was announced is no part of the answer.
    ['/long-length', /^(?:begin$|FETCH_FAILED: )/],
  ])('%s: %s', async (path, sentence) => {
    // What drips is never idle, and a busy machine that drips late must not make it so: the time for all of it is what ends it.
    expect(await outcome(testFetcher({ timeLimit: 1000, idleLimit: 10_000 }), base + path)).toMatch(sentence);
  });
});
