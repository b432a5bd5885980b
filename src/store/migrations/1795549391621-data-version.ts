import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows a query can show, or find by. Results of comparisons are made of them and change nothing. */
const seenTables = [
  'source',
  'event',
  'article',
  'raw_document',
  'article_version',
  'actor',
  'proposition',
  'proposition_relation',
  'claim',
  'evidence',
  'attribution_link',
  'claim_change',
  'article_search',
  'claim_search',
  'actor_search',
  'event_search',
];

/**
 * By hand, as entities cannot say it: every transaction that changes what queries can see leaves its id in `data_change`
 * (docs/decisions/data-version.md). The triggers are told by a setting of the transaction when it has done so already,
 * which costs each further row less than a microsecond; a savepoint that is rolled back takes the setting back as well.
 * One transaction in a thousand removes ids that nobody needs any more.
 */
export class DataVersion1795549391621 implements MigrationInterface {
  name = 'DataVersion1795549391621';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE "data_change" ("xid" xid8 CONSTRAINT "data_change_primary_key" PRIMARY KEY)');
    await queryRunner.query(`
      CREATE FUNCTION record_data_change() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        own xid8 := pg_current_xact_id();
      BEGIN
        IF current_setting('parallax.data_change', true) IS NOT DISTINCT FROM own::text THEN
          RETURN NULL;
        END IF;
        PERFORM set_config('parallax.data_change', own::text, true);
        INSERT INTO public.data_change (xid) VALUES (own) ON CONFLICT DO NOTHING;
        IF own::text LIKE '%000' THEN
          DELETE FROM public.data_change WHERE xid IN (
            SELECT xid FROM public.data_change
            WHERE xid < (SELECT xid FROM public.data_change WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
                         ORDER BY xid DESC LIMIT 1)
            FOR UPDATE SKIP LOCKED);
        END IF;
        RETURN NULL;
      END $$`);
    const isFirst = `current_setting('parallax.data_change', true) IS DISTINCT FROM pg_current_xact_id_if_assigned()::text`;
    for (const table of seenTables) {
      await queryRunner.query(`
        CREATE TRIGGER data_change_of_rows AFTER INSERT OR DELETE ON "${table}" FOR EACH ROW
        WHEN (${isFirst}) EXECUTE FUNCTION record_data_change()`);
      await queryRunner.query(`
        CREATE TRIGGER data_change_of_values AFTER UPDATE ON "${table}" FOR EACH ROW
        WHEN (${isFirst} AND OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION record_data_change()`);
      await queryRunner.query(`
        CREATE TRIGGER data_change_of_all AFTER TRUNCATE ON "${table}" FOR EACH STATEMENT
        EXECUTE FUNCTION record_data_change()`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of seenTables) {
      await queryRunner.query(`DROP TRIGGER data_change_of_all ON "${table}"`);
      await queryRunner.query(`DROP TRIGGER data_change_of_values ON "${table}"`);
      await queryRunner.query(`DROP TRIGGER data_change_of_rows ON "${table}"`);
    }
    await queryRunner.query('DROP FUNCTION record_data_change');
    await queryRunner.query('DROP TABLE "data_change"');
  }
}
