import { unfinishedVersions } from '../../src/store/analysis/load';
import { databaseKinds } from '../support/databases';
import { emptyTables, openJobs, tableState, textSubmission, type JobsOnStore } from './support';

jest.setTimeout(120_000);

const wire = `Dam at Orrel holds, ministry says

4 March 2025

The dam at Orrel is safe, the water ministry said on Tuesday. "Nobody needs to leave," said Ines Halloran, the ministry's spokeswoman.

Halloran added that inspectors had found two cracks, according to an editorial in the Orrel Sun.
`;

describe.each(databaseKinds)('analysing again what is stored, on the %s database', (kind) => {
  let open: JobsOnStore;
  beforeAll(async () => {
    open = await openJobs(kind, new Date('2025-07-01T12:00:00Z'));
  });
  afterAll(() => open.close());
  beforeEach(() => emptyTables(open.store));

  const query = <Row>(sql: string) => open.store.dataSource.query<Row[]>(sql);
  const analyseAgain = async (what = open) => {
    const query = <Row>(sql: string) => what.store.dataSource.query<Row[]>(sql);
    await query(`UPDATE article_version SET analysis_state = 'PENDING', analysis_input_hash = NULL
      FROM article a WHERE a.id = article_id AND ordinal = a.latest_ordinal`);
    await query('TRUNCATE claim_change');
    await what.jobs.settle();
    expect(what.failures).toEqual([]);
    return query<{ kind: string; fields: string[]; text: string }>(
      `SELECT l.kind, changed_fields AS fields, c.text FROM claim_change l JOIN claim c ON c.id = l.claim_id
       ORDER BY position`,
    );
  };
  const ingest = async () => {
    await open.jobs.accept(textSubmission(wire));
    await open.jobs.settle();
  };

  test('the same engines change nothing in the whole demo', async () => {
    const demo = await openJobs(kind, new Date('2025-07-01T12:00:00Z'), 'demo');
    await demo.store.dataSource.query('TRUNCATE claim_change');
    const before = await tableState(demo.store);
    expect(before.article).toMatch(/^32 /);
    expect(await analyseAgain(demo)).toEqual([]);
    expect(await tableState(demo.store)).toEqual(before);
    await demo.close();
  });

  test('another confidence and another chain are changes of the claim; another rule and version are none', async () => {
    await ingest();
    await query(`UPDATE claim SET method_rule = 'former', method_version = '0', method_input_hash = 'former'`);
    const [surest] = await query<{ text: string }>('SELECT text FROM claim ORDER BY start LIMIT 1');
    await query(`UPDATE claim SET method_confidence = 0.25 WHERE text = '${surest!.text.replaceAll("'", "''")}'`);
    const [linked] = await query<{ id: string; text: string }>(
      'SELECT id, text FROM claim WHERE id IN (SELECT claim_id FROM attribution_link) LIMIT 1',
    );
    await query(`UPDATE attribution_link SET owner = 'Somebody else' WHERE claim_id = '${linked!.id}'`);
    expect(await analyseAgain()).toEqual(
      expect.arrayContaining([
        { kind: 'CHANGED', fields: expect.arrayContaining(['confidence']) as string[], text: surest!.text },
        { kind: 'CHANGED', fields: expect.arrayContaining(['chain']) as string[], text: linked!.text },
      ]),
    );
    expect(await query('SELECT 1 FROM claim_change')).toHaveLength(surest!.text === linked!.text ? 1 : 2);
    expect(await query(`SELECT 1 FROM claim WHERE method_rule = 'former' OR method_version = '0'`)).toEqual([]);
  });

  test.each([
    ['cueNegated', 'true'],
    ['cueTense', `'FUTURE'`],
    ['cueAspect', `'PERFECT_PROGRESSIVE'`],
    ['cueModality', `'NECESSITY'`],
    ['cueVoice', `'PASSIVE'`],
  ])('%s read otherwise in the same words is a change of the claim', async (field, former) => {
    await ingest();
    const [claim] = await query<{ id: string; text: string }>(
      `SELECT id, text FROM claim WHERE cue = 'said' ORDER BY start LIMIT 1`,
    );
    const column = field.replace(/[A-Z]/, (letter) => `_${letter.toLowerCase()}`);
    await query(`UPDATE claim SET ${column} = ${former} WHERE id = '${claim!.id}'`);
    expect(await analyseAgain()).toEqual([{ kind: 'CHANGED', fields: [field], text: claim!.text }]);
  });

  test('one entry tells that a claim itself changed and that it stands in another proposition', async () => {
    await ingest();
    const [claim] = await query<{ id: string; text: string }>(
      `SELECT id, text FROM claim WHERE cue = 'said' ORDER BY start LIMIT 1`,
    );
    const other = '00000000-0000-8000-8000-000000000001';
    await query(`INSERT INTO proposition SELECT (jsonb_populate_record(p, '{"id": "${other}"}')).* FROM proposition p
      JOIN claim c ON c.proposition_id = p.id WHERE c.id = '${claim!.id}'`);
    await query(`INSERT INTO event SELECT (jsonb_populate_record(e, '{"id": "${other}"}')).* FROM event e LIMIT 1`);
    await query(`UPDATE proposition SET event_id = '${other}' WHERE id = '${other}'`);
    await query(`UPDATE claim SET proposition_id = '${other}', cue = 'whispered' WHERE id = '${claim!.id}'`);
    expect(await analyseAgain()).toEqual([{ kind: 'CHANGED', fields: ['cue', 'proposition'], text: claim!.text }]);
    await query(`DELETE FROM event WHERE id = '${other}'`);
  });

  test('what was never analysed comes before what a decision has analysed again, which may be a thousand articles', async () => {
    await ingest();
    await open.jobs.accept(textSubmission(wire.replace('Orrel', 'Ashmere'), { source: 'Fresh', id: '1' }));
    await open.jobs.settle();
    await open.store.dataSource.transaction(async (manager) => {
      await manager.query(`UPDATE article_version SET analysis_state = 'PENDING'`);
      await manager.query(`UPDATE article_version v SET seen_at = seen_at + interval '1 hour', analysis_methods = NULL
        FROM article a JOIN source s ON s.id = a.source_id WHERE a.id = v.article_id AND s.name = 'Fresh'`);
      const names: string[] = [];
      for (const id of await unfinishedVersions(manager, 10)) {
        const [row] = await manager.query<[{ name: string }]>(
          `SELECT s.name FROM article_version v JOIN article a ON a.id = article_id JOIN source s ON s.id = source_id
           WHERE v.id = $1`,
          [id],
        );
        names.push(row.name);
      }
      await manager.query(`UPDATE article_version SET analysis_state = 'DONE'`);
      expect(names).toEqual(['Fresh', 'The Ninefold Post']);
    });
  });

  test('a claim that is no longer found keeps the evidence of where it stood', async () => {
    await ingest();
    const [claim] = await query<{ id: string }>('SELECT id FROM claim ORDER BY start LIMIT 1');
    const other = '00000000-0000-8000-8000-000000000001';
    for (const table of ['claim', 'evidence']) {
      const id = table === 'claim' ? 'id' : 'claim_id';
      await query(`INSERT INTO ${table} SELECT (jsonb_populate_record(t, '{"${id}": "${other}"}')).*
        FROM ${table} t WHERE ${id} = '${claim!.id}'`);
    }
    expect(await analyseAgain()).toMatchObject([{ kind: 'RETRACTED' }]);
    expect(await query(`SELECT 1 FROM evidence WHERE claim_id = '${other}'`)).toHaveLength(1);
  });

  test('actors and the event tell the engine that found them last, and keep their ids', async () => {
    await ingest();
    const rows = () =>
      query(`SELECT id, name, method_version FROM actor UNION ALL
      SELECT id, title, method_version FROM event ORDER BY 1`);
    const before = await rows();
    await query(`UPDATE actor SET method_version = '0', name = 'Former ' || name WHERE scope = 'EVERYWHERE'`);
    await query(`UPDATE event SET method_version = '0'`);
    await analyseAgain();
    expect(await rows()).toEqual(before);
  });
});
