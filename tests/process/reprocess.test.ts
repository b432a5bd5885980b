import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '../../src/store/store';
import { copyEmbeddedFolder, createPostgresDatabase } from '../support/databases';
import { printed, run, start, startService } from '../support/programs';
import { councilLines } from './support';

jest.setTimeout(180_000);

const articles = 20;

/** As an older engine would have left it, that heard somebody else. @returns how many claims */
async function age(store: Store): Promise<number> {
  await store.dataSource.query('TRUNCATE claim_change');
  const [, claims] = await store.dataSource.query<[unknown, number]>(
    `UPDATE claim SET method_version = '0', speaker_text = 'somebody' WHERE speaker_text IS NOT NULL`,
  );
  return claims;
}

/** Each claim that changed, once. */
async function expectToldOnce(store: Store, claims: number): Promise<void> {
  const told = await store.dataSource.query<{ kind: string; changed_fields: string[] }[]>(
    'SELECT kind, changed_fields FROM claim_change',
  );
  expect(told.filter(({ changed_fields: fields }) => fields.includes('speakerText'))).toHaveLength(claims);
  expect(told.every(({ kind }) => kind === 'CHANGED')).toBe(true);
  const [{ claims: ids }] = await store.dataSource.query<[{ claims: string }]>(
    `SELECT count(DISTINCT claim_id) AS claims FROM claim_change WHERE 'speakerText' = ANY(changed_fields)`,
  );
  expect(Number(ids)).toBe(claims);
}

describe('parallax reprocess', () => {
  let work: string;
  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), 'parallax-reprocess-'));
    writeFileSync(join(work, 'articles.jsonl'), councilLines(articles));
  });
  afterEach(() => rmSync(work, { recursive: true, force: true }));

  test('killed in the middle it is made up for by the service, and what a service finds stale it computes by itself', async () => {
    const { folder, remove } = copyEmbeddedFolder();
    const environment = { PARALLAX_DATA: folder };
    const inStore = async <Result>(look: (store: Store) => Promise<Result>) => {
      const store = await openStore({ databaseUrl: null, dataFolder: folder });
      return look(store).finally(() => store.close());
    };
    await run(['ingest', join(work, 'articles.jsonl')], environment);
    const claims = await inStore(age);
    expect(claims).toBeGreaterThanOrEqual(articles);
    expect(await run(['reprocess', '--dry-run'], environment)).toMatchObject({ stdout: `Stale ${articles}.\n` });
    const killed = start('cli.js', ['reprocess'], environment);
    await printed(killed, /computed again/);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    killed.process.kill('SIGKILL');
    await killed.finished;

    const service = await startService({ ...environment, PARALLAX_REPROCESS: 'manual' });
    // Without a command, from where it was.
    const untilCurrent = async () => {
      while ((await run(['reprocess', '--dry-run'], environment)).stdout !== 'Stale 0: nothing to compute again.\n') {
        // Each question is a program that starts, beside the service that it asks about.
        await new Promise((resolve) => setTimeout(resolve, 3_000));
      }
    };
    await untilCurrent();
    // Asked for through the service, there is nothing left.
    expect(await run(['reprocess'], environment)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Stale 0: nothing/) as string,
    });
    service.process.kill('SIGTERM');
    await service.finished;
    await inStore(async (store) => {
      await expectToldOnce(store, claims);
      expect(await store.dataSource.query('SELECT articles, done, failed FROM reprocessing')).toEqual([
        { articles, done: articles, failed: 0 },
      ]);
    });

    await inStore(age);
    const second = await startService(environment);
    await printed(second, new RegExp(`${articles} stored articles were computed by older engines`));
    const followed = await run(['reprocess', '--source', 'Outlet 3', '--all'], environment);
    expect(followed).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Chosen 3, done 3, failed 0;/) as string,
    });
    await untilCurrent();
    expect(await run(['reprocess', '--source', 'Nobody'], environment)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^BAD_USER_INPUT: There is no outlet/) as string,
    });
    second.process.kill('SIGTERM');
    expect(await second.finished).toMatchObject({ status: 0 });
    await inStore((store) => expectToldOnce(store, claims));
    remove();
  });

  test('two at once on one PostgreSQL share the work, and tell each change once', async () => {
    const { url, remove } = await createPostgresDatabase();
    const environment = { DATABASE_URL: url };
    await run(['ingest', join(work, 'articles.jsonl')], environment);
    const store = await openStore({ databaseUrl: url, dataFolder: '' });
    const claims = await age(store);
    const both = await Promise.all([run(['reprocess'], environment), run(['reprocess'], environment)]);
    for (const { status, stdout } of both) {
      // Whoever comes late may find nothing left.
      expect(stdout).toMatch(/^Stale (\d+, done \d+, failed 0; claims changed \d+, retracted 0, added 0|0: nothing)/);
      expect(status).toBe(0);
    }
    await expectToldOnce(store, claims);
    const [{ changed }] = await store.dataSource.query<[{ changed: string }]>(
      'SELECT sum(changed) AS changed FROM reprocessing',
    );
    const [{ told }] = await store.dataSource.query<[{ told: string }]>('SELECT count(*) AS told FROM claim_change');
    expect(changed).toBe(told);
    await store.close();
    await remove();
  });
});
