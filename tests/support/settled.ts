import type { Store } from '../../src/store/store';

/**
 * Waits until nothing is under way on the server that began before the last change here. The tests of other files write to
 * databases of their own on it, and as such a transaction ends, the version of the data changes once without a change of
 * the data (docs/decisions/data-version.md).
 */
export async function untilSettled({ dataSource }: Store): Promise<void> {
  for (;;) {
    const [{ isSettled }] = await dataSource.query<[{ isSettled: boolean }]>(
      `SELECT NOT EXISTS (SELECT FROM data_change WHERE xid >= pg_snapshot_xmin(pg_current_snapshot())) AS "isSettled"`,
    );
    if (isSettled) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
