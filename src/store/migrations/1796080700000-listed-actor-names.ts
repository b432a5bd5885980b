import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By its name and kind each row of an imported table is looked for: without an index, all others are read for each. */
export class ListedActorNames1796080700000 implements MigrationInterface {
  name = 'ListedActorNames1796080700000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX "listed_actor_name_kind_index" ON "listed_actor" ("name", "kind")');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX "listed_actor_name_kind_index"');
  }
}
