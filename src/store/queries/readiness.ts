import type { Store } from '../store.js';

/** Does the database answer? Rejects when it does not. */
export async function askReadiness(store: Store): Promise<void> {
  await store.reader.query('SELECT 1');
}
