import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyEmbeddedFolder, createPostgresDatabase } from '../support/databases';
import { run, startService } from '../support/programs';

jest.setTimeout(180_000);

const article = (text: string) => `What was said\n\n5 March 2025\n\n${text}\n`;

describe.each(['embedded', 'postgres'] as const)('parallax actors import on the %s database', (kind) => {
  let environment: Record<string, string>;
  let folder: string;
  let remove: () => void | Promise<void>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parallax-actors-'));
    if (kind === 'embedded') {
      const copy = copyEmbeddedFolder();
      remove = copy.remove;
      environment = { PARALLAX_DATA: copy.folder };
    } else {
      const database = await createPostgresDatabase();
      remove = database.remove;
      environment = { DATABASE_URL: database.url, PARALLAX_DATA: folder };
    }
  });
  afterAll(async () => {
    await remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  test('tells each bad line, takes the others, changes nothing the second time, and stage 3 reads it', async () => {
    const ask = async (address: string) => {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', connection: 'close' },
        body: JSON.stringify({
          query:
            '{ actors(filter: { nameContains: "Oldhaven" }) { nodes { name country wikidataId claims { totalCount } } } }',
        }),
      });
      return ((await response.json()) as { data: { actors: { nodes: object[] } } }).data.actors.nodes;
    };
    const take = (name: string, text: string) =>
      run(['ingest', '--source', name, file(`${name}.txt`, article(text))], environment);
    expect(await take('Early', 'The OPA said ships were late.')).toMatchObject({ status: 0 });
    const csv = file(
      'table.csv',
      [
        'name;aliases;kind;country;wikidataId',
        'Oldhaven Port Authority;OPA|Port of Oldhaven;organization;gb;Q987654321',
        '',
        'Nobody;;ROBOT;;',
        '"Two\nlines";;PERSON;Narnia;',
        'Ann Marlow;The Voice;PERSON;;',
        'Bea Marlow;The Voice;PERSON;;',
        ';;PERSON;;',
      ].join('\r\n'),
    );
    const first = await run(['actors', 'import', csv], environment);
    expect(first).toMatchObject({
      status: 1,
      stdout: '3 added, 0 changed, 0 unchanged, 3 refused; 2 names in conflict.\n',
    });
    expect(first.stderr).toMatch(/^Line 4: ACTOR_ROW_INVALID: The kind is .*"ROBOT"/m);
    expect(first.stderr).toMatch(/^Line 5: ACTOR_ROW_INVALID: The country is .*"Narnia"/m);
    expect(first.stderr).toMatch(/^Line 7: ACTOR_ALIAS_CONFLICT: "The Voice" also names Bea Marlow/m);
    expect(first.stderr).toMatch(/^Line 9: ACTOR_ROW_INVALID: The name is empty/m);
    expect(first.stderr).toMatch(/speak in 1 stored articles/);

    // Else the service computes the stale article by itself.
    const service = await startService({ ...environment, PARALLAX_REPROCESS: 'manual' });
    try {
      const again = await run(['actors', 'import', csv], environment);
      expect(again.stdout).toBe('0 added, 0 changed, 3 unchanged, 3 refused; 2 names in conflict.\n');
      expect(again.stderr).not.toMatch(/stored articles/);
      const lines = file(
        'table.jsonl',
        `${JSON.stringify({ name: 'Bea Marlow', kind: 'PERSON' })}\nnothing\n${JSON.stringify({ name: 'X', kind: 'PERSON', aliases: 'Y' })}\n`,
      );
      const third = await run(['actors', 'import', lines], environment);
      expect(third).toMatchObject({
        status: 1,
        stdout: '0 added, 1 changed, 0 unchanged, 2 refused; 0 names in conflict.\n',
      });
      expect(third.stderr).toMatch(/^Line 2: JSON_MALFORMED[\s\S]*^Line 3: JSON_MALFORMED: "aliases"/m);
      expect(await take('Late', 'The Port of Oldhaven said ships were on time.')).toMatchObject({ status: 0 });
      expect(await run(['reprocess'], environment)).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/^Stale 1/) as unknown,
      });
      let found = await ask(service.address);
      // The service analyses what it took in by itself.
      for (let attempt = 0; attempt < 200 && JSON.stringify(found).includes('"totalCount":1'); attempt += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        found = await ask(service.address);
      }
      expect(found).toEqual([
        { name: 'Oldhaven Port Authority', country: 'GB', wikidataId: 'Q987654321', claims: { totalCount: 2 } },
      ]);
    } finally {
      service.process.kill('SIGTERM');
      expect((await service.finished).status).toBe(0);
    }
    const missing = await run(['actors', 'import', join(folder, 'missing.csv')], environment);
    expect(missing.stderr).toMatch(/^FILE_UNREADABLE/);
    const headless = await run(['actors', 'import', file('headless.csv', 'Ann,PERSON\n')], environment);
    expect(headless.stderr).toMatch(/^TABLE_HEADER_MISSING/);
  });
});
