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
  ])('refuses %s=%s with a sentence that names the variable', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'CONFIGURATION_INVALID', message: expect.stringContaining(name) as string }),
    );
  });

  test('splits the allowed origins', () => {
    const { allowedOrigins } = readConfig({ PARALLAX_ALLOWED_ORIGINS: 'https://a.example, https://b.example' });
    expect(allowedOrigins).toEqual(['https://a.example', 'https://b.example']);
  });
});
