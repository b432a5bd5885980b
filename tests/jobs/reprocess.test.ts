import type { ReprocessingChoice } from '../../src/jobs/index';
import { everyStaleArticle } from '../../src/store/reprocessing/begin';
import { followClaimLog } from '../../src/stream/index';
import { databaseKinds } from '../support/databases';
import { emptyTables, openJobs, tableState, textSubmission, type JobsOnStore } from './support';

jest.setTimeout(120_000);

const wire = `Dam at Orrel holds, ministry says

4 March 2025

The dam at Orrel is safe, the water ministry said on Tuesday. "Nobody needs to leave," said Ines Halloran, the ministry's spokeswoman.

Halloran added that inspectors had found two cracks.
`;
const local = `Cracks found in Orrel dam

5 March 2025

Inspectors found two cracks in the dam at Orrel, Ines Halloran said on Wednesday. The spokeswoman of the water ministry said that nobody needed to leave.
`;
const ferry = 'Ferry resumes\n\n3 May 2024\n\nThe ferry sails again, its captain said.';

interface LoggedChange {
  readonly kind: string;
  readonly fields: readonly string[];
  readonly text: string;
}

describe.each(databaseKinds)('computing stored articles again, on the %s database', (kind) => {
  let open: JobsOnStore;
  beforeAll(async () => {
    open = await openJobs(kind, new Date('2025-07-01T12:00:00Z'));
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    await emptyTables(open.store);
    await query('DELETE FROM reprocessing');
    open.failures.splice(0);
  });

  const query = <Row>(sql: string, values: unknown[] = []) => open.store.dataSource.query<Row[]>(sql, values);
  const ingest = async (...texts: [text: string, source: string][]) => {
    for (const [text, source] of texts) await open.jobs.accept(textSubmission(text, { source }));
    await open.jobs.settle();
    await query('TRUNCATE claim_change');
  };
  const stale = async (choice: Partial<ReprocessingChoice> = {}) =>
    (await open.jobs.reprocess({ ...everyStaleArticle, ...choice }, true)).articles;
  const reprocess = async (choice: Partial<ReprocessingChoice> = {}) => {
    const { articles, reprocessing } = await open.jobs.reprocess({ ...everyStaleArticle, ...choice }, false);
    if (reprocessing === null) return { articles };
    for (;;) {
      const { waiting, done, failed, newVersions, added, changed, retracted, failures } = (await open.jobs.reprocessing(
        reprocessing.id,
      ))!;
      if (waiting === 0) return { articles, done, failed, newVersions, added, changed, retracted, failures };
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const log = () =>
    query<LoggedChange>(`SELECT l.kind, changed_fields AS fields, c.text FROM claim_change l
      JOIN claim c ON c.id = l.claim_id ORDER BY position`);
  const untouched = { failed: 0, newVersions: 0, added: 0, changed: 0, retracted: 0, failures: [] };
  /** As an older engine would have left it. */
  const age = (table: string) => query(`UPDATE ${table} SET method_version = method_version::integer - 1`);
  const agePlacements = () => query(`UPDATE article SET placement_method = placement_method || '{"version": "0"}'`);
  const copyClaim = async (id: string, text: string) => {
    const copy = '00000000-0000-8000-8000-00000000000a';
    await query(
      `INSERT INTO claim SELECT (jsonb_populate_record(c, jsonb_build_object('id', $2::text, 'text', $3::text))).*
       FROM claim c WHERE id = $1`,
      [id, copy, text],
    );
    await query(
      `INSERT INTO evidence SELECT (jsonb_populate_record(e, jsonb_build_object('claim_id', $2::text))).*
       FROM evidence e WHERE claim_id = $1`,
      [id, copy],
    );
    return copy;
  };

  test('what current engines made is not stale; computed again even so, the whole demo stays as it is', async () => {
    const empty = open;
    // What asks and changes above does so on the open store.
    open = await openJobs(kind, new Date('2025-07-01T12:00:00Z'), 'demo');
    try {
      await query('TRUNCATE claim_change');
      expect(await stale()).toBe(0);
      expect(await reprocess()).toEqual({ articles: 0 });
      const before = await tableState(open.store);
      expect(await reprocess({ all: true })).toEqual({ articles: 32, done: 32, ...untouched });
      await query('DELETE FROM reprocessing');
      expect(await tableState(open.store)).toEqual(before);

      // An engine that groups as the one before it did comes to the same events, though it looks back on all articles.
      await agePlacements();
      const places = await query('SELECT id, event_id FROM article ORDER BY id');
      expect(await reprocess()).toEqual({ articles: 32, done: 32, ...untouched });
      expect(await query('SELECT id, event_id FROM article ORDER BY id')).toEqual(places);
      expect(await log()).toEqual([]);
      expect(open.failures).toEqual([]);
    } finally {
      await open.close();
      open = empty;
    }
  });

  test.each(['claim', 'proposition', 'actor', 'article_version'])(
    'an older %s makes its article stale; where a newer engine finds the same, nothing is told',
    async (table) => {
      await ingest([wire, 'Fairwater'], [ferry, 'Ninefold']);
      const before = await tableState(open.store);
      await age(table);
      expect(await stale()).toBe(2);
      expect(await reprocess()).toEqual({ articles: 2, done: 2, ...untouched });
      await query('DELETE FROM reprocessing');
      expect(await tableState(open.store)).toEqual(before);
      expect(await stale()).toBe(0);
    },
  );

  test('an article in which an older engine found nothing is stale too', async () => {
    await ingest(['Rain.\n\n3 March 2025\n\nIt rained all of Monday.', 'Fairwater']);
    await query('DELETE FROM claim');
    await query(`UPDATE article_version SET analysis_methods = jsonb_set(analysis_methods, '{claims,version}', '"0"')`);
    expect(await stale()).toBe(1);
    expect(await reprocess()).toMatchObject({ done: 1 });
    expect(await stale()).toBe(0);
  });

  test('what a newer service made is left to it', async () => {
    await ingest([wire, 'Fairwater']);
    for (const table of ['claim', 'proposition', 'actor', 'article_version'])
      await query(`UPDATE ${table} SET method_version = method_version::integer + 1`);
    expect(await stale()).toBe(0);
  });

  test('claims keep their ids; the log tells what changed, came and went, in order, to whoever follows it', async () => {
    await ingest([wire, 'Fairwater'], [local, 'Orrel Sun']);
    const claims = await query<{ id: string; text: string; speakerId: string | null }>(
      `SELECT c.id, text, speaker_id AS "speakerId" FROM claim c JOIN source s ON s.id = source_id
       WHERE s.name = 'Fairwater' AND part = 'TEXT' ORDER BY start`,
    );
    const [misheard, missed] = claims as [(typeof claims)[0], (typeof claims)[0]];
    const ids = await query('SELECT id, event_id FROM claim ORDER BY id');
    const actors = await query('SELECT id FROM actor ORDER BY id');
    // An older engine heard somebody else, missed a claim, and found one that nobody made.
    await query('UPDATE claim SET speaker_id = NULL, cue = $2 WHERE id = $1', [misheard.id, 'whispered']);
    const invented = await copyClaim(misheard.id, 'the moon is a dam');
    await query('DELETE FROM claim WHERE id = $1', [missed.id]);
    await age('claim');
    const follower = await followClaimLog(open.store, null);
    await follower.next();

    expect(await reprocess()).toMatchObject({ articles: 2, done: 2, failed: 0, added: 1, retracted: 1 });
    const told = await log();
    expect(told).toEqual(
      expect.arrayContaining([
        { kind: 'CHANGED', fields: ['cue', 'speaker'], text: misheard.text },
        { kind: 'ADDED', fields: [], text: missed.text },
        { kind: 'RETRACTED', fields: [], text: 'the moon is a dam' },
      ]),
    );
    // Beside these, only what stands in other propositions for the invented and the missed claim.
    expect(told.filter(({ kind, fields }) => kind === 'CHANGED' && !fields.includes('proposition'))).toHaveLength(1);
    const { value } = await follower.next();
    await follower.return?.();
    expect((value as { changes: { kind: string }[] }).changes.map((change) => change.kind)).toEqual(
      told.map((change) => change.kind),
    );
    expect(await query('SELECT id, event_id FROM claim WHERE retracted_at IS NULL ORDER BY id')).toEqual(ids);
    expect(await query('SELECT id FROM actor ORDER BY id')).toEqual(actors);
    expect(await query('SELECT retracted_at IS NOT NULL AS gone FROM claim WHERE id = $1', [invented])).toEqual([
      { gone: true },
    ]);
    expect(await stale()).toBe(0);

    // A claim that is found again after it was retracted comes back as itself.
    await query('TRUNCATE claim_change');
    await query(`UPDATE claim SET retracted_at = now(), proposition_id = NULL WHERE id = $1`, [missed.id]);
    expect(await reprocess({ all: true })).toMatchObject({ done: 2, added: 1, retracted: 0 });
    expect(await log()).toEqual(expect.arrayContaining([{ kind: 'ADDED', fields: [], text: missed.text }]));
    expect(await query('SELECT id, event_id FROM claim WHERE retracted_at IS NULL ORDER BY id')).toEqual(ids);
  });

  test('an outlet, a date and a number narrow what is computed; an unknown outlet is told', async () => {
    await ingest([wire, 'Fairwater'], [local, 'Orrel Sun'], [ferry, 'Ninefold']);
    await age('claim');
    expect(await stale()).toBe(3);
    expect(await stale({ source: 'orrel sun' })).toBe(1);
    expect(await stale({ since: new Date('2025-01-01T00:00:00Z') })).toBe(2);
    expect(await stale({ limit: 2 })).toBe(2);
    await expect(stale({ source: 'Nobody' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await reprocess({ limit: 1 })).toMatchObject({ articles: 1, done: 1 });
    expect(await stale({ source: 'Orrel Sun' })).toBe(0);
    expect(await stale()).toBe(2);
  });

  test('another text is another version of the same article, and its claims move there', async () => {
    await ingest([wire, 'Fairwater']);
    const [{ id: articleId }] = (await query<{ id: string }>('SELECT id FROM article')) as [{ id: string }];
    const kept = await query<{ id: string }>(`SELECT id FROM claim WHERE text NOT LIKE '%two cracks%' ORDER BY id`);
    // An older engine read the figure wrong, and another date.
    await query(`UPDATE article_version SET text = replace(text, 'two cracks', 'ten cracks'), content_hash = 'former'`);
    await query(`UPDATE article SET published_at = '2025-01-02', language = 'nl'`);
    await age('article_version');
    expect(await reprocess()).toMatchObject({ articles: 1, done: 1, failed: 0, newVersions: 1 });
    expect(
      await query(`SELECT ordinal, analysis_state, text LIKE '%ten cracks%' AS former, raw_document_id IS NOT NULL AS raw
        FROM article_version ORDER BY ordinal`),
    ).toEqual([
      { ordinal: 1, analysis_state: 'DONE', former: true, raw: true },
      { ordinal: 2, analysis_state: 'DONE', former: false, raw: true },
    ]);
    expect(await query('SELECT 1 FROM raw_document')).toHaveLength(1);
    expect(await query('SELECT id, latest_ordinal, language, published_at FROM article')).toEqual([
      { id: articleId, latest_ordinal: 2, language: 'en', published_at: new Date('2025-03-04T00:00:00Z') },
    ]);
    const ids = (await query<{ id: string }>('SELECT id FROM claim WHERE retracted_at IS NULL')).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(kept.map(({ id }) => id)));
    expect(await stale()).toBe(0);
    // The same document handed in once more is the same.
    expect(await open.jobs.accept(textSubmission(wire, { source: 'Fairwater' }))).toMatchObject([
      { status: 'UNCHANGED' },
    ]);
  });

  test('a document that stage 1 now refuses is named with its code, keeps its text, and stops nobody', async () => {
    await ingest([wire, 'Fairwater'], [local, 'Orrel Sun']);
    await query(
      `UPDATE raw_document SET bytes = '   ' WHERE article_id = (SELECT id FROM article ORDER BY published_at LIMIT 1)`,
    );
    await query(`UPDATE claim SET speaker_text = 'somebody' WHERE speaker_text IS NOT NULL`);
    await age('article_version');
    await age('claim');
    const result = await reprocess();
    expect(result).toMatchObject({
      articles: 2,
      done: 1,
      failed: 1,
      failures: [{ code: 'DOCUMENT_EMPTY', headline: 'Dam at Orrel holds, ministry says' }],
    });
    expect(open.failures).toMatchObject([{ code: 'DOCUMENT_EMPTY' }]);
    // What can be computed from the text that is kept was.
    expect(await query(`SELECT 1 FROM claim WHERE speaker_text = 'somebody'`)).toEqual([]);
    expect(await query('SELECT 1 FROM article_version')).toHaveLength(2);
    expect(await stale()).toBe(1);
  });

  test('what fails on our side is tried three times, and then named', async () => {
    await ingest([wire, 'Fairwater']);
    await age('claim');
    await query('ALTER TABLE attribution_link RENAME TO link_out_of_reach');
    const { reprocessing } = await open.jobs.reprocess(everyStaleArticle, false);
    const state = async () => (await open.jobs.reprocessing(reprocessing!.id))!;
    while ((await state()).waiting > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await query('ALTER TABLE link_out_of_reach RENAME TO attribution_link');
    expect(open.failures).toHaveLength(3);
    expect(await state()).toMatchObject({ failed: 1, failures: [{ code: 'INTERNAL_SERVER_ERROR' }] });
    expect(await query('SELECT analysis_state FROM article_version')).toEqual([{ analysis_state: 'DONE' }]);
  });

  test('what stage 1 reads otherwise reaches the claims, also where the other stages fail or are cut off first', async () => {
    await ingest([wire, 'Fairwater']);
    await query(`UPDATE article SET published_at = '2025-01-02'`);
    await query(`UPDATE claim SET published_at = '2025-01-02'`);
    await age('article_version');
    await query('ALTER TABLE attribution_link RENAME TO link_out_of_reach');
    const failing = await reprocess();
    await query('ALTER TABLE link_out_of_reach RENAME TO attribution_link');
    expect(failing).toMatchObject({ done: 0, failed: 1 });
    expect(await stale()).toBe(1);
    expect(await reprocess()).toMatchObject({ done: 1, failed: 0 });
    expect(await query('SELECT DISTINCT published_at FROM claim')).toEqual([
      { published_at: new Date('2025-03-04T00:00:00Z') },
    ]);
  });

  const events = () =>
    query<{ event: string; headline: string }>('SELECT event_id AS event, headline FROM article ORDER BY published_at');

  test('a newer engine that puts articles where they are leaves events as they were', async () => {
    await ingest([wire, 'Fairwater'], [local, 'Orrel Sun'], [ferry, 'Ninefold']);
    const before = await query('SELECT id, title, article_count, is_roundup FROM event ORDER BY id');
    await agePlacements();
    expect(await stale()).toBe(3);
    expect(await reprocess()).toEqual({ articles: 3, done: 3, ...untouched });
    expect(await query('SELECT id, title, article_count, is_roundup FROM event ORDER BY id')).toEqual(before);
    expect(await stale()).toBe(0);
  });

  test('an article that a newer engine parts from others gets an event of its own; theirs stays theirs', async () => {
    await ingest([wire, 'Fairwater'], [local, 'Orrel Sun'], [ferry, 'Ninefold']);
    const [sailing, dam] = (await query<{ event: string }>(
      'SELECT event_id AS event FROM article ORDER BY published_at LIMIT 2',
    )) as [{ event: string }, { event: string }];
    // An older engine had the ferry in the event of the dam.
    await query(`UPDATE article SET event_id = $1 WHERE event_id = $2`, [dam.event, sailing.event]);
    await query('UPDATE claim SET event_id = $1, proposition_id = NULL WHERE event_id = $2', [
      dam.event,
      sailing.event,
    ]);
    await query('DELETE FROM event WHERE id = $1', [sailing.event]);
    await query('UPDATE event SET article_count = 3, source_count = 3');
    await agePlacements();
    expect(await reprocess()).toMatchObject({ articles: 3, done: 3, failed: 0, added: 0, retracted: 0 });
    await open.jobs.settle();
    const [parted, ...others] = await events();
    expect(others.map(({ event }) => event)).toEqual([dam.event, dam.event]);
    expect(parted?.event).not.toBe(dam.event);
    expect(
      await query('SELECT id = $1 AS dam, article_count, source_count FROM event ORDER BY first_published_at', [
        dam.event,
      ]),
    ).toEqual([
      { dam: false, article_count: 1, source_count: 1 },
      { dam: true, article_count: 2, source_count: 2 },
    ]);
    const told = await log();
    expect(told.every(({ fields }) => fields.includes('event'))).toBe(true);
    expect(told).toHaveLength((await query('SELECT 1 FROM claim WHERE event_id = $1', [parted?.event])).length);
    expect(await query('SELECT 1 FROM claim WHERE proposition_id IS NULL')).toEqual([]);
    expect(await stale()).toBe(0);
  });

  test('articles that a newer engine brings together share an event, and the empty one goes', async () => {
    await ingest([wire, 'Fairwater'], [local, 'Orrel Sun']);
    const propositions = await query<{ count: string }>('SELECT count(*) FROM proposition');
    const other = '00000000-0000-8000-8000-00000000000b';
    await query(
      `INSERT INTO event SELECT (jsonb_populate_record(e, jsonb_build_object('id', $1::text))).* FROM event e`,
      [other],
    );
    await query(`UPDATE article SET event_id = $1 WHERE headline LIKE 'Cracks%'`, [other]);
    await query(
      `UPDATE claim SET event_id = $1, proposition_id = NULL FROM article a WHERE a.id = article_id AND a.event_id = $1`,
      [other],
    );
    await agePlacements();
    expect(await reprocess()).toMatchObject({ done: 2, failed: 0, added: 0, retracted: 0 });
    expect(new Set((await events()).map(({ event }) => event)).size).toBe(1);
    expect(await query('SELECT article_count, source_count FROM event')).toEqual([
      { article_count: 2, source_count: 2 },
    ]);
    expect(await query('SELECT count(*) FROM proposition')).toEqual(propositions);
    expect(await query('SELECT 1 FROM claim WHERE event_id IS NULL OR proposition_id IS NULL')).toEqual([]);
  });

  test('fresh articles come first, and what waits for another engine is left alone', async () => {
    await ingest([wire, 'Fairwater'], [local, 'Orrel Sun']);
    await age('claim');
    const { reprocessing } = await open.jobs.reprocess(everyStaleArticle, false);
    await open.jobs.accept(textSubmission(ferry, { source: 'Ninefold' }));
    await open.jobs.settle();
    expect(await query(`SELECT 1 FROM article_version WHERE analysis_state <> 'DONE'`)).toEqual([]);
    while ((await open.jobs.reprocessing(reprocessing!.id))!.waiting > 0)
      await new Promise((resolve) => setTimeout(resolve, 10));
    await age('claim');
    await query(
      `INSERT INTO reprocessing (id, requested_at, methods, articles) VALUES (gen_random_uuid(), now(), 'other', 1)`,
    );
    await query(`INSERT INTO reprocessing_article (reprocessing_id, article_id, is_forced, published_at)
      SELECT r.id, a.id, false, a.published_at FROM reprocessing r, article a WHERE methods = 'other'`);
    await reprocess({ limit: 1 });
    expect(await query('SELECT 1 FROM reprocessing_article')).toEqual([]);
    expect(await stale()).toBe(2);
    expect(open.failures).toEqual([]);
  });

  test("an article that is taken away meanwhile is nobody's any more", async () => {
    await ingest([wire, 'Fairwater'], [local, 'Orrel Sun']);
    await age('claim');
    const { reprocessing } = await open.jobs.reprocess(everyStaleArticle, false);
    await query('DELETE FROM source');
    while ((await open.jobs.reprocessing(reprocessing!.id))!.waiting > 0)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(open.failures).toEqual([]);
  });
});
