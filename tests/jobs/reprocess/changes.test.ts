import { followClaimLog } from '../../../src/stream/index';
import { databaseKinds } from '../../support/databases';
import { textSubmission } from '../support';
import { local, useReprocessing, wire } from './support';

jest.setTimeout(120_000);

describe.each(databaseKinds)('what comes of computing stored articles again, on the %s database', (kind) => {
  const { open, query, ingest, stale, reprocess, log, age } = useReprocessing(kind);
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
    const follower = await followClaimLog(open().store, null);
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
    expect(await open().jobs.accept(textSubmission(wire, { source: 'Fairwater' }))).toMatchObject([
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
    expect(open().failures).toMatchObject([{ code: 'DOCUMENT_EMPTY' }]);
    // What can be computed from the text that is kept was.
    expect(await query(`SELECT 1 FROM claim WHERE speaker_text = 'somebody'`)).toEqual([]);
    expect(await query('SELECT 1 FROM article_version')).toHaveLength(2);
    expect(await stale()).toBe(1);
  });

  test('what fails on our side is tried three times, and then named', async () => {
    await ingest([wire, 'Fairwater']);
    await age('claim');
    await query('ALTER TABLE attribution_link RENAME TO link_out_of_reach');
    const result = await reprocess();
    await query('ALTER TABLE link_out_of_reach RENAME TO attribution_link');
    expect(open().failures).toHaveLength(3);
    expect(result).toMatchObject({ failed: 1, failures: [{ code: 'INTERNAL_SERVER_ERROR' }] });
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
});
