// Writes schema.graphql, sorted and with descriptions, from what the code in dist/ says.
//   node scripts/emit-schema.js [FILE]
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { printSortedSchema } = require(
  join(process.env.PARALLAX_DIST ?? join(__dirname, '../dist'), 'src/server/schema.js'),
);

writeFileSync(process.argv[2] ?? join(__dirname, '../schema.graphql'), printSortedSchema());
