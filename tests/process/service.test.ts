import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFolderOwner } from '../../src/store/folder-lock';
import { copyEmbeddedFolder, createPostgresDatabase } from '../support/databases';
import { ask, printed, run, start, startService } from '../support/programs';
import { councilLines } from './support';

jest.setTimeout(120_000);

const countArticles = async (address: string) =>
  (await ask<{ articles: { totalCount: number } }>(address, '{ articles { totalCount } }')).articles.totalCount;

describe('the service on its embedded database', () => {
  let work: string;
  let folder: ReturnType<typeof copyEmbeddedFolder>;
  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), 'parallax-process-'));
    folder = copyEmbeddedFolder();
  });
  afterEach(() => {
    rmSync(work, { recursive: true, force: true });
    folder.remove();
  });

  test('a new folder gets the demo, once; a removed demo stays away', async () => {
    const environment = { PARALLAX_DATA: join(work, 'new') };
    const first = await startService(environment);
    await printed(first, /The demo is loaded: 32 articles/);
    expect(await countArticles(first.address)).toBe(32);
    expect(await run(['demo', 'remove'], environment)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('32 articles') as string,
    });
    for (const type of ['articles', 'sources', 'claims', 'actors', 'events', 'propositions']) {
      const answer = await ask<Record<string, { totalCount: number }>>(first.address, `{ ${type} { totalCount } }`);
      expect({ [type]: answer[type]?.totalCount }).toEqual({ [type]: 0 });
    }
    first.process.kill('SIGTERM');
    expect(await first.finished).toMatchObject({ status: 0 });
    const second = await startService(environment);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await countArticles(second.address)).toBe(0);
    second.process.kill('SIGTERM');
    expect(await second.finished).toMatchObject({ status: 0 });
  });

  // One start for all that needs a service that runs: starting is most of what they take.
  test('while it runs no second one does, and ingest sends it its work, until it is gone', async () => {
    const environment = { PARALLAX_DATA: folder.folder };
    const file = join(work, 'articles.jsonl');
    writeFileSync(file, councilLines(3));
    const text = 'Ferry resumes\n\n3 March 2025\n\nThe ferry sails again, its captain said.';
    const service = await startService(environment);

    const second = await start('main.js', [], { PORT: '0', ...environment }).finished;
    expect(second).toMatchObject({ status: 1, stderr: expect.stringContaining('DATA_FOLDER_IN_USE') as string });
    expect(second.stderr).toContain(`process ${service.process.pid},`);

    const sent = await run(['ingest', file], environment);
    expect(sent).toMatchObject({ status: 0, stdout: expect.stringMatching(/New +3/) as string });
    expect(await countArticles(service.address)).toBe(3);

    const withoutSource = await run(['ingest', '-'], environment, text);
    expect(withoutSource).toMatchObject({ status: 1, stdout: expect.stringContaining('SOURCE_MISSING') as string });
    expect(await run(['ingest', '-', '--source', 'Ninefold'], environment, text)).toMatchObject({ status: 0 });
    expect(await countArticles(service.address)).toBe(4);

    service.process.kill('SIGKILL');
    await service.finished;
    // Where none runs, ingest opens the folder itself.
    const alone = await run(['ingest', file], environment);
    expect(alone).toMatchObject({ status: 0, stdout: expect.stringMatching(/Unchanged +3/) as string });
  });

  test('nothing is lost or doubled when it is killed in the middle of an ingest', async () => {
    const environment = { PARALLAX_DATA: folder.folder };
    const file = join(work, 'articles.jsonl');
    writeFileSync(file, councilLines(200));
    const killed = start('cli.js', ['ingest', file], environment);
    await printed(killed, /100 read/);
    killed.process.kill('SIGKILL');
    expect(await killed.finished).toMatchObject({ signal: 'SIGKILL' });

    const service = await startService(environment);
    const kept = await countArticles(service.address);
    expect(kept).toBeGreaterThanOrEqual(100);
    expect(kept).toBeLessThanOrEqual(200);
    const again = await run(['ingest', file], environment);
    expect(again).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(new RegExp(`Unchanged +${kept}\\n`)) as string,
    });
    expect(again.stdout).toMatch(new RegExp(`New +${200 - kept}\n`));
    expect(await countArticles(service.address)).toBe(200);
    service.process.kill('SIGTERM');
    expect(await service.finished).toMatchObject({ status: 0 });
  });

  test('an ingest whose service goes away says so, and what was taken in until then', async () => {
    const environment = { PARALLAX_DATA: folder.folder };
    const file = join(work, 'articles.jsonl');
    writeFileSync(file, councilLines(2000));
    const service = await startService(environment);
    const ingest = start('cli.js', ['ingest', file], environment);
    await printed(ingest, /100 read/);
    service.process.kill('SIGKILL');
    await service.finished;
    const { status, stdout, stderr } = await ingest.finished;
    expect(status).toBe(1);
    expect(stderr).toMatch(/^SERVICE_UNAVAILABLE: /);
    expect(stdout).toMatch(/New +\d{3,}\n/);
  });

  test('bad input is told with its code, counted, and does not stop the rest', async () => {
    const environment = { PARALLAX_DATA: folder.folder, PARALLAX_MAXIMUM_DOCUMENT_BYTES: '100000' };
    const answering = createServer((request, response) =>
      response.writeHead(request.url === '/gone' ? 404 : 200).end('x'),
    );
    await new Promise<void>((resolve) => answering.listen(0, '127.0.0.1', resolve));
    const own = `http://127.0.0.1:${(answering.address() as AddressInfo).port}`;
    const files = {
      'a-good.txt': 'Ferry resumes\n\n3 March 2025\n\nThe ferry sails again, its captain said.',
      'b-empty.txt': '',
      'c-binary.bin': Buffer.from(Array.from({ length: 2000 }, (_, index) => (index * 7) % 256)),
      'd-large.txt': 'word '.repeat(50_000),
      'e-no-article.html': '<html><head><title>Index</title></head><body><a href="/">Home</a></body></html>',
      'f-lines.jsonl': '{"source": "N", "headline": "One", "text": "It rained, she said."}\n{broken\n',
      'g-future.txt': 'Ferry sinks\n\n3 March 2121\n\nThe ferry will sink, its captain said.',
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(work, name), content);
    const { status, stdout } = await run(
      [
        'ingest',
        work,
        join(work, 'nothing-here'),
        `${own}/gone`,
        'http://[::1]/',
        'http://169.254.169.254/',
        'ftp://n.example',
        '--source',
        'Ninefold',
      ],
      environment,
    );
    await new Promise((resolve) => answering.close(resolve));
    expect(status).toBe(1);
    for (const code of [
      'DOCUMENT_EMPTY',
      'DOCUMENT_BINARY',
      'DOCUMENT_TOO_LARGE',
      'ARTICLE_NOT_FOUND',
      'JSON_MALFORMED',
      'DATE_IN_FUTURE',
      'FILE_UNREADABLE',
      'FETCH_ADDRESS_REFUSED',
    ]) {
      expect(stdout).toContain(`${code}: `);
    }
    expect(stdout).toMatch(/FETCH_ADDRESS_REFUSED 3/);
    expect(stdout).toMatch(/New +2/);
  });

  test('a port in use is told in one line, and the folder is free again', async () => {
    const occupying = createServer();
    await new Promise<void>((resolve) => occupying.listen(0, '127.0.0.1', resolve));
    const port = String((occupying.address() as AddressInfo).port);
    const refused = await start('main.js', [], { PORT: port, PARALLAX_DATA: folder.folder }).finished;
    await new Promise((resolve) => occupying.close(resolve));
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining(`port ${port}`) as string });
    expect(refused.stderr.trim().split('\n')).toHaveLength(1);
    expect(findFolderOwner(folder.folder)).toBeNull();
  });

  test('a stop that comes during the start waits for its end', async () => {
    const service = start('main.js', [], { PORT: '0', PARALLAX_DATA: folder.folder });
    while (findFolderOwner(folder.folder) === null) await new Promise((resolve) => setTimeout(resolve, 5));
    service.process.kill('SIGTERM');
    expect(await service.finished).toMatchObject({ status: 0, stderr: '' });
    expect(findFolderOwner(folder.folder)).toBeNull();
  });

  test('a reader that has enough ends a filter without a word', async () => {
    const filter = start('cli.js', ['stage', 'match'], {});
    filter.process.stdout?.destroy();
    filter.process.stdin?.on('error', () => undefined);
    filter.process.stdin?.end('{"id": 1, "a": "It rained.", "b": "It rained."}\n'.repeat(2_000));
    expect(await filter.finished).toMatchObject({ status: 141, stderr: '' });
  });

  test('an address that others reach needs a key', async () => {
    const refused = await start('main.js', [], { HOST: '0.0.0.0', PARALLAX_DATA: folder.folder }).finished;
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('PARALLAX_KEY') as string });
  });
});

describe('the service on PostgreSQL', () => {
  test('starts without the demo, takes it in and out on command, and stops cleanly', async () => {
    const database = await createPostgresDatabase();
    const environment = { DATABASE_URL: database.url };
    const service = await startService(environment);
    expect(await countArticles(service.address)).toBe(0);
    expect(await run(['demo', 'load'], environment)).toMatchObject({ status: 0 });
    expect(await countArticles(service.address)).toBe(32);
    expect(await run(['demo', 'remove'], environment)).toMatchObject({ status: 0 });
    expect(await countArticles(service.address)).toBe(0);
    service.process.kill('SIGTERM');
    expect(await service.finished).toMatchObject({ status: 0 });
    await database.remove();
  });

  test('a server that is not there is told in one line', async () => {
    const { status, stderr } = await start('main.js', [], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
      .finished;
    expect(status).toBe(1);
    expect(stderr).toMatch(/^DATABASE_UNAVAILABLE: .+/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
