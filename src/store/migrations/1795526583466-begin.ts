import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Begin1795526583466 implements MigrationInterface {
  name = 'Begin1795526583466';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE TABLE "source" ("id" uuid NOT NULL, "key" text NOT NULL, "name" text NOT NULL, "domain" text, "kind" text NOT NULL DEFAULT \'UNKNOWN\', "country" text, "languages" text array NOT NULL DEFAULT \'{}\', "owner" text, "ratings" jsonb NOT NULL DEFAULT \'[]\', "is_demo" boolean NOT NULL DEFAULT false, "first_seen_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "source_key_unique" UNIQUE ("key"), CONSTRAINT "source_kind_check" CHECK ("kind" IN (\'WIRE\', \'NEWSPAPER\', \'BROADCASTER\', \'STATE_MEDIA\', \'MAGAZINE\', \'DIGITAL\', \'GOVERNMENT\', \'UNKNOWN\')), CONSTRAINT "source_primary_key" PRIMARY KEY ("id"))',
    );
    await queryRunner.query('CREATE INDEX "source_name_index" ON "source"  ("name", "id") ');
    await queryRunner.query(
      'CREATE TABLE "event" ("id" uuid NOT NULL, "title" text NOT NULL, "first_published_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "last_published_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "is_roundup" boolean NOT NULL DEFAULT false, "article_count" integer NOT NULL, "source_count" integer NOT NULL, "method_engine" text NOT NULL, "method_version" text NOT NULL, "method_confidence" real NOT NULL, "method_input_hash" text NOT NULL, CONSTRAINT "event_primary_key" PRIMARY KEY ("id"))',
    );
    await queryRunner.query('CREATE INDEX "event_last_published_at_index" ON "event"  ("last_published_at", "id") ');
    await queryRunner.query(
      'CREATE TABLE "article" ("id" uuid NOT NULL, "source_id" uuid NOT NULL, "identity" text NOT NULL, "url" text, "external_id" text, "headline" text NOT NULL, "byline" text, "genre" text NOT NULL, "language" text, "published_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "published_at_precision" text, "first_seen_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "is_accessible_for_free" boolean, "latest_ordinal" integer NOT NULL, "event_id" uuid, "copy_of_id" uuid, "placement_method" jsonb, CONSTRAINT "article_source_id_identity_unique" UNIQUE ("source_id", "identity"), CONSTRAINT "article_published_at_precision_check" CHECK ("published_at_precision" IN (\'DAY\', \'SECOND\')), CONSTRAINT "article_genre_check" CHECK ("genre" IN (\'REPORTAGE\', \'OPINION\', \'ANALYSIS\', \'UNKNOWN\')), CONSTRAINT "article_primary_key" PRIMARY KEY ("id"))',
    );
    await queryRunner.query('CREATE INDEX "article_copy_of_id_index" ON "article"  ("copy_of_id") ');
    await queryRunner.query(
      'CREATE INDEX "article_event_id_published_at_index" ON "article"  ("event_id", "published_at", "id") ',
    );
    await queryRunner.query(
      'CREATE INDEX "article_source_id_published_at_index" ON "article"  ("source_id", "published_at", "id") ',
    );
    await queryRunner.query('CREATE INDEX "article_published_at_index" ON "article"  ("published_at", "id") ');
    await queryRunner.query(
      'CREATE TABLE "raw_document" ("id" uuid NOT NULL, "article_id" uuid NOT NULL, "url" text, "media_type" text NOT NULL, "hash" text NOT NULL, "bytes" bytea NOT NULL, "declared" jsonb NOT NULL, "fetched_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "raw_document_article_id_hash_unique" UNIQUE ("article_id", "hash"), CONSTRAINT "raw_document_primary_key" PRIMARY KEY ("id"))',
    );
    await queryRunner.query(
      'CREATE TABLE "article_version" ("id" uuid NOT NULL, "article_id" uuid NOT NULL, "ordinal" integer NOT NULL, "raw_document_id" uuid NOT NULL, "headline" text NOT NULL, "text" text NOT NULL, "content_hash" text NOT NULL, "word_count" integer NOT NULL, "seen_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "analysis_state" text NOT NULL DEFAULT \'PENDING\', "analysis_input_hash" text, "analysis_attempts" integer NOT NULL DEFAULT \'0\', "analysis_note" text, "method_engine" text NOT NULL, "method_version" text NOT NULL, "method_confidence" real NOT NULL, "method_input_hash" text NOT NULL, CONSTRAINT "article_version_article_id_ordinal_unique" UNIQUE ("article_id", "ordinal"), CONSTRAINT "article_version_analysis_state_check" CHECK ("analysis_state" IN (\'PENDING\', \'DONE\', \'FAILED\', \'SUPERSEDED\')), CONSTRAINT "article_version_primary_key" PRIMARY KEY ("id"))',
    );
    await queryRunner.query(
      'CREATE INDEX "article_version_unfinished_index" ON "article_version"  ("seen_at", "id") WHERE analysis_state IN (\'PENDING\', \'FAILED\')',
    );
    await queryRunner.query(
      'CREATE INDEX "article_version_raw_document_id_index" ON "article_version"  ("raw_document_id") ',
    );
    await queryRunner.query(
      'CREATE TABLE "actor" ("id" uuid NOT NULL, "key" text NOT NULL, "name" text NOT NULL, "kind" text NOT NULL, "scope" text NOT NULL, "article_id" uuid, "aliases" text array NOT NULL DEFAULT \'{}\', "roles" jsonb NOT NULL DEFAULT \'[]\', "country" text, "wikidata_id" text, "method_engine" text NOT NULL, "method_version" text NOT NULL, "method_confidence" real NOT NULL, "method_input_hash" text NOT NULL, CONSTRAINT "actor_key_unique" UNIQUE ("key"), CONSTRAINT "actor_scope_check" CHECK ("scope" IN (\'EVERYWHERE\', \'ARTICLE\')), CONSTRAINT "actor_kind_check" CHECK ("kind" IN (\'PERSON\', \'ORGANIZATION\', \'COUNTRY\', \'GROUP\', \'DOCUMENT\', \'UNKNOWN\')), CONSTRAINT "actor_primary_key" PRIMARY KEY ("id"))',
    );
    await queryRunner.query('CREATE INDEX "actor_article_id_index" ON "actor"  ("article_id") ');
    await queryRunner.query('CREATE INDEX "actor_name_index" ON "actor"  ("name", "id") ');
    await queryRunner.query(
      'CREATE TABLE "proposition" ("id" uuid NOT NULL, "event_id" uuid NOT NULL, "text" text NOT NULL, "claim_count" integer NOT NULL, "source_count" integer NOT NULL, "method_engine" text NOT NULL, "method_version" text NOT NULL, "method_confidence" real NOT NULL, "method_input_hash" text NOT NULL, CONSTRAINT "proposition_primary_key" PRIMARY KEY ("id"))',
    );
    await queryRunner.query(
      'CREATE INDEX "proposition_event_id_index" ON "proposition"  ("event_id", "source_count", "id") ',
    );
    await queryRunner.query(
      'CREATE TABLE "proposition_relation" ("first_id" uuid NOT NULL, "second_id" uuid NOT NULL, "relation" text NOT NULL, "score" real NOT NULL, "reasons" jsonb NOT NULL, "method_engine" text NOT NULL, "method_version" text NOT NULL, "method_confidence" real NOT NULL, "method_input_hash" text NOT NULL, CONSTRAINT "proposition_relation_relation_check" CHECK ("relation" IN (\'EQUIVALENT\', \'REFINES\', \'UPDATES\', \'CONTRADICTS\', \'RELATED\', \'UNRELATED\')), CONSTRAINT "proposition_relation_primary_key" PRIMARY KEY ("first_id", "second_id"))',
    );
    await queryRunner.query(
      'CREATE INDEX "proposition_relation_second_id_index" ON "proposition_relation"  ("second_id") ',
    );
    await queryRunner.query(
      'CREATE TABLE "claim" ("id" uuid NOT NULL, "article_id" uuid NOT NULL, "part" text NOT NULL, "start" integer NOT NULL, "text" text NOT NULL, "kind" text NOT NULL, "attitude" text NOT NULL, "cue" text, "cue_class" text, "speaker_text" text, "speaker_id" uuid, "rule" text NOT NULL, "source_id" uuid NOT NULL, "event_id" uuid, "published_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "proposition_id" uuid, "retracted_at" TIMESTAMP(3) WITH TIME ZONE, "method_engine" text NOT NULL, "method_version" text NOT NULL, "method_confidence" real NOT NULL, "method_input_hash" text NOT NULL, CONSTRAINT "claim_cue_class_check" CHECK ("cue_class" IN (\'NEUTRAL\', \'ASSERTIVE\', \'FACTIVE\', \'CONCESSIVE\', \'DENIAL\', \'ACCUSATION\', \'DOUBT\', \'DIRECTIVE\', \'PREDICTION\')), CONSTRAINT "claim_attitude_check" CHECK ("attitude" IN (\'SPEECH\', \'BELIEF\', \'INTENTION\')), CONSTRAINT "claim_kind_check" CHECK ("kind" IN (\'DIRECT\', \'MIXED\', \'INDIRECT\', \'ASSERTION\')), CONSTRAINT "claim_part_check" CHECK ("part" IN (\'TEXT\', \'HEADLINE\')), CONSTRAINT "claim_primary_key" PRIMARY KEY ("id"))',
    );
    await queryRunner.query(
      'CREATE INDEX "claim_proposition_id_published_at_index" ON "claim"  ("proposition_id", "published_at", "id") ',
    );
    await queryRunner.query(
      'CREATE INDEX "claim_speaker_id_published_at_index" ON "claim"  ("speaker_id", "published_at", "id") ',
    );
    await queryRunner.query(
      'CREATE INDEX "claim_event_id_published_at_index" ON "claim"  ("event_id", "published_at", "id") ',
    );
    await queryRunner.query(
      'CREATE INDEX "claim_source_id_published_at_index" ON "claim"  ("source_id", "published_at", "id") ',
    );
    await queryRunner.query(
      'CREATE INDEX "claim_article_id_start_index" ON "claim"  ("article_id", "part", "start", "id") ',
    );
    await queryRunner.query('CREATE INDEX "claim_published_at_index" ON "claim"  ("published_at", "id") ');
    await queryRunner.query(
      'CREATE TABLE "evidence" ("claim_id" uuid NOT NULL, "article_version_id" uuid NOT NULL, "part" text NOT NULL, "start" integer NOT NULL, "end" integer NOT NULL, "exact" text NOT NULL, "prefix" text NOT NULL, "suffix" text NOT NULL, "spans" jsonb NOT NULL, "cue_span" jsonb, "speaker_span" jsonb, CONSTRAINT "evidence_part_check" CHECK ("part" IN (\'TEXT\', \'HEADLINE\')), CONSTRAINT "evidence_primary_key" PRIMARY KEY ("claim_id", "article_version_id"))',
    );
    await queryRunner.query('CREATE INDEX "evidence_article_version_id_index" ON "evidence"  ("article_version_id") ');
    await queryRunner.query(
      'CREATE TABLE "attribution_link" ("claim_id" uuid NOT NULL, "depth" integer NOT NULL, "actor_id" uuid, "text" text NOT NULL, "cue" text, "owner" text, "held" boolean NOT NULL, "article_version_id" uuid NOT NULL, "span" jsonb NOT NULL, CONSTRAINT "attribution_link_primary_key" PRIMARY KEY ("claim_id", "depth"))',
    );
    await queryRunner.query(
      'CREATE INDEX "attribution_link_article_version_id_index" ON "attribution_link"  ("article_version_id") ',
    );
    await queryRunner.query('CREATE INDEX "attribution_link_actor_id_index" ON "attribution_link"  ("actor_id") ');
    await queryRunner.query(
      'CREATE TABLE "claim_change" ("position" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "kind" text NOT NULL, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "claim_id" uuid NOT NULL, "article_id" uuid NOT NULL, "source_id" uuid NOT NULL, "event_id" uuid, "speaker_id" uuid, "claim_kind" text NOT NULL, "changed_fields" text array NOT NULL, CONSTRAINT "claim_change_kind_check" CHECK ("kind" IN (\'ADDED\', \'CHANGED\', \'RETRACTED\')), CONSTRAINT "claim_change_primary_key" PRIMARY KEY ("position"))',
    );
    await queryRunner.query('CREATE INDEX "claim_change_article_id_index" ON "claim_change"  ("article_id") ');
    await queryRunner.query('CREATE INDEX "claim_change_claim_id_index" ON "claim_change"  ("claim_id") ');
    await queryRunner.query(
      'CREATE TABLE "stored_comparison" ("digest" text NOT NULL, "event_id" uuid NOT NULL, "engine" text NOT NULL, "version" text NOT NULL, "result" jsonb NOT NULL, "computed_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "stored_comparison_primary_key" PRIMARY KEY ("digest"))',
    );
    await queryRunner.query('CREATE INDEX "stored_comparison_event_id_index" ON "stored_comparison"  ("event_id") ');
    await queryRunner.query(
      'ALTER TABLE "article" ADD CONSTRAINT "article_source_id_foreign_key" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "article" ADD CONSTRAINT "article_event_id_foreign_key" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE SET NULL ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "article" ADD CONSTRAINT "article_copy_of_id_foreign_key" FOREIGN KEY ("copy_of_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "raw_document" ADD CONSTRAINT "raw_document_article_id_foreign_key" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "article_version" ADD CONSTRAINT "article_version_article_id_foreign_key" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "article_version" ADD CONSTRAINT "article_version_raw_document_id_foreign_key" FOREIGN KEY ("raw_document_id") REFERENCES "raw_document"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "actor" ADD CONSTRAINT "actor_article_id_foreign_key" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "proposition" ADD CONSTRAINT "proposition_event_id_foreign_key" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "proposition_relation" ADD CONSTRAINT "proposition_relation_first_id_foreign_key" FOREIGN KEY ("first_id") REFERENCES "proposition"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "proposition_relation" ADD CONSTRAINT "proposition_relation_second_id_foreign_key" FOREIGN KEY ("second_id") REFERENCES "proposition"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "claim" ADD CONSTRAINT "claim_article_id_foreign_key" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "claim" ADD CONSTRAINT "claim_speaker_id_foreign_key" FOREIGN KEY ("speaker_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "claim" ADD CONSTRAINT "claim_source_id_foreign_key" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "claim" ADD CONSTRAINT "claim_event_id_foreign_key" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE SET NULL ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "claim" ADD CONSTRAINT "claim_proposition_id_foreign_key" FOREIGN KEY ("proposition_id") REFERENCES "proposition"("id") ON DELETE SET NULL ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_id_foreign_key" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "evidence" ADD CONSTRAINT "evidence_article_version_id_foreign_key" FOREIGN KEY ("article_version_id") REFERENCES "article_version"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "attribution_link" ADD CONSTRAINT "attribution_link_claim_id_foreign_key" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "attribution_link" ADD CONSTRAINT "attribution_link_actor_id_foreign_key" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "attribution_link" ADD CONSTRAINT "attribution_link_article_version_id_foreign_key" FOREIGN KEY ("article_version_id") REFERENCES "article_version"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "stored_comparison" ADD CONSTRAINT "stored_comparison_event_id_foreign_key" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "stored_comparison" DROP CONSTRAINT "stored_comparison_event_id_foreign_key"');
    await queryRunner.query(
      'ALTER TABLE "attribution_link" DROP CONSTRAINT "attribution_link_article_version_id_foreign_key"',
    );
    await queryRunner.query('ALTER TABLE "attribution_link" DROP CONSTRAINT "attribution_link_actor_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "attribution_link" DROP CONSTRAINT "attribution_link_claim_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "evidence" DROP CONSTRAINT "evidence_article_version_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "evidence" DROP CONSTRAINT "evidence_claim_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "claim" DROP CONSTRAINT "claim_proposition_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "claim" DROP CONSTRAINT "claim_event_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "claim" DROP CONSTRAINT "claim_source_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "claim" DROP CONSTRAINT "claim_speaker_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "claim" DROP CONSTRAINT "claim_article_id_foreign_key"');
    await queryRunner.query(
      'ALTER TABLE "proposition_relation" DROP CONSTRAINT "proposition_relation_second_id_foreign_key"',
    );
    await queryRunner.query(
      'ALTER TABLE "proposition_relation" DROP CONSTRAINT "proposition_relation_first_id_foreign_key"',
    );
    await queryRunner.query('ALTER TABLE "proposition" DROP CONSTRAINT "proposition_event_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "actor" DROP CONSTRAINT "actor_article_id_foreign_key"');
    await queryRunner.query(
      'ALTER TABLE "article_version" DROP CONSTRAINT "article_version_raw_document_id_foreign_key"',
    );
    await queryRunner.query('ALTER TABLE "article_version" DROP CONSTRAINT "article_version_article_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "raw_document" DROP CONSTRAINT "raw_document_article_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "article" DROP CONSTRAINT "article_copy_of_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "article" DROP CONSTRAINT "article_event_id_foreign_key"');
    await queryRunner.query('ALTER TABLE "article" DROP CONSTRAINT "article_source_id_foreign_key"');
    await queryRunner.query('DROP INDEX "public"."stored_comparison_event_id_index"');
    await queryRunner.query('DROP TABLE "stored_comparison"');
    await queryRunner.query('DROP INDEX "public"."claim_change_claim_id_index"');
    await queryRunner.query('DROP INDEX "public"."claim_change_article_id_index"');
    await queryRunner.query('DROP TABLE "claim_change"');
    await queryRunner.query('DROP INDEX "public"."attribution_link_actor_id_index"');
    await queryRunner.query('DROP INDEX "public"."attribution_link_article_version_id_index"');
    await queryRunner.query('DROP TABLE "attribution_link"');
    await queryRunner.query('DROP INDEX "public"."evidence_article_version_id_index"');
    await queryRunner.query('DROP TABLE "evidence"');
    await queryRunner.query('DROP INDEX "public"."claim_published_at_index"');
    await queryRunner.query('DROP INDEX "public"."claim_article_id_start_index"');
    await queryRunner.query('DROP INDEX "public"."claim_source_id_published_at_index"');
    await queryRunner.query('DROP INDEX "public"."claim_event_id_published_at_index"');
    await queryRunner.query('DROP INDEX "public"."claim_speaker_id_published_at_index"');
    await queryRunner.query('DROP INDEX "public"."claim_proposition_id_published_at_index"');
    await queryRunner.query('DROP TABLE "claim"');
    await queryRunner.query('DROP INDEX "public"."proposition_relation_second_id_index"');
    await queryRunner.query('DROP TABLE "proposition_relation"');
    await queryRunner.query('DROP INDEX "public"."proposition_event_id_index"');
    await queryRunner.query('DROP TABLE "proposition"');
    await queryRunner.query('DROP INDEX "public"."actor_name_index"');
    await queryRunner.query('DROP INDEX "public"."actor_article_id_index"');
    await queryRunner.query('DROP TABLE "actor"');
    await queryRunner.query('DROP INDEX "public"."article_version_raw_document_id_index"');
    await queryRunner.query('DROP INDEX "public"."article_version_unfinished_index"');
    await queryRunner.query('DROP TABLE "article_version"');
    await queryRunner.query('DROP TABLE "raw_document"');
    await queryRunner.query('DROP INDEX "public"."article_published_at_index"');
    await queryRunner.query('DROP INDEX "public"."article_source_id_published_at_index"');
    await queryRunner.query('DROP INDEX "public"."article_event_id_published_at_index"');
    await queryRunner.query('DROP INDEX "public"."article_copy_of_id_index"');
    await queryRunner.query('DROP TABLE "article"');
    await queryRunner.query('DROP INDEX "public"."event_last_published_at_index"');
    await queryRunner.query('DROP TABLE "event"');
    await queryRunner.query('DROP INDEX "public"."source_name_index"');
    await queryRunner.query('DROP TABLE "source"');
  }
}
