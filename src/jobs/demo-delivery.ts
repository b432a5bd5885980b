import { ParallaxError } from '../errors.js';
import { highestClaimPosition } from '../store/queries/claim-changes.js';
import { articlesOfReceipts, countDemoChanges } from '../store/queries/demo-changes.js';
import type { Store } from '../store/store.js';
import { acceptDelivery, prepareDemo, readDemoDeliveries } from './demo.js';
import type { DemoStep, DocumentReceipt, Submission } from './jobs.js';

/**
 * Takes one delivery of the demo in, waits until it is analysed, and tells what came of it.
 * @param number which one, from 0, in the order in which they were seen
 * @param settle resolves when nothing is left to analyse
 * @throws ParallaxError BAD_USER_INPUT when there is no such delivery
 */
export async function loadDemoDelivery(
  store: Store,
  folder: string,
  number: number,
  accept: (submission: Submission) => Promise<readonly DocumentReceipt[]>,
  settle: () => Promise<void>,
  now: () => Date,
): Promise<DemoStep> {
  const deliveries = await readDemoDeliveries(folder);
  const delivery = deliveries[number];
  if (delivery === undefined) {
    throw new ParallaxError(
      'BAD_USER_INPUT',
      `The demo has ${deliveries.length} deliveries; give a number from 0 to ${deliveries.length - 1}.`,
    );
  }
  await prepareDemo(store, folder, now);
  const before = await highestClaimPosition(store);
  const receipts = await acceptDelivery(folder, delivery, accept);
  await settle();
  const articles = await articlesOfReceipts(
    store,
    receipts.flatMap(({ articleId }) => articleId ?? []),
  );
  const next = deliveries[number + 1];
  return {
    number,
    deliveries: deliveries.length,
    source: delivery.source,
    seenAt: new Date(delivery.seenAt),
    nextSeenAt: next === undefined ? null : new Date(next.seenAt),
    documents: receipts.map(({ status, articleId }) => ({
      status,
      headline: articles.find(({ id }) => id === articleId)?.headline ?? null,
    })),
    ...(await countDemoChanges(store, before)),
  };
}
