import { databaseKinds } from '../../support/databases';
import { ferry, local, untouched, useReprocessing, wire } from './support';

jest.setTimeout(120_000);

describe.each(databaseKinds)('computing the events of stored articles again, on the %s database', (kind) => {
  const { open, query, ingest, stale, reprocess, log, agePlacements } = useReprocessing(kind);

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
    await open().jobs.settle();
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
});
