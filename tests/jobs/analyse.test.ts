import { analyseVersion } from '../../src/jobs/analyse';
import { longestText } from '../../src/jobs/stages';
import { startWorkers } from '../../src/jobs/workers';
import { lockClaimLog } from '../../src/store/claim-log';
import { databaseKinds } from '../support/databases';
import { emptyTables, openJobs, tableState, textSubmission, type JobsOnStore } from './support';

const wire = `Dam at Orrel holds, ministry says

4 March 2025

The dam at Orrel is safe, the water ministry said on Tuesday. "Nobody needs to leave," said Ines Halloran, the ministry's spokeswoman.

Halloran added that inspectors had found two cracks.

Engineers closed the main gate of the Orrel dam at noon.
`;
const local = `Cracks found in Orrel dam

5 March 2025

Inspectors found two cracks in the dam at Orrel, Ines Halloran said on Wednesday. The spokeswoman of the water ministry said that nobody needed to leave.

The mayor of Orrel, Bram Okoye, denied that people had been told to leave. "Nobody was sent away from Orrel," he said.
`;

describe.each(databaseKinds)('analysing on the %s database', (kind) => {
  let open: JobsOnStore;
  beforeAll(async () => {
    open = await openJobs(kind);
  });
  afterAll(() => open.close());
  beforeEach(() => emptyTables(open.store));

  const query = <Row>(sql: string) => open.store.dataSource.query<Row[]>(sql);
  const ingest = async (...submissions: ReturnType<typeof textSubmission>[]) => {
    for (const submission of submissions) await open.jobs.accept(submission);
    await open.jobs.settle();
    expect(open.failures).toEqual([]);
  };

  /** As the removal of the demo does it. */
  const takeAllAway = () =>
    open.store.dataSource.transaction(async (manager) => {
      await lockClaimLog(manager);
      await manager.query('DELETE FROM source');
    });

  test('claims come with speakers, evidence and a log entry, in one event', async () => {
    await ingest(textSubmission(wire, { source: 'Fairwater' }), textSubmission(local, { source: 'Orrel Sun' }));
    expect(await query('SELECT article_count, source_count FROM event')).toEqual([
      { article_count: 2, source_count: 2 },
    ]);
    const speakers = await query<{ name: string }>(
      'SELECT DISTINCT actor.name FROM claim JOIN actor ON actor.id = speaker_id ORDER BY 1',
    );
    expect(speakers.map(({ name }) => name)).toEqual(expect.arrayContaining(['Bram Okoye', 'Ines Halloran']));
    const astray = await query(
      `SELECT e.exact FROM evidence e JOIN article_version v ON v.id = e.article_version_id
       WHERE e.exact <> substr(CASE e.part WHEN 'TEXT' THEN v.text ELSE v.headline END, e.start + 1, e."end" - e.start)`,
    );
    expect(astray).toEqual([]);
    const unlogged = await query('SELECT id FROM claim WHERE id NOT IN (SELECT claim_id FROM claim_change)');
    expect(unlogged).toEqual([]);
  });

  test('one claim in two outlets is one proposition', async () => {
    await ingest(textSubmission(wire, { source: 'Fairwater' }), textSubmission(local, { source: 'Orrel Sun' }));
    const shared = await query<{ text: string }>('SELECT text FROM proposition WHERE source_count = 2');
    expect(shared.map(({ text }) => text).join('\n')).toMatch(/nobody need/i);
  });

  test('a second run on the same version writes nothing', async () => {
    await ingest(textSubmission(wire));
    const before = await tableState(open.store);
    const workers = startWorkers(1);
    const [version] = await query<{ id: string }>('SELECT id FROM article_version');
    await analyseVersion(open.store, workers, version!.id, () => new Date());
    await workers.close();
    expect(await tableState(open.store)).toEqual(before);
  });

  test('an article that joins an event leaves the relations alone that it says nothing of', async () => {
    await ingest(textSubmission(wire, { source: 'Fairwater' }), textSubmission(local, { source: 'Orrel Sun' }));
    const relations = () =>
      query<object>('SELECT first_id, second_id, xmin::text AS writer FROM proposition_relation ORDER BY 1, 2');
    const before = await relations();
    expect(before).not.toEqual([]);
    const other = 'Orrel dam: schools stay open\n\n5 March 2025\n\nSchools in Orrel stay open, Bram Okoye said.';
    await ingest(textSubmission(other, { source: 'Kestrelfeed' }));
    expect(await query('SELECT article_count FROM event')).toEqual([{ article_count: 3 }]);
    expect(await relations()).toEqual(expect.arrayContaining(before));
  });

  test('a correction changes only what it corrects: other claims keep their ids, the log tells what went and came', async () => {
    await ingest(textSubmission(wire));
    const before = await query<{ id: string; text: string }>('SELECT id, text FROM claim');
    await open.store.dataSource.query('TRUNCATE claim_change');
    await ingest(textSubmission(wire.replace('two cracks', 'five cracks')));
    const log = await query<{ kind: string; text: string }>(
      'SELECT l.kind, c.text FROM claim_change l JOIN claim c ON c.id = l.claim_id ORDER BY position',
    );
    const told = (wanted: string) => log.filter(({ kind }) => kind === wanted).map(({ text }) => text);
    expect(told('ADDED').length).toBeGreaterThan(0);
    expect(told('RETRACTED').length).toBeGreaterThan(0);
    for (const text of told('ADDED')) expect(text).toContain('five cracks');
    for (const text of told('RETRACTED')) expect(text).toContain('two cracks');
    const kept = await query<{ id: string }>('SELECT id FROM claim WHERE retracted_at IS NULL');
    const ids = new Set(kept.map(({ id }) => id));
    for (const claim of before.filter(({ text }) => !text.includes('two cracks'))) expect(ids).toContain(claim.id);
  });

  test('what was accepted and not analysed is analysed by the next process', async () => {
    await open.jobs.accept(textSubmission(wire));
    await open.jobs.settle();
    await open.store.dataSource.query(
      `UPDATE article_version SET analysis_state = 'PENDING', analysis_input_hash = NULL`,
    );
    await open.jobs.settle();
    expect(await query('SELECT analysis_state FROM article_version')).toEqual([{ analysis_state: 'DONE' }]);
  });

  test('no claims are looked for in a text as long as a book, which says so', async () => {
    await ingest(textSubmission(wire + 'The dam holds, the mayor said.\n\n'.repeat(longestText / 30)));
    expect(await query('SELECT analysis_state, analysis_note FROM article_version')).toEqual([
      { analysis_state: 'DONE', analysis_note: expect.stringMatching(/up to 500000\.$/) as string },
    ]);
    expect(await query('SELECT id FROM claim')).toEqual([]);
  });

  test('an analysis that failed is tried again by the same process, but not at once', async () => {
    await query('ALTER TABLE claim RENAME TO claim_out_of_reach');
    await open.jobs.accept(textSubmission(wire));
    const attempts = async () => {
      await open.jobs.settle();
      return (await query<{ attempts: number }>('SELECT analysis_attempts AS attempts FROM article_version'))[0]
        ?.attempts;
    };
    expect([await attempts(), await attempts()]).toEqual([1, 1]);
    open.pass(60_000);
    expect([await attempts(), await attempts()]).toEqual([2, 2]);
    open.pass(60_000);
    await query('ALTER TABLE claim_out_of_reach RENAME TO claim');
    await open.jobs.settle();
    expect(await query('SELECT analysis_state FROM article_version')).toEqual([{ analysis_state: 'DONE' }]);
    expect(open.failures.splice(0)).toHaveLength(2);
  });

  test('when the database fails so that not even the failure can be noted, the same process tries again', async () => {
    await query('ALTER TABLE claim RENAME TO claim_out_of_reach');
    await query(`ALTER TABLE article_version ADD CONSTRAINT nothing_noted CHECK (analysis_state <> 'FAILED')`);
    await open.jobs.accept(textSubmission(wire));
    await open.jobs.settle();
    expect(open.failures.splice(0).length).toBeGreaterThan(0);
    await query('ALTER TABLE claim_out_of_reach RENAME TO claim');
    await query('ALTER TABLE article_version DROP CONSTRAINT nothing_noted');
    await open.jobs.settle();
    expect(await query('SELECT analysis_state FROM article_version')).toEqual([{ analysis_state: 'DONE' }]);
    expect(open.failures).toEqual([]);
  });

  test('an article that goes away while it is analysed, or while others are compared with it, stops nobody', async () => {
    const texts = Array.from({ length: 12 }, (_, index) => wire.replace('two cracks', `${index + 2} cracks`));
    for (const [index, text] of texts.entries()) {
      await open.jobs.accept(textSubmission(text, { source: `Outlet ${index}` }));
      if (index % 4 === 3) await takeAllAway();
    }
    await open.jobs.accept(textSubmission(wire));
    await open.jobs.settle();
    expect(await query('SELECT analysis_state FROM article_version')).toEqual([{ analysis_state: 'DONE' }]);
    expect(open.failures).toEqual([]);
  });

  test('a comparison is computed once for the same input, and again when the event grew', async () => {
    await ingest(textSubmission(wire, { source: 'Fairwater' }));
    const [event] = await query<{ id: string }>('SELECT id FROM event');
    const first = await open.jobs.compare(event!.id, null);
    expect(await open.jobs.compare(event!.id, null)).toEqual(JSON.parse(JSON.stringify(first)));
    expect(await query('SELECT 1 FROM stored_comparison')).toHaveLength(1);
    await ingest(textSubmission(local, { source: 'Orrel Sun' }));
    const second = await open.jobs.compare(event!.id, null);
    expect(second?.coverage).toHaveLength(2);
    expect(await query('SELECT 1 FROM stored_comparison')).toHaveLength(2);
  });

  test('an outlet without an article is compared as one without coverage', async () => {
    await ingest(
      textSubmission(wire, { source: 'Fairwater' }),
      textSubmission('Harvest fair opens\n\n1 May 2024\n\nThe fair opens at nine, the mayor said.', {
        source: 'Elsewhere',
      }),
    );
    const [event] = await query<{ id: string }>(`SELECT event_id AS id FROM article WHERE headline LIKE 'Dam%'`);
    const sources = await query<{ id: string }>('SELECT id FROM source ORDER BY name');
    const comparison = await open.jobs.compare(
      event!.id,
      sources.map(({ id }) => id),
    );
    expect(comparison?.coverage.map(({ articles }) => articles)).toEqual([0, 1]);
    expect(new Set(comparison?.propositions.map(({ cells }) => cells[0]?.status))).toEqual(new Set(['NO_COVERAGE']));
  });

  test('an unknown event is null, an unknown source an error that says so', async () => {
    const nobody = '00000000-0000-8000-8000-000000000000';
    expect(await open.jobs.compare(nobody, null)).toBeNull();
    await ingest(textSubmission(wire));
    const [event] = await query<{ id: string }>('SELECT id FROM event');
    await expect(open.jobs.compare(event!.id, [nobody])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('characters of two code units around a claim are kept whole', async () => {
    const faces = (count: number) => '\u{1f600}'.repeat(count);
    // In one of the two texts, each end of the context falls into the middle of a character.
    for (const odd of ['.', '..']) {
      const told = 'The dam at Orrel held on Monday, Ines Halloran said';
      await ingest(textSubmission(`Dam holds${odd}\n\n${faces(40)}${odd}\n\n${told}${odd}\n\n${faces(40)}`));
    }
    const around = await query<{ prefix: string; suffix: string }>('SELECT prefix, suffix FROM evidence');
    expect(around.some(({ prefix }) => prefix.includes(faces(5)))).toBe(true);
    for (const { prefix, suffix } of around) expect(prefix + suffix).not.toMatch(/\p{Surrogate}|\ufffd/u);
  });
});
