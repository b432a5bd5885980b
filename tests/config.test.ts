import { readConfig } from '../src/config';

const key = 'a key of sixteen or more';

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
    ['PARALLAX_MAXIMUM_DOCUMENT_BYTES', '0'],
    ['PARALLAX_USER_AGENT_CONTACT', 'us\r\nX-Header: 1'],
    ['PARALLAX_USER_AGENT_CONTACT', 'the archive (us)'],
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

  test('splits the allowed origins', () => {
    const { allowedOrigins } = readConfig({ PARALLAX_ALLOWED_ORIGINS: 'https://a.example, https://b.example' });
    expect(allowedOrigins).toEqual(['https://a.example', 'https://b.example']);
  });

  test('names the program with its version, and with whom to ask', () => {
    expect(readConfig({}).userAgent).toMatch(/^Parallax\/\d+\.\d+\.\d+$/);
    const contact = readConfig({ PARALLAX_USER_AGENT_CONTACT: 'https://archive.example/about?us=1' }).userAgent;
    expect(contact).toMatch(/^Parallax\/\d+\.\d+\.\d+ \(\+https:\/\/archive\.example\/about\?us=1\)$/);
    expect(readConfig({ PARALLAX_USER_AGENT_CONTACT: 'desk@archive.example' }).userAgent).toContain('desk@');
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
