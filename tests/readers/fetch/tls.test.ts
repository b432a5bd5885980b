import { createServer, type Server as SecureServer } from 'node:https';
import type { RequestListener, Server } from 'node:http';
import { selfSigned, type Certificate } from './certificate';
import { fetchInChild } from './child';
import { listen, outcome, redirect, answer, serve, testFetcher, type TestServer } from './support';

const day = 24 * 60 * 60 * 1000;
const past = (days: number): Date => new Date(Date.now() - days * day);
const future = (days: number): Date => past(-days);

const asked: string[] = [];
let plain: TestServer;
const routes: RequestListener = (request, response) => {
  asked.push(request.url ?? '');
  if (request.url === '/robots.txt') response.writeHead(404).end();
  else if (request.url === '/down') redirect(`${plain.base}/page`)(request, response);
  else response.end(`encrypted for ${request.headers.host?.split(':')[0]}`);
};

async function secure(certificate: Certificate): Promise<TestServer & { url: string }> {
  const server: SecureServer = createServer(certificate, routes);
  const listening = await listen(server as unknown as Server);
  return { ...listening, url: listening.base.replace('http:', 'https:') };
}

beforeAll(async () => {
  plain = await serve({ '/page': answer(200, {}, 'plain') });
});
afterAll(() => plain.close());
beforeEach(() => {
  asked.length = 0;
});

test.each([
  ['that signs itself', '127.0.0.1', past(1), future(1), /SELF_SIGNED_CERT/],
  ['that has run out', '127.0.0.1', past(3), past(1), /CERT/],
  ['of another host', 'other.example', past(1), future(1), /CERT/],
])('a certificate %s is refused before anything is asked', async (_, host, from, until, code) => {
  const server = await secure(selfSigned(host, from, until));
  try {
    const told = await outcome(testFetcher(), `${server.url}/page`);
    expect(told).toMatch(/^FETCH_CERTIFICATE: .*The certificate of 127\.0\.0\.1:\d+ cannot be trusted/);
    expect(told).toMatch(code);
    expect(asked).toEqual([]);
  } finally {
    await server.close();
  }
});

test('a server that does not speak TLS', async () => {
  expect(await outcome(testFetcher(), `${plain.base.replace('http:', 'https:')}/page`)).toMatch(/^FETCH_FAILED: /);
});

test('a trusted certificate is accepted for its host and for no other, and a redirect to http is not followed', async () => {
  const certificate = selfSigned('127.0.0.1', past(1), future(1));
  const server = await secure(certificate);
  try {
    const fetch = (url: string) => fetchInChild(url, {}, { certificate: certificate.cert });
    expect(await fetch(`${server.url}/page`)).toMatchObject({ text: 'encrypted for 127.0.0.1' });
    expect((await fetch(`${server.url}/down`)).text).toMatch(/^FETCH_REDIRECT_REFUSED: .* not encrypted/);
    expect((await fetch(server.url.replace('127.0.0.1', 'localhost'))).text).toMatch(/^FETCH_CERTIFICATE: .*ALTNAME/);
    expect(plain.asked).not.toContain('/page');
  } finally {
    await server.close();
  }
});
