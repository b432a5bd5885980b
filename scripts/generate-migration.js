// Writes the migration that brings the database from the migrations so far to the entities as built in dist/.
//   node scripts/generate-migration.js NAME
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { createDataSource } = require('../dist/src/store/data-source.js');
const { openEmbeddedDatabase } = require('../dist/src/store/embedded.js');

async function main(name) {
  if (!/^[A-Z][A-Za-z]+$/.test(name ?? ''))
    throw new Error('usage: node scripts/generate-migration.js NameInPascalCase');
  const database = await openEmbeddedDatabase(null);
  const dataSource = await createDataSource(database.connection).initialize();
  await dataSource.runMigrations();
  const { upQueries, downQueries } = await dataSource.driver.createSchemaBuilder().log();
  await dataSource.destroy();
  await database.close();
  if (upQueries.length === 0) return console.log('The migrations are what the entities say.');
  const timestamp = Date.now();
  const line = ({ query }) => `    await queryRunner.query(${JSON.stringify(query)});`;
  const file = name.replace(/[A-Z]/g, (letter, index) => (index ? '-' : '') + letter.toLowerCase());
  const className = `${name}${timestamp}`;
  writeFileSync(
    join(__dirname, '../src/store/migrations', `${timestamp}-${file}.ts`),
    [
      `import type { MigrationInterface, QueryRunner } from 'typeorm';`,
      '',
      `export class ${className} implements MigrationInterface {`,
      `  name = '${className}';`,
      '',
      '  async up(queryRunner: QueryRunner): Promise<void> {',
      ...upQueries.map(line),
      '  }',
      '',
      '  async down(queryRunner: QueryRunner): Promise<void> {',
      ...downQueries.reverse().map(line),
      '  }',
      '}',
      '',
    ].join('\n'),
  );
  console.log(`Wrote ${timestamp}-${file}.ts: name its class in src/store/migrations/index.ts.`);
}

main(process.argv[2]).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
