import { databaseKinds } from '../../support/databases';
import { tableState, textSubmission } from '../support';
import { ferry, local, untouched, useReprocessing, wire } from './support';

jest.setTimeout(120_000);

describe.each(databaseKinds)('which stored articles are computed again, and when, on the %s database', (kind) => {
  const { open, query, ingest, stale, begin, endOf, reprocess, age } = useReprocessing(kind);

  test.each(['claim', 'proposition', 'actor', 'article_version'])(
    'an older %s makes its article stale; where a newer engine finds the same, nothing is told',
    async (table) => {
      await ingest([wire, 'Fairwater'], [ferry, 'Ninefold']);
      const before = await tableState(open().store);
      await age(table);
      expect(await stale()).toBe(2);
      expect(await reprocess()).toEqual({ articles: 2, done: 2, ...untouched });
      await query('DELETE FROM reprocessing');
      expect(await tableState(open().store)).toEqual(before);
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

  test('fresh articles come first, and what waits for another engine is left alone', async () => {
    await ingest([wire, 'Fairwater'], [local, 'Orrel Sun']);
    await age('claim');
    const { reprocessing } = await begin();
    await open().jobs.accept(textSubmission(ferry, { source: 'Ninefold' }));
    await open().jobs.settle();
    expect(await query(`SELECT 1 FROM article_version WHERE analysis_state <> 'DONE'`)).toEqual([]);
    await endOf(reprocessing!.id);
    await age('claim');
    await query(
      `INSERT INTO reprocessing (id, requested_at, methods, articles) VALUES (gen_random_uuid(), now(), 'other', 1)`,
    );
    await query(`INSERT INTO reprocessing_article (reprocessing_id, article_id, is_forced, published_at)
      SELECT r.id, a.id, false, a.published_at FROM reprocessing r, article a WHERE methods = 'other'`);
    await reprocess({ limit: 1 });
    expect(await query('SELECT 1 FROM reprocessing_article')).toEqual([]);
    expect(await stale()).toBe(2);
    expect(open().failures).toEqual([]);
  });

  test("an article that is taken away meanwhile is nobody's any more", async () => {
    await ingest([wire, 'Fairwater'], [local, 'Orrel Sun']);
    await age('claim');
    const { reprocessing } = await begin();
    await query('DELETE FROM source');
    await endOf(reprocessing!.id);
    expect(open().failures).toEqual([]);
  });
});
