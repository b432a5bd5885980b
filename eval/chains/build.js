// Writes development.jsonl, kept-apart.jsonl, typography.jsonl and fresh.jsonl from the marked texts beside them.
//   node eval/chains/build.js
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { readMarked, toLines } = require('./marks.js');

for (const part of ['development', 'kept-apart', 'typography', 'fresh']) {
  const cases = readMarked(readFileSync(join(__dirname, `${part}.txt`), 'utf8'));
  writeFileSync(join(__dirname, `${part}.jsonl`), toLines(cases));
  const claims = cases.flatMap((row) => row.claims);
  const links = claims.flatMap((claim) => claim.chain);
  console.log(`${part}: ${cases.length} cases, ${claims.length} claims, ${links.length} links`);
}
