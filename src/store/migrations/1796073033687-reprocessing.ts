import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reprocessing1796073033687 implements MigrationInterface {
  name = 'Reprocessing1796073033687';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE TABLE "reprocessing" ("id" uuid NOT NULL, "requested_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "methods" text NOT NULL, "articles" integer NOT NULL, "done" integer NOT NULL DEFAULT \'0\', "failed" integer NOT NULL DEFAULT \'0\', "new_versions" integer NOT NULL DEFAULT \'0\', "added" integer NOT NULL DEFAULT \'0\', "changed" integer NOT NULL DEFAULT \'0\', "retracted" integer NOT NULL DEFAULT \'0\', "failures" jsonb NOT NULL DEFAULT \'[]\', CONSTRAINT "reprocessing_primary_key" PRIMARY KEY ("id"))',
    );
    await queryRunner.query(
      'CREATE TABLE "reprocessing_article" ("reprocessing_id" uuid NOT NULL, "article_id" uuid NOT NULL, "is_forced" boolean NOT NULL, "published_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "takings" integer NOT NULL DEFAULT \'0\', CONSTRAINT "reprocessing_article_primary_key" PRIMARY KEY ("reprocessing_id", "article_id"))',
    );
    await queryRunner.query(
      'CREATE INDEX "reprocessing_article_order_index" ON "reprocessing_article"  ("takings", "published_at", "article_id") ',
    );
    await queryRunner.query(
      'CREATE INDEX "reprocessing_article_article_id_index" ON "reprocessing_article"  ("article_id") ',
    );
    await queryRunner.query('ALTER TABLE "article_version" ADD "analysis_methods" jsonb');
    await queryRunner.query(
      'ALTER TABLE "reprocessing_article" ADD CONSTRAINT "reprocessing_article_reprocessing_id_foreign_key" FOREIGN KEY ("reprocessing_id") REFERENCES "reprocessing"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "reprocessing_article" ADD CONSTRAINT "reprocessing_article_article_id_foreign_key" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE "reprocessing_article" DROP CONSTRAINT "reprocessing_article_article_id_foreign_key"',
    );
    await queryRunner.query(
      'ALTER TABLE "reprocessing_article" DROP CONSTRAINT "reprocessing_article_reprocessing_id_foreign_key"',
    );
    await queryRunner.query('ALTER TABLE "article_version" DROP COLUMN "analysis_methods"');
    await queryRunner.query('DROP INDEX "public"."reprocessing_article_article_id_index"');
    await queryRunner.query('DROP INDEX "public"."reprocessing_article_order_index"');
    await queryRunner.query('DROP TABLE "reprocessing_article"');
    await queryRunner.query('DROP TABLE "reprocessing"');
  }
}
