import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CueGrammar1796072124986 implements MigrationInterface {
  name = 'CueGrammar1796072124986';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "claim" RENAME COLUMN "rule" TO "method_rule"');
    await queryRunner.query('ALTER TABLE "claim" ALTER COLUMN "method_rule" DROP NOT NULL');
    await queryRunner.query('ALTER TABLE "event" ADD "method_rule" text');
    await queryRunner.query('ALTER TABLE "article_version" ADD "method_rule" text');
    await queryRunner.query('ALTER TABLE "actor" ADD "method_rule" text');
    await queryRunner.query('ALTER TABLE "proposition" ADD "method_rule" text');
    await queryRunner.query('ALTER TABLE "proposition_relation" ADD "method_rule" text');
    await queryRunner.query('ALTER TABLE "claim" ADD "cue_negated" boolean');
    await queryRunner.query('ALTER TABLE "claim" ADD "cue_tense" text');
    await queryRunner.query('ALTER TABLE "claim" ADD "cue_aspect" text');
    await queryRunner.query('ALTER TABLE "claim" ADD "cue_modality" text');
    await queryRunner.query('ALTER TABLE "claim" ADD "cue_voice" text');
    await queryRunner.query(
      'ALTER TABLE "claim" ADD CONSTRAINT "claim_cue_voice_check" CHECK ("cue_voice" IN (\'ACTIVE\', \'PASSIVE\'))',
    );
    await queryRunner.query(
      'ALTER TABLE "claim" ADD CONSTRAINT "claim_cue_modality_check" CHECK ("cue_modality" IN (\'POSSIBILITY\', \'NECESSITY\', \'HYPOTHETICAL\'))',
    );
    await queryRunner.query(
      "ALTER TABLE \"claim\" ADD CONSTRAINT \"claim_cue_aspect_check\" CHECK (\"cue_aspect\" IN ('SIMPLE', 'PERFECT', 'PROGRESSIVE', 'PERFECT_PROGRESSIVE'))",
    );
    await queryRunner.query(
      'ALTER TABLE "claim" ADD CONSTRAINT "claim_cue_tense_check" CHECK ("cue_tense" IN (\'PAST\', \'PRESENT\', \'FUTURE\'))',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "claim" DROP CONSTRAINT "claim_cue_tense_check"');
    await queryRunner.query('ALTER TABLE "claim" DROP CONSTRAINT "claim_cue_aspect_check"');
    await queryRunner.query('ALTER TABLE "claim" DROP CONSTRAINT "claim_cue_modality_check"');
    await queryRunner.query('ALTER TABLE "claim" DROP CONSTRAINT "claim_cue_voice_check"');
    await queryRunner.query('ALTER TABLE "claim" DROP COLUMN "cue_voice"');
    await queryRunner.query('ALTER TABLE "claim" DROP COLUMN "cue_modality"');
    await queryRunner.query('ALTER TABLE "claim" DROP COLUMN "cue_aspect"');
    await queryRunner.query('ALTER TABLE "claim" DROP COLUMN "cue_tense"');
    await queryRunner.query('ALTER TABLE "claim" DROP COLUMN "cue_negated"');
    await queryRunner.query('ALTER TABLE "proposition_relation" DROP COLUMN "method_rule"');
    await queryRunner.query('ALTER TABLE "proposition" DROP COLUMN "method_rule"');
    await queryRunner.query('ALTER TABLE "actor" DROP COLUMN "method_rule"');
    await queryRunner.query('ALTER TABLE "article_version" DROP COLUMN "method_rule"');
    await queryRunner.query('ALTER TABLE "event" DROP COLUMN "method_rule"');
    await queryRunner.query('ALTER TABLE "claim" ALTER COLUMN "method_rule" SET NOT NULL');
    await queryRunner.query('ALTER TABLE "claim" RENAME COLUMN "method_rule" TO "rule"');
  }
}
