import { encodeId } from '../../resolvers/relay/global-id.js';
import { encodeCursor } from '../../src/store/queries/cursor.js';
import { claimListing } from '../../src/store/queries/claim-listing.js';
import { inOrder } from '../../src/store/queries/order.js';
import type { Store } from '../../src/store/store.js';
import { randomOf } from '../data/random.js';
import type { Question } from './questions.js';
import type { Variables } from './sql-answers.js';

/** So many different requests of each question go round; a slice sends all of them equally often. */
const requestsInTurn = 40;

/**
 * Draws what is asked for, with the seed. Events come one from each fortieth of all by size, so that small and large ones
 * are all there, in the same shares in databases of any size.
 */
export async function drawVariables(store: Store, seed: number): Promise<Record<Question, Variables[]>> {
  const random = randomOf('parameters', seed);
  const drawOf = <Item>(items: readonly Item[]): Item[] =>
    Array.from({ length: requestsInTurn }, (_, turn) => {
      const place = Math.floor(((turn + random.next()) * items.length) / requestsInTurn);
      return items[place] as Item;
    });
  const ids = async (text: string) => (await store.dataSource.query<{ id: string }[]>(text)).map(({ id }) => id);
  const times = await store.dataSource.query<{ at: Date }[]>('SELECT published_at AS at FROM article ORDER BY at');
  const [deep] = await store.dataSource.query<[{ at: Date; id: string }]>(
    `SELECT published_at AS at, id FROM claim ORDER BY published_at DESC, id DESC
     LIMIT 1 OFFSET (SELECT count(*) * 9 / 10 FROM claim)`,
  );
  const events = drawOf(await ids('SELECT id FROM event ORDER BY article_count, id'));
  const articles = drawOf(await ids('SELECT id FROM article ORDER BY published_at, identity'));
  const after = encodeCursor(inOrder(claimListing, null).name, [deep.at.toISOString(), deep.id]);
  const event = events.map((id) => ({ id: encodeId('Event', id) }));
  return {
    q1: event,
    q2: drawOf(times.slice(Math.floor(times.length / 10))).map(({ at }) => ({ to: at.toISOString() })),
    q3: articles.map((id) => ({ id: encodeId('Article', id) })),
    q4: event,
    'q4-ids': event,
    'first page': [{}],
    'deep page': [{ after }],
  };
}
