// What changed in the schema since the last release, and whether clients were told.
//   node scripts/schema-changes.js            lists the changes, and fails where one that can break a client has no note
//   node scripts/schema-changes.js --release  makes the schema as it is now the released one
const { copyFileSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { CriticalityLevel, diff } = require('@graphql-inspector/core');
const { buildSchema } = require('graphql');

const root = join(__dirname, '..');
const places = {
  released: join(root, 'docs/schema/released.graphql'),
  current: join(root, 'schema.graphql'),
  notes: join(root, 'docs/schema/CHANGELOG.md'),
};

/**
 * The changes from one schema to another.
 * @param {string} released text of the schema that clients know
 * @param {string} current text of the schema as it is
 * @param {string} notes Markdown; a change is noted where the section "Unreleased" has its path between backticks
 * @returns {Promise<{level: string, path: string, message: string, isNoted: boolean}[]>} level BREAKING (an operation that
 *   worked fails), DANGEROUS (an answer may hold what a client does not know) or NON_BREAKING
 */
async function schemaChanges(released, current, notes) {
  const [, unreleased = ''] = /^## Unreleased$(.*?)(?=^## |(?![\s\S]))/ms.exec(notes) ?? [];
  const noted = new Set(Array.from(unreleased.matchAll(/`([^`\n]+)`/g), ([, path]) => path));
  const changes = await diff(buildSchema(released), buildSchema(current));
  return changes.map(({ criticality: { level }, path = '', message }) => {
    return { level, path, message, isNoted: level === CriticalityLevel.NonBreaking || noted.has(path) };
  });
}

async function main(argument) {
  const [released, current, notes] = Object.values(places).map((file) => readFileSync(file, 'utf8'));
  const changes = await schemaChanges(released, current, notes);
  for (const { level, path, message, isNoted } of changes) {
    console.log(`${isNoted ? ' ' : '!'} ${level} ${path}: ${message}`);
  }
  const silent = changes.filter(({ isNoted }) => !isNoted);
  if (silent.length > 0) {
    console.error(
      `Write a line with the path of each change marked "!" below "Unreleased" in docs/schema/CHANGELOG.md.`,
    );
    process.exitCode = 1;
  } else if (argument === '--release') {
    copyFileSync(places.current, places.released);
    console.log(
      'docs/schema/released.graphql is the schema as it is now. Name "Unreleased" after the version, and begin a new one.',
    );
  }
}

module.exports = { schemaChanges, places };
if (require.main === module) {
  main(process.argv[2]).catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
