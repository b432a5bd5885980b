import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import { variableNames } from '../../src/config';
import { durationOf, readCompose } from './compose';
import { isIgnored } from './context';
import { lastOf, root } from './dockerfile';

const compose = readCompose();
const services = Object.entries(compose.services);
const { database, parallax } = compose.services;

function checkSchema(file: unknown): string[] {
  const folder = dirname(require.resolve('dclint/package.json'));
  const schema = JSON.parse(readFileSync(join(folder, 'schemas/compose.schema.json'), 'utf8')) as object;
  // Its address of draft 07 begins with https, which ajv does not know, and its formats are Docker's own.
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.validate({ ...schema, $schema: undefined }, file);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('docker-compose.yml', () => {
  test('fits the Compose schema', () => {
    expect(checkSchema(compose)).toEqual([]);
  });

  test.each<[string, object]>([
    ['a service', { services: { ...compose.services, parallax: { ...parallax, read_onyl: true } } }],
    ['a health check', { services: { ...compose.services, database: { healthcheck: { test: [], every: '5s' } } } }],
    ['a secret', { secrets: { service_key: { path: './secrets/service_key' } } }],
  ])('would not fit it with a misspelt key of %s', (_, change) => {
    expect(checkSchema({ ...compose, ...change })).not.toEqual([]);
  });

  test('declares the secrets, volumes, networks and services that are used, and no others', () => {
    const used = (names: (service: (typeof services)[number][1]) => readonly string[]) =>
      [...new Set(services.flatMap(([, service]) => names(service)))].sort();
    expect(used((service) => service.secrets)).toEqual(Object.keys(compose.secrets).sort());
    expect(used((service) => service.networks)).toEqual(Object.keys(compose.networks).sort());
    expect(used((service) => (service.volumes ?? []).map((volume) => volume.split(':')[0] as string))).toEqual(
      Object.keys(compose.volumes).sort(),
    );
    for (const name of used((service) => Object.keys(service.depends_on ?? {}))) {
      expect(Object.keys(compose.services)).toContain(name);
    }
  });

  test('keeps every secret in a folder that neither git nor an image takes in', () => {
    const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
    for (const { file } of Object.values(compose.secrets)) {
      expect(file).toMatch(/^\.\/secrets\/\w+$/);
      expect(isIgnored(file.slice('./'.length))).toBe(true);
    }
    expect(ignored).toContain('secrets/');
  });

  test.each(services)(
    'gives %s its secrets by file, and only those that are mounted',
    (_, { environment, secrets }) => {
      const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE'));
      expect(files.map(([, path]) => path).sort()).toEqual(secrets.map((name) => `/run/secrets/${name}`).sort());
      for (const [name, value] of Object.entries(environment)) {
        if (!name.endsWith('_FILE')) expect(`${name}=${value}`).not.toMatch(/PASSWORD|KEY|:\/\/[^@/]+:[^@/]+@/);
      }
    },
  );

  test('sets only variables that the service, or Node, knows', () => {
    const known = [...variableNames.flatMap((name) => [name, `${name}_FILE`]), 'NODE_OPTIONS'];
    for (const name of Object.keys(parallax.environment)) expect(known).toContain(name);
  });

  test.each(services)(
    'runs %s without root, capabilities, a file system to write to, or an end to its use',
    (_, service) => {
      expect(service.read_only).toBe(true);
      expect(service.cap_drop).toEqual(['ALL']);
      expect(service.security_opt).toEqual(['no-new-privileges:true']);
      expect(service.user ?? lastOf('USER').text).toMatch(/^[1-9]\d*:[1-9]\d*$/);
      expect(Object.keys(service.deploy.resources.limits).sort()).toEqual(['cpus', 'memory', 'pids']);
      expect(Object.keys(service.logging.options).sort()).toEqual(['max-file', 'max-size']);
      expect(service.restart).toBe('unless-stopped');
      expect(service.healthcheck?.test ?? lastOf('HEALTHCHECK').words).toContain('CMD');
    },
  );

  test('lets only this machine reach the service, and only the service reach the database', () => {
    for (const port of parallax.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:\d+:4000$/);
    expect(database.ports).toBeUndefined();
    expect(database.networks.map((name) => compose.networks[name]?.internal)).toEqual([true]);
    const host = new URL(parallax.environment.DATABASE_URL as string).hostname;
    expect(Object.keys(parallax.depends_on ?? {})).toEqual([host]);
    expect(parallax.depends_on?.[host]?.condition).toBe('service_healthy');
  });

  test('names the same account and database on both sides', () => {
    const url = new URL(parallax.environment.DATABASE_URL as string);
    expect(url.username).toBe(database.environment.POSTGRES_USER);
    expect(url.pathname).toBe(`/${database.environment.POSTGRES_DB}`);
    expect(database.healthcheck?.test).toContain(`--username=${url.username}`);
  });

  test('pins a PostgreSQL and keeps its data where that version has it', () => {
    const [, major] = /^postgres:(\d+)\.\d+-bookworm$/.exec(database.image ?? '') ?? [];
    expect(Number(major)).toBeGreaterThanOrEqual(18);
    expect(database.volumes).toEqual(['database:/var/lib/postgresql']);
  });

  test('waits longer for the end of the service than the service itself', () => {
    const [, patience] = /const patience = ([\d_]+);/.exec(readFileSync(join(root, 'src/main.ts'), 'utf8')) ?? [];
    expect(durationOf(parallax.stop_grace_period)).toBeGreaterThan(Number(patience?.replaceAll('_', '')));
  });
});
