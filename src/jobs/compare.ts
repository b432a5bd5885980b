import { ParallaxError } from '../errors.js';
import type { Comparison } from '../pipeline/values.js';
import {
  countComparedArticles,
  findStoredComparison,
  loadComparisonInput,
  storeComparison,
} from '../store/comparison.js';
import { digest } from '../store/identity.js';
import type { Store } from '../store/store.js';
import { methods } from './methods.js';
import type { Workers } from './workers.js';

/** Larger events are refused: their comparison would take minutes of a thread and more text than a person can check. */
export const mostComparedArticles = 500;

/**
 * Compares how the outlets of an event report it.
 * @returns null when there is no such event
 * @throws ParallaxError COMPARISON_TOO_LARGE; BAD_USER_INPUT when a source does not exist
 */
export async function compareSources(
  store: Store,
  workers: Workers,
  eventId: string,
  sourceIds: readonly string[] | null,
  now: () => Date,
): Promise<Comparison | null> {
  const { manager } = store.dataSource;
  const articles = await countComparedArticles(manager, eventId, sourceIds);
  if (articles === null) return null;
  if (articles > mostComparedArticles) {
    throw new ParallaxError(
      'COMPARISON_TOO_LARGE',
      `${articles} articles would be compared; at most ${mostComparedArticles} can be. Name fewer sources.`,
    );
  }
  const input = await loadComparisonInput(manager, eventId, sourceIds);
  if (sourceIds !== null && input.sources.length < new Set(sourceIds).size) {
    throw new ParallaxError('BAD_USER_INPUT', 'One of the sources to compare does not exist.');
  }
  const { comparison: method } = methods;
  const inputDigest = digest(method.engine, method.version, input);
  const known = await findStoredComparison(manager, inputDigest);
  if (known !== null) return known;
  const comparison = await workers.compare(input);
  await storeComparison(manager, inputDigest, method, comparison, now());
  return comparison;
}
