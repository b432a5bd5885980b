import { databaseKinds, openTestStore } from '../support/databases';

describe.each(databaseKinds)('migrations on the %s database', (kind) => {
  test('make exactly what the entities say', async () => {
    const store = await openTestStore(kind);
    try {
      const { upQueries } = await store.dataSource.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await store.close();
    }
  });

  test('go back to nothing and forward again', async () => {
    const store = await openTestStore(kind);
    try {
      for (let index = 0; index < store.dataSource.migrations.length; index += 1) {
        await store.dataSource.undoLastMigration();
      }
      const left = await store.dataSource.query<{ name: string }[]>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'`,
      );
      expect(left).toEqual([]);
      expect(await store.dataSource.runMigrations()).toHaveLength(store.dataSource.migrations.length);
    } finally {
      await store.close();
    }
  });
});
