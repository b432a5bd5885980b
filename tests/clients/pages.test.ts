import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService, type Service } from '../server/support';
import { curlCommands, hasCurl, requestOf, runInShell } from './curl';
import { makeWorld } from './world';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = ['README.md', ...readdirSync(join(root, 'docs'), { encoding: 'utf8' }).map((name) => `docs/${name}`)];
const commands = pages
  .filter((path) => path.endsWith('.md'))
  .flatMap((path) => curlCommands(read(path)).map((command, place) => ({ name: `${path}, ${place + 1}`, command })));

/** What the pages write as the address and the key. */
const printedAddress = 'http://127.0.0.1:4000';
const key = 'parallax-key-of-the-pages';

/** What stands behind an identifier that a page shortens with "…". */
const persisted = 'query Front { events(first: 1) { nodes { title } } }';
const persistedId = createHash('sha256').update(persisted).digest('hex');

describe('the curl commands of the pages', () => {
  let service: Service;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parallax-curl-'));
    const manifest = join(folder, 'documents.json');
    writeFileSync(manifest, JSON.stringify({ [persistedId]: persisted }));
    service = await startService('embedded', { persistedDocuments: [manifest] }, [key]);
    await makeWorld(service.make);
    mkdirSync(join(folder, 'secrets'));
    writeFileSync(join(folder, 'secrets/service_key'), `${key}\n`);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await service.close();
  });

  const filledIn = (command: string) =>
    command
      .replaceAll(printedAddress, service.server.address)
      .replaceAll(/sha256:[0-9a-f]*…/g, `sha256:${persistedId}`);

  /** Every one of them is answered with data, but the one that its page shows the errors of. */
  const expectedOf = (name: string, answer: { errors?: object[] }) => {
    const shown = answer.errors && /```json\n(\{\n {2}"errors"[^]*?)```/.exec(read(name.split(',')[0] ?? ''))?.[1];
    return shown ? JSON.parse(shown) : { data: expect.anything() };
  };

  test('there are some, and one shows an error', () => {
    expect(commands.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['docs/clients.md, 1', 'docs/access.md, 1', 'docs/deployment.md, 1']),
    );
  });

  const way = hasCurl ? 'by curl, in a shell' : 'by fetch, for lack of curl';
  test.each(commands)(`$name: ${way}`, async ({ name, command }) => {
    const ours = filledIn(command);
    const printed = hasCurl ? await runInShell(`${ours} --silent`, { KEY: key }, folder) : await send(ours);
    // With --include there are headers before the answer.
    const answer = JSON.parse(printed.slice(printed.indexOf('{"')));
    expect(answer).toEqual(expectedOf(name, answer));
  });

  test.each(commands)('$name: the same request by fetch', async ({ name, command }) => {
    const answer = JSON.parse(await send(filledIn(command)));
    expect(answer).toEqual(expectedOf(name, answer));
  });

  const send = async (command: string) => {
    const response = await fetch(requestOf(command, { $KEY: key, '$(cat secrets/service_key)': key }));
    return response.text();
  };
});

describe('docs/clients.md', () => {
  const projects = ['codegen', 'codegen/src', 'relay', 'relay/src'].flatMap((folder) =>
    readdirSync(join(__dirname, 'projects', folder), { encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(__dirname, 'projects', folder, name), 'utf8')),
  );
  const pieces = [...read('docs/clients.md').matchAll(/```ts\n([^]*?)```/g)].map(([, piece = '']) => ({
    piece,
    beginning: piece.trim().split('\n')[0],
  }));

  test.each(pieces)('shows what the programs in the tests do: $beginning', ({ piece }) => {
    expect(projects.filter((text) => text.includes(piece))).toHaveLength(1);
  });

  test('names the versions that the tests run', () => {
    const { devDependencies, dependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const versions = { ...dependencies, ...devDependencies };
    const page = read('docs/clients.md');
    const minor = (name: string) => /^\d+\.\d+/.exec(versions[name] ?? '')?.[0];
    expect(page).toContain(`| urql (\`@urql/core\`) | ${minor('@urql/core')} |`);
    expect(page).toContain(`| Apollo Client | ${minor('@apollo/client')} |`);
    expect(page).toContain(`| graphql-request | ${minor('graphql-request')} |`);
    expect(page).toContain(`subscribe | ${minor('graphql-ws')} |`);
  });
});
