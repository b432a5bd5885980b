import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../src/store/store';

/** Before the clock of any test, so that what a test takes in was seen after the demo. */
const firstSeen = Date.parse('2025-06-15T12:00:00Z');

async function load(store: Store): Promise<void> {
  // Not needed by the many tests that have no demo.
  const { startJobs } = await import('../../src/jobs/index.js');
  const failures: unknown[] = [];
  // Documents are analysed in the order in which they were seen: the clock must go on.
  let now = firstSeen;
  const jobs = startJobs(
    store,
    { maximumDocumentBytes: 1024 * 1024 },
    { now: () => new Date((now += 1000)), log: (error) => failures.push(error) },
  );
  try {
    await jobs.loadDemo();
    await jobs.settle();
  } finally {
    await jobs.stop();
  }
  if (failures.length > 0) throw failures[0];
}

/**
 * Waits until a database with the demo is made: by the first of all test files of a run that asks for one, as loading the
 * demo takes seconds and copying it next to nothing.
 * @param name of the database, one of its own for each kind
 * @param open makes the empty database, under that name
 * @throws what loading the demo throws; in other files than the first, that it failed
 */
export async function makeOnce(name: string, open: () => Promise<Store>): Promise<void> {
  const mark = (what: string) => join(process.env.PARALLAX_TEST_TEMPLATES as string, `${name}-${what}`);
  try {
    mkdirSync(mark('begun'));
  } catch {
    while (!existsSync(mark('made'))) {
      if (existsSync(mark('failed'))) throw new Error('The demo could not be loaded; another test file says why.');
      await sleep(50);
    }
    return;
  }
  try {
    const store = await open();
    await load(store).finally(() => store.close());
  } catch (error) {
    mkdirSync(mark('failed'));
    throw error;
  }
  mkdirSync(mark('made'));
}
