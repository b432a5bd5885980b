import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { variableNames } from '../../src/config';
import { filesOfContext, isIgnored } from './context';
import { dockerfileText, lastOf, readCommand, readStages, root } from './dockerfile';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
  license: string;
  description: string;
  engines: { node: string };
};
const stages = readStages();
const baseVersion = /^node:(\d+)\.(\d+)\.(\d+)-bookworm-slim$/;
const image = stages.at(-1)?.instructions ?? [];

describe('the Dockerfile', () => {
  test('is one that a linter of Dockerfiles has nothing to say about', () => {
    expect(validate(dockerfileText)).toEqual([]);
    expect(validate(dockerfileText.replace('STOPSIGNAL', 'STOPSIGN'))).not.toEqual([]);
  });

  test('builds on one exact version of Node 24 that package.json allows', () => {
    expect(new Set(stages.map(({ base }) => base)).size).toBe(1);
    const [, major, minor] = baseVersion.exec(stages[0]?.base ?? '') ?? [];
    expect(major).toBe('24');
    const [, least] = />=24\.(\d+)\.0/.exec(manifest.engines.node) ?? [];
    expect(Number(minor)).toBeGreaterThanOrEqual(Number(least));
  });

  test('builds on the version that continuous integration tests', () => {
    const tested = readFileSync(join(root, '.ci/run'), 'utf8');
    expect(tested).toMatch(new RegExp(`^releases=\\(.* ${stages[0]?.base.match(/[\d.]+/)?.[0]}\\)$`, 'm'));
  });

  test('starts and asks for health without a shell, as an account that is not root', () => {
    expect(readCommand(lastOf('CMD').text)).toEqual(['node', '--max-semi-space-size=64', 'dist/src/main.js']);
    const { text } = lastOf('HEALTHCHECK');
    expect(text).toMatch(/^CMD \[/);
    expect(readCommand(text.slice('CMD '.length))[0]).toBe('node');
    expect(lastOf('USER').text).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    // Nothing after the account is set may need more than it has.
    expect(image.slice(image.indexOf(lastOf('USER'))).map(({ keyword }) => keyword)).not.toContain('RUN');
    expect(image.map(({ keyword }) => keyword)).not.toContain('ENTRYPOINT');
  });

  test('sets only variables that the service knows', () => {
    const names = image.flatMap(({ keyword, properties }) => (keyword === 'ENV' ? Object.keys(properties) : []));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(variableNames).toContain(name);
    expect(lastOf('EXPOSE').text).toBe(lastOf('ENV').properties.PORT);
  });

  test('says of the image what package.json says', () => {
    expect(lastOf('LABEL').properties).toEqual({
      'org.opencontainers.image.title': 'Parallax',
      'org.opencontainers.image.description': manifest.description,
      'org.opencontainers.image.version': manifest.version,
      'org.opencontainers.image.licenses': manifest.license,
      'org.opencontainers.image.base.name': `docker.io/library/${stages.at(-1)?.base}`,
    });
  });

  test('puts the manifests alone before the dependencies, so that their layer is kept', () => {
    const [first] = stages;
    const keywords = first?.instructions.map(({ keyword, text }) => (keyword === 'RUN' ? text : keyword)) ?? [];
    expect(keywords.findIndex((text) => text.startsWith('npm ci'))).toBe(keywords.indexOf('COPY') + 1);
    expect(first?.instructions.find(({ keyword }) => keyword === 'COPY')?.words).toEqual([
      'package.json',
      'package-lock.json',
      './',
    ]);
  });
});

describe('.dockerignore', () => {
  test.each([
    '.git/config',
    '.env',
    '.parallax/owner.json',
    'secrets/service_key',
    'node_modules/pg/package.json',
    'dist/src/main.js',
    'tests/config.test.ts',
    'eval/run.js',
    'bench/run.js',
    'docs/deployment.md',
    'docker-compose.yml',
    'npm-debug.log',
  ])('keeps %s out', (path) => expect(isIgnored(path)).toBe(true));

  test('lets in what is built and served', () => {
    const files = filesOfContext();
    for (const path of ['package-lock.json', 'tsconfig.json', 'src/main.ts', 'web/index.html', 'demo/manifest.json']) {
      expect(files).toContain(path);
    }
    const folders = new Set(files.map((path) => (path.includes('/') ? path.split('/')[0] : '')));
    expect([...folders].sort()).toEqual(['', 'demo', 'entities', 'resolvers', 'scripts', 'src', 'web']);
  });
});
