import { decodeIdOf, encodeId } from '../../resolvers/relay/global-id.js';
import type { Store } from '../../src/store/store.js';
import type { Variables } from './sql-answers.js';

/** How many articles the events have that are asked for. */
export async function sizesOfEvents(store: Store, asked: readonly Variables[]): Promise<number[]> {
  const ids = asked.map(({ id }) => decodeIdOf('Event', id as string, 'id'));
  const rows = await store.dataSource.query<{ size: number }[]>(
    `SELECT event.article_count AS size FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place)
     JOIN event ON event.id = asked.id ORDER BY asked.place`,
    [ids],
  );
  return rows.map(({ size }) => size);
}

/** For each size an event of the database that comes nearest to it; of several the one that was taken least often. */
export async function eventsOfSizes(store: Store, sizes: readonly number[]): Promise<Variables[]> {
  const rows = await store.dataSource.query<{ id: string; size: number }[]>(
    'SELECT id, article_count AS size FROM event ORDER BY id',
  );
  const events = rows.map((row) => ({ ...row, taken: 0 }));
  return sizes.map((wanted) => {
    const distance = ({ size }: { readonly size: number }) => Math.abs(size - wanted);
    const nearest = events.reduce((best, event) => {
      const nearer = distance(event) - distance(best) || event.taken - best.taken;
      return nearer < 0 ? event : best;
    });
    nearest.taken += 1;
    return { id: encodeId('Event', nearest.id) };
  });
}
