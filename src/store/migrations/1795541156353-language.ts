import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Language1795541156353 implements MigrationInterface {
  name = 'Language1795541156353';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "article" ADD "language_basis" text');
    await queryRunner.query(
      'ALTER TABLE "article" ADD CONSTRAINT "article_language_basis_check" CHECK ("language_basis" IN (\'DECLARED\', \'PAGE\', \'DETECTED\'))',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "article" DROP CONSTRAINT "article_language_basis_check"');
    await queryRunner.query('ALTER TABLE "article" DROP COLUMN "language_basis"');
  }
}
