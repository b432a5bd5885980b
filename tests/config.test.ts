import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, variableNames } from '../src/config';

const key = 'a key of sixteen or more';
const codeInvalid = 'CONFIGURATION_INVALID';

describe('readConfig', () => {
  test('listens on loopback with the embedded database when nothing is set', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 4000, databaseUrl: null, key: null });
  });

  test('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: '', HOST: ' ' })).toMatchObject({ host: '127.0.0.1', port: 4000 });
  });

  test.each(['0.0.0.0', '::', '192.0.2.1', 'parallax.example', '127.0.0.1.example'])(
    'wants a key when it listens on %s',
    (HOST) => {
      expect(() => readConfig({ HOST })).toThrow(expect.objectContaining({ code: 'CONFIGURATION_INVALID' }));
      expect(readConfig({ HOST, PARALLAX_KEY: key })).toMatchObject({ host: HOST, key });
    },
  );

  test.each([
    ['PORT', '70000'],
    ['PORT', '40x'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'mysql://somewhere'],
    ['PARALLAX_KEY', 'short'],
    ['PARALLAX_ANONYMOUS_SCOPES', 'admin'],
    ['PARALLAX_ANONYMOUS_SCOPES', 'read,none'],
    ['PARALLAX_ANONYMOUS_SCOPES', 'read ingest'],
    ['PARALLAX_JWKS_URL', 'https://login.example/keys'],
    ['PARALLAX_TOKEN_ISSUER', 'https://login.example/'],
    ['PARALLAX_TOKEN_AUDIENCE', 'parallax'],
    ['PARALLAX_MAXIMUM_DOCUMENT_BYTES', '0'],
    ['PARALLAX_MAXIMUM_REQUEST_BYTES', '1000'],
    ['PARALLAX_READING_TIMEOUT_SECONDS', '0'],
    ['PARALLAX_POINTS_PER_MINUTE', '-1'],
    ['PARALLAX_OPERATIONS_PER_CALLER', '0'],
    ['PARALLAX_SUBSCRIPTIONS_PER_CALLER', 'many'],
    ['PARALLAX_CONNECTIONS_PER_ADDRESS', '0'],
    ['PARALLAX_TRUSTED_PROXIES', 'proxy.example'],
    ['PARALLAX_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['PARALLAX_TRUSTED_PROXIES', '10.0.0.1, *'],
    ['PARALLAX_USER_AGENT_CONTACT', 'us\r\nX-Header: 1'],
    ['PARALLAX_USER_AGENT_CONTACT', 'the archive (us)'],
    ['PARALLAX_USER_AGENT_CONTACT', 'foo'],
    ['PARALLAX_USER_AGENT_CONTACT', 'desk@archive'],
    ['PARALLAX_LOG_LEVEL', 'loud'],
    ['PARALLAX_ONLY_PERSISTED_DOCUMENTS', 'yes'],
    ['PARALLAX_ONLY_PERSISTED_DOCUMENTS', 'true'],
    ['PARALLAX_CACHE_SECONDS', '-1'],
    ['PARALLAX_REPROCESS', 'sometimes'],
    ['PARALLAX_FETCH_PRIVATE_HOSTS', 'http://archive.example'],
    ['PARALLAX_FETCH_PRIVATE_HOSTS', 'a.example, b.example/path'],
    ['PARALLAX_FETCH_PRIVATE_HOSTS', 'user@archive.example'],
    ['PARALLAX_FETCH_PRIVATE_HOSTS', '*.example'],
    ['PARALLAX_FETCH_PRIVATE_HOSTS', '10.0.0.0/8'],
    ['PARALLAX_FETCH_PRIVATE_HOSTS', 'archive.example:99999'],
  ])('refuses %s=%s with a sentence that names the variable', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'CONFIGURATION_INVALID', message: expect.stringContaining(name) as string }),
    );
  });

  test('opens what it is told to open, and listens elsewhere with that', () => {
    expect(readConfig({}).anonymousScopes).toBeNull();
    expect(readConfig({ PARALLAX_ANONYMOUS_SCOPES: 'none' }).anonymousScopes).toEqual([]);
    const open = readConfig({ HOST: '0.0.0.0', PARALLAX_ANONYMOUS_SCOPES: 'read, Ingest' });
    expect(open.anonymousScopes).toEqual(['READ', 'INGEST']);
    expect(() => readConfig({ HOST: '0.0.0.0', PARALLAX_ANONYMOUS_SCOPES: 'none' })).toThrow(/PARALLAX_KEY/);
  });

  test('wants all of an identity provider, over https or on this machine', () => {
    const provider = (jwksUrl: string) => ({
      HOST: '0.0.0.0',
      PARALLAX_JWKS_URL: jwksUrl,
      PARALLAX_TOKEN_ISSUER: 'https://login.example/',
      PARALLAX_TOKEN_AUDIENCE: 'parallax',
    });
    expect(readConfig({}).identityProvider).toBeNull();
    for (const jwksUrl of ['https://login.example/keys', 'http://127.0.0.1:8080/keys']) {
      const { identityProvider } = readConfig(provider(jwksUrl));
      expect(identityProvider).toEqual({ jwksUrl, issuer: 'https://login.example/', audience: 'parallax' });
    }
    for (const jwksUrl of ['http://login.example/keys', 'file:///keys', 'keys']) {
      expect(() => readConfig(provider(jwksUrl))).toThrow(/PARALLAX_JWKS_URL must be an https address/);
    }
  });

  test('splits the allowed origins', () => {
    const { allowedOrigins } = readConfig({ PARALLAX_ALLOWED_ORIGINS: 'https://a.example, https://b.example' });
    expect(allowedOrigins).toEqual(['https://a.example', 'https://b.example']);
  });

  test('refuses what no browser names as an origin', () => {
    for (const entry of ['*', 'null', 'a.example', 'https://a.example/', 'https://A.example', 'ftp://a.example']) {
      expect(() => readConfig({ PARALLAX_ALLOWED_ORIGINS: entry })).toThrow(/must hold origins such as https:\/\//);
    }
  });

  test('names the program with its version, and with whom to ask', () => {
    expect(readConfig({}).userAgent).toMatch(/^Parallax\/\d+\.\d+\.\d+$/);
    const contact = readConfig({ PARALLAX_USER_AGENT_CONTACT: 'https://archive.example/about?us=1' }).userAgent;
    expect(contact).toMatch(/^Parallax\/\d+\.\d+\.\d+ \(\+https:\/\/archive\.example\/about\?us=1\)$/);
    expect(readConfig({ PARALLAX_USER_AGENT_CONTACT: 'desk@archive.example' }).userAgent).toContain('desk@');
  });

  test('tells of names that are nearly right, with the right one', () => {
    const warnings = (name: string) => readConfig({ [name]: '1' }).warnings;
    expect(warnings('PARALLAX_KEYS')).toEqual([
      'PARALLAX_KEYS is no variable of this service and is ignored: did you mean PARALLAX_KEY?',
    ]);
    expect(warnings('PARALAX_POINTS_PER_MINUTE')[0]).toContain('did you mean PARALLAX_POINTS_PER_MINUTE?');
    expect(warnings('PARALLAX_POINT_PER_MINUTES_FILE')[0]).toContain('did you mean PARALLAX_POINTS_PER_MINUTE_FILE?');
    expect(warnings('parallax_cache_seconds')[0]).toContain('did you mean PARALLAX_CACHE_SECONDS?');
    for (const name of ['PARALLAX_CACHE_SECONDS', 'PARALLAX_TEST_ADMIN_URL', 'PARALLEL_JOBS', 'PATH']) {
      expect(warnings(name)).toEqual([]);
    }
  });

  test('reads hosts of a private network with their ports', () => {
    expect(readConfig({}).fetchPrivateHosts).toEqual([]);
    const hosts = 'Archive.example, 127.0.0.1:8080,[::1]:80, 127.1:9000';
    expect(readConfig({ PARALLAX_FETCH_PRIVATE_HOSTS: hosts }).fetchPrivateHosts).toEqual([
      'archive.example:80',
      'archive.example:443',
      '127.0.0.1:8080',
      '[::1]:80',
      '127.0.0.1:9000',
    ]);
  });
});

test('the README tells of every variable', () => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  // NODE_ENV is Node's.
  for (const name of variableNames.filter((known) => known !== 'NODE_ENV')) expect(readme).toContain(`| \`${name}\` |`);
});

describe('a value by file', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'parallax-config-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (content: string | Uint8Array) => {
    const path = join(folder, 'value');
    writeFileSync(path, content);
    return path;
  };

  test.each(['', '\n', '\r\n', '\n\n'])('is taken without the line end %j', (end) => {
    expect(readConfig({ PARALLAX_KEY_FILE: file(key + end) })).toMatchObject({ key });
  });

  test('can be any variable', () => {
    expect(readConfig({ PORT_FILE: file('4321\n') })).toMatchObject({ port: 4321 });
  });

  test('counts for the rules of the variable', () => {
    expect(() => readConfig({ PARALLAX_KEY_FILE: file('short') })).toThrow(/PARALLAX_KEY must have at least 16/);
    expect(readConfig({ HOST: '0.0.0.0', PARALLAX_KEY_FILE: file(key) })).toMatchObject({ key });
  });

  test('is no value when the name of the file is empty', () => {
    expect(readConfig({ PARALLAX_KEY_FILE: ' ', PARALLAX_KEY: key })).toMatchObject({ key });
  });

  test.each<[string, () => NodeJS.ProcessEnv, RegExp]>([
    ['is set beside the variable', () => ({ PARALLAX_KEY: key, PARALLAX_KEY_FILE: file(key) }), /both set/],
    ['is not there', () => ({ PARALLAX_KEY_FILE: join(folder, 'nothing') }), /no such file/],
    ['is a folder', () => ({ PARALLAX_KEY_FILE: folder }), /a folder/],
    ['is empty', () => ({ PARALLAX_KEY_FILE: file('\n') }), /is empty/],
    ['has several lines', () => ({ PARALLAX_KEY_FILE: file(`${key}\n${key}\n`) }), /one line/],
    ['has a byte order mark', () => ({ PARALLAX_KEY_FILE: file(`\uFEFF${key}`) }), /byte order mark/],
    ['is not text', () => ({ PARALLAX_KEY_FILE: file(Uint8Array.of(0xff, 0xfe, 0x41)) }), /not UTF-8/],
    ['is large', () => ({ PARALLAX_KEY_FILE: file('k'.repeat(16 * 1024 + 1)) }), /more than 16384 bytes/],
    ['never ends', () => ({ PARALLAX_KEY_FILE: '/dev/zero' }), /more than 16384 bytes/],
  ])('is refused with a sentence when it %s', (_, environment, sentence) => {
    const given = environment();
    expect(() => readConfig(given)).toThrow(
      expect.objectContaining({ code: codeInvalid, message: expect.stringMatching(sentence) as string }),
    );
    expect(() => readConfig(given)).toThrow(/PARALLAX_KEY_FILE/);
    // What is in the file is a secret, right or wrong.
    expect(() => readConfig(given)).not.toThrow(key);
  });

  test('that may not be read tells how to make it readable', () => {
    const path = file(key);
    chmodSync(path, 0o000);
    const isRoot = process.geteuid?.() === 0;
    // Root may read everything, so for the time of the call the account that owns nothing does it.
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect(() => readConfig({ PARALLAX_KEY_FILE: path })).toThrow(/chmod 444/);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  test.each(['plain', ' with spaces ', `@:/?#[]%25&=+$,;!'"\\<>^\`{|}~`, 'Schlüssel 鍵 🗝'])(
    'gives the database the password %j as it is',
    (password) => {
      const DATABASE_URL = 'postgres://parallax@database:5432/parallax?application_name=parallax';
      for (const environment of [{ DATABASE_PASSWORD: password }, { DATABASE_PASSWORD_FILE: file(`${password}\n`) }]) {
        const { databaseUrl } = readConfig({ DATABASE_URL, ...environment });
        const url = new URL(databaseUrl as string);
        expect(decodeURIComponent(url.password)).toBe(password);
        url.password = '';
        expect(url.href).toBe(DATABASE_URL);
      }
    },
  );

  test.each([
    [{ DATABASE_PASSWORD: 'secret' }, /without DATABASE_URL/],
    [{ DATABASE_PASSWORD: 'secret', DATABASE_URL: 'postgres://parallax:other@database/parallax' }, /keep one/],
    [{ DATABASE_PASSWORD: 'secret', DATABASE_URL: 'postgres://database/parallax' }, /name user and host/],
    [{ DATABASE_PASSWORD: 'secret', DATABASE_URL: 'postgres:///parallax?host=/run' }, /name user and host/],
    [{ DATABASE_PASSWORD: 'secret', DATABASE_URL: 'postgres://a b:9999999/parallax' }, /not a URL/],
  ])('a password that has no place is refused: %j', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(
      expect.objectContaining({ code: codeInvalid, message: expect.stringMatching(sentence) as string }),
    );
    expect(() => readConfig(environment)).not.toThrow(/secret|other/);
  });
});
