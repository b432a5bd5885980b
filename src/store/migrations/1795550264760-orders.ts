import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Orders1795550264760 implements MigrationInterface {
  name = 'Orders1795550264760';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX "article_copy_of_id_index"');
    await queryRunner.query('CREATE INDEX "source_first_seen_at_index" ON "source" ("first_seen_at", "id")');
    await queryRunner.query('CREATE INDEX "event_article_count_index" ON "event" ("article_count", "id")');
    await queryRunner.query('CREATE INDEX "event_source_count_index" ON "event" ("source_count", "id")');
    await queryRunner.query('CREATE INDEX "event_first_published_at_index" ON "event" ("first_published_at", "id")');
    await queryRunner.query('CREATE INDEX "article_url_index" ON "article" USING hash ("url")');
    await queryRunner.query(
      'CREATE INDEX "article_copy_of_id_published_at_index" ON "article" ("copy_of_id", "published_at", "id")',
    );
    await queryRunner.query('CREATE INDEX "article_first_seen_at_index" ON "article" ("first_seen_at", "id")');
    await queryRunner.query('CREATE INDEX "proposition_claim_count_index" ON "proposition" ("claim_count", "id")');
    await queryRunner.query('CREATE INDEX "proposition_source_count_index" ON "proposition" ("source_count", "id")');
    await queryRunner.query(
      'CREATE INDEX "proposition_event_id_claim_count_index" ON "proposition" ("event_id", "claim_count", "id")',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX "proposition_event_id_claim_count_index"');
    await queryRunner.query('DROP INDEX "proposition_source_count_index"');
    await queryRunner.query('DROP INDEX "proposition_claim_count_index"');
    await queryRunner.query('DROP INDEX "article_first_seen_at_index"');
    await queryRunner.query('DROP INDEX "article_copy_of_id_published_at_index"');
    await queryRunner.query('DROP INDEX "article_url_index"');
    await queryRunner.query('DROP INDEX "event_first_published_at_index"');
    await queryRunner.query('DROP INDEX "event_source_count_index"');
    await queryRunner.query('DROP INDEX "event_article_count_index"');
    await queryRunner.query('DROP INDEX "source_first_seen_at_index"');
    await queryRunner.query('CREATE INDEX "article_copy_of_id_index" ON "article" USING btree ("copy_of_id")');
  }
}
