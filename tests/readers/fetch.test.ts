import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { isParallaxError } from '../../src/errors.js';
import { isPublicAddress } from '../../src/readers/addresses.js';
import { fetchDocument, type FetchOptions } from '../../src/readers/fetch.js';
import { readUrl } from '../../src/readers/url.js';

jest.setTimeout(60_000);

/** A server on 127.0.0.1, the one address that `allowAddress` below lets through. */
const routes: Record<string, RequestListener> = {
  '/page': (request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=windows-1252');
    response.end(Buffer.from(`<p>caf\u00e9 ${request.headers['user-agent']}</p>`, 'latin1'));
  },
  '/missing': (_, response) => response.writeHead(404).end('no'),
  '/silent': () => {},
  '/slow': (_, response) => {
    response.write('begin');
  },
  '/moved': (_, response) => response.writeHead(302, { Location: '/page#part' }).end(),
  '/loop': (_, response) => response.writeHead(301, { Location: '/loop' }).end(),
  '/to-loopback': (_, response) => response.writeHead(302, { Location: 'http://127.0.0.2/' }).end(),
  '/to-name': (_, response) => response.writeHead(302, { Location: 'http://localhost:1/' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
  '/endless': (_, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write('word '.repeat(10_000)));
    };
    response.on('drain', more);
    more();
  },
  '/gzip': (_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('packed')),
  '/brotli': (_, response) => response.writeHead(200, { 'Content-Encoding': 'br' }).end(brotliCompressSync('packed')),
  '/bomb': (_, response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000, 'a'))),
  '/cut': (_, response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('packed').subarray(0, 12)),
  '/odd': (_, response) => response.writeHead(200, { 'Content-Encoding': 'odd' }).end('x'),
  '/broken': (request) => request.socket.destroy(),
};

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => routes[request.url ?? '']?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const allowAddress = (address: string): boolean => address === '127.0.0.1';

/** The text that was fetched, or the code of the failure. */
async function outcome(url: string, options: FetchOptions = {}): Promise<string> {
  try {
    const { bytes } = await fetchDocument(url, { allowAddress, timeLimit: 10_000, ...options });
    return Buffer.from(bytes).toString('utf8');
  } catch (error) {
    if (!isParallaxError(error)) throw error;
    return error.code;
  }
}

test('a page, with its media type and its address after redirects', async () => {
  const fetched = await fetchDocument(`${base}/moved`, { allowAddress, userAgent: 'Parallax/1.2.3' });
  expect(fetched).toMatchObject({ url: `${base}/page`, mediaType: 'text/html; charset=windows-1252' });
  expect(Buffer.from(fetched.bytes).toString('latin1')).toBe('<p>café Parallax/1.2.3</p>');
});

test('packed answers', async () => {
  expect(await outcome(`${base}/gzip`)).toBe('packed');
  expect(await outcome(`${base}/brotli`)).toBe('packed');
});

test.each([
  ['/missing', 'FETCH_STATUS'],
  ['/loop', 'FETCH_FAILED'],
  ['/to-loopback', 'FETCH_ADDRESS_REFUSED'],
  ['/to-file', 'URL_INVALID'],
  ['/cut', 'FETCH_FAILED'],
  ['/odd', 'FETCH_FAILED'],
  ['/broken', 'FETCH_FAILED'],
])('%s gives %s', async (path, code) => {
  expect(await outcome(base + path)).toBe(code);
});

test('a server that never answers, or never ends', async () => {
  expect(await outcome(`${base}/silent`, { timeLimit: 200 })).toBe('FETCH_TIMEOUT');
  expect(await outcome(`${base}/slow`, { timeLimit: 200 })).toBe('FETCH_TIMEOUT');
});

test('a body without end, and one that unpacks without end', async () => {
  const limits = { documentBytes: 1_000_000 };
  expect(await outcome(`${base}/endless`, { limits })).toBe('DOCUMENT_TOO_LARGE');
  expect(await outcome(`${base}/bomb`, { limits })).toBe('DOCUMENT_TOO_LARGE');
});

test('addresses that are none', async () => {
  for (const url of ['', 'nonsense', 'file:///etc/passwd', 'ftp://a.example/', 'http://user:word@a.example/']) {
    expect(await outcome(url)).toBe('URL_INVALID');
  }
});

test('without the test’s permission this machine is refused, by number, by name and in disguise', async () => {
  const { port } = new URL(base);
  for (const host of [
    '127.0.0.1',
    'localhost',
    '127.1',
    '0x7f.1',
    '2130706433',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
  ]) {
    expect(await outcome(`http://${host}:${port}/page`, { allowAddress: undefined })).toBe('FETCH_ADDRESS_REFUSED');
  }
});

test('a name is refused by the address it leads to, also after a redirect', async () => {
  const literalOnly = (): ((address: string) => boolean) => {
    let asked = 0;
    return (address) => address === '127.0.0.1' && (asked += 1) === 1;
  };
  expect(await outcome(`${base}/to-name`, { allowAddress: literalOnly() })).toBe('FETCH_ADDRESS_REFUSED');
});

test('which addresses are public', () => {
  const yes = ['8.8.8.8', '193.99.144.80', '2606:4700::1111', '2a00:1450:4001::5e'];
  const no =
    '127.0.0.1 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.100.100.200 168.63.129.16 0.0.0.0 224.0.0.1 ' +
    '255.255.255.255 ::1 :: fe80::1 fe80::1%eth0 fd00:ec2::254 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1 localhost';
  expect(yes.filter((address) => !isPublicAddress(address))).toEqual([]);
  expect(no.split(' ').filter(isPublicAddress)).toEqual([]);
});

test('a fetched page is read with the charset of its answer; a failure is a result', async () => {
  const results = [];
  for await (const result of readUrl(`${base}/page`, { allowAddress, declared: { source: 'A' } })) results.push(result);
  for await (const result of readUrl(`${base}/missing`, { allowAddress })) results.push(result);
  expect(results).toMatchObject([
    { document: { content: '<p>café Parallax</p>', declared: { source: 'A', url: `${base}/page` } } },
    { name: `${base}/missing`, error: { code: 'FETCH_STATUS' } },
  ]);
});
