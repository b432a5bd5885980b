import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Keys1795549869873 implements MigrationInterface {
  name = 'Keys1795549869873';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE TABLE "api_key" ("id" uuid NOT NULL, "name" text NOT NULL, "hash" text NOT NULL, "scopes" text array NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "last_used_at" TIMESTAMP(3) WITH TIME ZONE, "expires_at" TIMESTAMP(3) WITH TIME ZONE, "revoked_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "api_key_hash_unique" UNIQUE ("hash"), CONSTRAINT "api_key_scopes_check" CHECK (cardinality("scopes") > 0 AND "scopes" <@ ARRAY[\'READ\', \'INGEST\', \'CURATE\', \'ADMIN\']), CONSTRAINT "api_key_primary_key" PRIMARY KEY ("id"))',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "api_key"');
  }
}
