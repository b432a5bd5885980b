import { databaseKinds } from '../../support/databases';
import { tableState } from '../support';
import { untouched, useReprocessing } from './support';

jest.setTimeout(120_000);

describe.each(databaseKinds)('computing the whole demo again, on the %s database', (kind) => {
  const { open, query, stale, reprocess, log, agePlacements } = useReprocessing(kind, 'demo');

  test('what current engines made is not stale; computed again even so, the whole demo stays as it is', async () => {
    await query('TRUNCATE claim_change');
    expect(await stale()).toBe(0);
    expect(await reprocess()).toEqual({ articles: 0 });
    const before = await tableState(open().store);
    expect(await reprocess({ all: true })).toEqual({ articles: 32, done: 32, ...untouched });
    await query('DELETE FROM reprocessing');
    expect(await tableState(open().store)).toEqual(before);

    // An engine that groups as the one before it did comes to the same events, though it looks back on all articles.
    await agePlacements();
    const places = await query('SELECT id, event_id FROM article ORDER BY id');
    expect(await reprocess()).toEqual({ articles: 32, done: 32, ...untouched });
    expect(await query('SELECT id, event_id FROM article ORDER BY id')).toEqual(places);
    expect(await log()).toEqual([]);
    expect(open().failures).toEqual([]);
  });
});
