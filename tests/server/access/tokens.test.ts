import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CryptoKey, JWK, JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import { startService, type Service } from '../support';

const operatorKey = 'the key of the operator';
const audience = 'https://parallax.example';
const question = '{ sources { totalCount } }';
const subscription = { query: 'subscription { claimChanges { cursor } }' };

/** An identity provider: its public keys are served on loopback, and its tokens are signed as jose does it. */
class Provider {
  readonly #keys = new Map<string, { readonly privateKey: CryptoKey; readonly jwk: JWK }>();
  readonly #server: Server;
  asked = 0;
  isDown = false;

  constructor() {
    this.#server = createServer((_request, response) => {
      this.asked += 1;
      response.writeHead(this.isDown ? 500 : 200, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify({ keys: [...this.#keys.values()].map(({ jwk }) => jwk) }));
    });
  }

  async open(): Promise<void> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  get jwksUrl(): string {
    return `${this.issuer}keys`;
  }

  async addKey(kid: string, algorithm = 'ES256'): Promise<void> {
    const { generateKeyPair, exportJWK } = await import('jose');
    const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
    this.#keys.set(kid, { privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' } });
  }

  removeKey(kid: string): void {
    this.#keys.delete(kid);
  }

  publicKey(kid: string): JWK {
    return this.#keys.get(kid)?.jwk as JWK;
  }

  /** A token that is good for the service under test, but for what is changed. */
  async sign(kid: string, changes: JWTPayload = {}, signer: Provider = this): Promise<string> {
    const { SignJWT } = await import('jose');
    const { privateKey, jwk } = signer.#keys.get(kid) as { privateKey: CryptoKey; jwk: JWK };
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: this.issuer, aud: audience, sub: 'ada', exp: now + 600, scope: 'parallax:read', ...changes };
    return new SignJWT(payload).setProtectedHeader({ alg: jwk.alg as string, kid }).sign(privateKey);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    if (this.#server.listening) await once(this.#server.close(), 'close');
  }
}

const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('tokens of an identity provider', () => {
  let provider: Provider;
  let stranger: Provider;
  let service: Service;
  beforeAll(async () => {
    [provider, stranger] = [new Provider(), new Provider()];
    await provider.open();
    await provider.addKey('first');
    await provider.addKey('rsa', 'RS256');
    await stranger.addKey('first');
    const identityProvider = { jwksUrl: provider.jwksUrl, issuer: provider.issuer, audience };
    service = await startService('postgres', { identityProvider, key: operatorKey }, [operatorKey]);
  });
  afterAll(async () => {
    await service.close();
    await provider.close();
  });
  const statusOf = async (token: string) => (await service.ask(question, {}, bearer(token))).status;

  test.each(['first', 'rsa'])('let in, signed with the key %s', async (kid) => {
    expect(await statusOf(await provider.sign(kid))).toBe(200);
  });

  test.each<[string, JWTPayload, number]>([
    ['scope holds several', { scope: 'openid parallax:ingest profile' }, 200],
    ['scp is a list', { scope: undefined, scp: ['parallax:curate'] }, 200],
    ['scp is text', { scope: undefined, scp: 'parallax:read' }, 200],
    ['the audience is one of several', { aud: ['https://other.example', audience] }, 200],
    ['it has just expired, by clocks that differ', { exp: seconds(-5) }, 200],
    ['no scope is ours', { scope: 'read openid admin' }, 403],
    ['there are no scopes', { scope: undefined }, 403],
    ['the scope is of another kind', { scope: { 'parallax:read': true } }, 403],
    ['the issuer is another', { iss: 'https://elsewhere.example/' }, 401],
    ['the issuer is missing', { iss: undefined }, 401],
    ['the audience is another', { aud: 'https://other.example' }, 401],
    ['the audience is missing', { aud: undefined }, 401],
    ['it has expired', { exp: seconds(-600) }, 401],
    ['it does not expire', { exp: undefined }, 401],
    ['it is not yet good', { nbf: seconds(600) }, 401],
    ['it is nobody’s', { sub: undefined }, 401],
    ['it is of somebody with a very long name', { sub: 'a'.repeat(300) }, 401],
  ])('where %s', async (_, changes, status) => {
    expect(await statusOf(await provider.sign('first', changes))).toBe(status);
  });

  test('allow what their scopes say', async () => {
    const ingest = 'mutation { ingest(input: { documents: [] }) { accepted } }';
    const reader = bearer(await provider.sign('first'));
    expect(await service.ask(ingest, {}, reader)).toMatchObject({ status: 403 });
    const writer = bearer(await provider.sign('first', { scope: 'parallax:ingest' }));
    expect(await service.ask(ingest, {}, writer)).toMatchObject({ status: 200, data: { ingest: { accepted: 0 } } });
    const admin = bearer(await provider.sign('first', { scope: 'parallax:admin' }));
    expect(await service.ask('{ keys { id } }', {}, admin)).toMatchObject({ status: 200, data: { keys: [] } });
  });

  test('are refused when they are forged', async () => {
    const [header, payload, signature] = (await provider.sign('rsa')).split('.') as [string, string, string];
    const none = base64({ alg: 'none', kid: 'rsa' });
    const forged = [
      `${none}.${payload}.`,
      `${none}.${payload}.${signature}`,
      `${header}.${base64({ ...JSON.parse(String(Buffer.from(payload, 'base64url'))), scope: 'parallax:admin' })}.${signature}`,
      `${header}.${payload}.${signature.slice(0, -4)}AAAA`,
      // The key of somebody else under the same name.
      await provider.sign('first', {}, stranger),
      'a.b.c',
    ];
    // The public key taken for a shared secret.
    const { exportSPKI, importJWK } = await import('jose');
    const pem = await exportSPKI((await importJWK(provider.publicKey('rsa'), 'RS256')) as CryptoKey);
    for (const secret of [pem, JSON.stringify(provider.publicKey('rsa'))]) {
      const signed = `${base64({ alg: 'HS256', kid: 'rsa' })}.${payload}`;
      forged.push(`${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`);
    }
    for (const token of forged) {
      const answer = await service.ask(question, {}, bearer(token));
      expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });

  test('end subscriptions when they expire', async () => {
    // Clocks may be 30 seconds apart, so this one is accepted for another second.
    const token = await provider.sign('first', { exp: seconds(-28) });
    const stream = service.client(bearer(token)).iterate(subscription);
    expect((await stream.next()).value).toHaveProperty('data');
    await expect(stream.next()).rejects.toMatchObject({
      code: 4403,
      reason: expect.stringMatching(/expired/) as string,
    });
    expect(await statusOf(token)).toBe(401);
  });

  test('shown again are not checked again, and the keys are not fetched again', async () => {
    const asked = provider.asked;
    const token = await provider.sign('first', { jti: 'again' });
    for (let count = 0; count < 10; count += 1) expect(await statusOf(token)).toBe(200);
    expect(provider.asked).toBe(asked);
  });

  test('the key of the operator is accepted beside them', async () => {
    expect(await service.ask(question, {}, bearer(operatorKey))).toMatchObject({ status: 200 });
    expect((await service.ask(question)).status).toBe(401);
  });
});

describe('the keys of an identity provider', () => {
  let provider: Provider;
  let service: Service;
  let clock: jest.SpiedFunction<typeof Date.now> | undefined;
  beforeEach(async () => {
    provider = new Provider();
    await provider.open();
    await provider.addKey('first');
    const identityProvider = { jwksUrl: provider.jwksUrl, issuer: provider.issuer, audience };
    service = await startService('postgres', { identityProvider });
  });
  afterEach(async () => {
    clock?.mockRestore();
    await service.close();
    await provider.close();
  });
  const statusOf = async (token: string) => (await service.ask(question, {}, bearer(token))).status;

  test('may be exchanged: a new one is fetched, and an unknown one not over and over', async () => {
    expect(await statusOf(await provider.sign('first'))).toBe(200);
    await provider.addKey('second');
    const token = await provider.sign('second');
    // What is fetched is believed for 5 seconds.
    expect(await statusOf(token)).toBe(401);
    const now = Date.now;
    clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + 6_000);
    expect(await statusOf(token)).toBe(200);
    expect(provider.asked).toBe(2);
    await provider.addKey('third');
    const unknown = await provider.sign('third');
    provider.removeKey('third');
    for (let count = 0; count < 20; count += 1) expect(await statusOf(unknown)).toBe(401);
    expect(provider.asked).toBe(2);
  });

  test('that cannot be had are the service’s trouble, not the caller’s', async () => {
    provider.isDown = true;
    const token = await provider.sign('first');
    const answer = await service.ask(question, {}, bearer(token));
    expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code: 'IDENTITY_PROVIDER_UNAVAILABLE' } }] });
    expect(service.logged).toHaveLength(1);
    await expect(service.client(bearer(token)).iterate(subscription).next()).rejects.toMatchObject({ code: 1013 });
    expect(JSON.stringify(service.logged)).not.toContain(token);
    provider.isDown = false;
    // Nor is anybody kept waiting by a clock that is set back.
    const now = Date.now;
    clock = jest.spyOn(Date, 'now').mockImplementation(() => now() - 3_600_000);
    while ((await statusOf(token)) === 503) await new Promise((resolve) => setTimeout(resolve, 100));
    clock.mockRestore();
    expect(await statusOf(token)).toBe(200);
  });

  test('that nobody answers for are the same', async () => {
    const token = await provider.sign('first');
    await provider.close();
    expect(await service.ask(question, {}, bearer(token))).toMatchObject({ status: 503 });
  });

  test('close what was open on this machine', async () => {
    expect(await service.ask(question)).toMatchObject({ status: 401 });
  });
});
