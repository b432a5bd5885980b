import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ActorIdentity1796073200000 implements MigrationInterface {
  name = 'ActorIdentity1796073200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE TABLE "actor_sighting" ("found_id" uuid NOT NULL, "article_id" uuid NOT NULL, "actor_id" uuid NOT NULL, "published_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "name" text NOT NULL, "is_listed" boolean NOT NULL, "aliases" text array NOT NULL, "roles" text array NOT NULL, "country" text, CONSTRAINT "actor_sighting_primary_key" PRIMARY KEY ("found_id", "article_id"))',
    );
    await queryRunner.query('CREATE INDEX "actor_sighting_article_id_index" ON "actor_sighting" ("article_id")');
    await queryRunner.query('CREATE INDEX "actor_sighting_actor_id_index" ON "actor_sighting" ("actor_id")');
    await queryRunner.query(
      'CREATE TABLE "actor_decision" ("id" uuid NOT NULL, "kind" text NOT NULL, "from" jsonb NOT NULL, "into" jsonb NOT NULL, "actor_ids" uuid array NOT NULL, "claim_ids" uuid array NOT NULL, "article_ids" uuid array NOT NULL, "source_ids" uuid array NOT NULL, "reason" text NOT NULL, "made_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "made_by" text NOT NULL, "made_by_name" text, "reverted_at" TIMESTAMP(3) WITH TIME ZONE, "reverted_by" text, "reverted_by_name" text, "revert_reason" text, CONSTRAINT "actor_decision_kind_check" CHECK ("kind" IN (\'MERGE\', \'SPLIT\')), CONSTRAINT "actor_decision_primary_key" PRIMARY KEY ("id"))',
    );
    await queryRunner.query(
      'CREATE TABLE "listed_actor" ("id" uuid NOT NULL, "name" text NOT NULL, "kind" text NOT NULL, "aliases" text array NOT NULL, "country" text, "wikidata_id" text, CONSTRAINT "listed_actor_kind_check" CHECK ("kind" IN (\'PERSON\', \'ORGANIZATION\', \'COUNTRY\', \'GROUP\', \'DOCUMENT\', \'UNKNOWN\')), CONSTRAINT "listed_actor_primary_key" PRIMARY KEY ("id"))',
    );
    await queryRunner.query('CREATE INDEX "listed_actor_wikidata_id_index" ON "listed_actor" ("wikidata_id")');
    await queryRunner.query(
      'CREATE TABLE "listed_actor_form" ("form" text NOT NULL, "listed_actor_id" uuid NOT NULL, CONSTRAINT "listed_actor_form_primary_key" PRIMARY KEY ("form", "listed_actor_id"))',
    );
    await queryRunner.query(
      'CREATE INDEX "listed_actor_form_listed_actor_id_index" ON "listed_actor_form" ("listed_actor_id")',
    );
    await queryRunner.query('ALTER TABLE "actor" ADD "merged_into_id" uuid');
    await queryRunner.query('ALTER TABLE "claim" ADD "found_speaker_id" uuid');
    await queryRunner.query('ALTER TABLE "attribution_link" ADD "found_actor_id" uuid');
    await queryRunner.query('ALTER TABLE "claim_change" ADD "previous_speaker_id" uuid');
    await queryRunner.query(
      'ALTER TABLE "actor_sighting" ADD CONSTRAINT "actor_sighting_found_id_foreign_key" FOREIGN KEY ("found_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "actor_sighting" ADD CONSTRAINT "actor_sighting_article_id_foreign_key" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "actor_sighting" ADD CONSTRAINT "actor_sighting_actor_id_foreign_key" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "listed_actor_form" ADD CONSTRAINT "listed_actor_form_listed_actor_id_foreign_key" FOREIGN KEY ("listed_actor_id") REFERENCES "listed_actor"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    // Queries show decisions: a change of them is one of the data (see the migration DataVersion).
    const isFirst = `current_setting('parallax.data_change', true) IS DISTINCT FROM pg_current_xact_id_if_assigned()::text`;
    await queryRunner.query(`
      CREATE TRIGGER data_change_of_rows AFTER INSERT OR DELETE ON "actor_decision" FOR EACH ROW
      WHEN (${isFirst}) EXECUTE FUNCTION record_data_change()`);
    await queryRunner.query(`
      CREATE TRIGGER data_change_of_values AFTER UPDATE ON "actor_decision" FOR EACH ROW
      WHEN (${isFirst} AND OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION record_data_change()`);
    await queryRunner.query(`
      CREATE TRIGGER data_change_of_all AFTER TRUNCATE ON "actor_decision" FOR EACH STATEMENT
      EXECUTE FUNCTION record_data_change()`);
    // Who spoke in what is here already. What each article says of an actor is known where only one does; for the others the
    // next analysis of the article writes it.
    await queryRunner.query(`
      INSERT INTO actor_sighting (found_id, article_id, actor_id, published_at, name, is_listed, aliases, roles, country)
      SELECT actor.id, article.id, actor.id, article.published_at, actor.name, false,
             CASE actor.scope WHEN 'ARTICLE' THEN actor.aliases ELSE '{}' END,
             CASE actor.scope WHEN 'ARTICLE' THEN
               ARRAY(SELECT entry->>'role' FROM jsonb_array_elements(actor.roles) AS entry) ELSE '{}' END,
             actor.country
      FROM (SELECT speaker_id AS actor_id, article_id FROM claim WHERE retracted_at IS NULL
            UNION
            SELECT l.actor_id, c.article_id FROM attribution_link l JOIN claim c ON c.id = l.claim_id
            WHERE c.retracted_at IS NULL) AS spoken
      JOIN actor ON actor.id = spoken.actor_id JOIN article ON article.id = spoken.article_id`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE "listed_actor_form" DROP CONSTRAINT "listed_actor_form_listed_actor_id_foreign_key"',
    );
    await queryRunner.query('ALTER TABLE "actor_sighting" DROP CONSTRAINT "actor_sighting_actor_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "actor_sighting" DROP CONSTRAINT "actor_sighting_article_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "actor_sighting" DROP CONSTRAINT "actor_sighting_found_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "claim_change" DROP COLUMN "previous_speaker_id"');
    await queryRunner.query('ALTER TABLE "attribution_link" DROP COLUMN "found_actor_id"');
    await queryRunner.query('ALTER TABLE "claim" DROP COLUMN "found_speaker_id"');
    await queryRunner.query('ALTER TABLE "actor" DROP COLUMN "merged_into_id"');
    await queryRunner.query('DROP INDEX "listed_actor_form_listed_actor_id_index"');
    await queryRunner.query('DROP TABLE "listed_actor_form"');
    await queryRunner.query('DROP INDEX "listed_actor_wikidata_id_index"');
    await queryRunner.query('DROP TABLE "listed_actor"');
    await queryRunner.query('DROP TABLE "actor_decision"');
    await queryRunner.query('DROP INDEX "actor_sighting_actor_id_index"');
    await queryRunner.query('DROP INDEX "actor_sighting_article_id_index"');
    await queryRunner.query('DROP TABLE "actor_sighting"');
  }
}
