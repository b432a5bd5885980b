// Adds a case to a stage's tests: what the stage makes of an input now, to be read before it is committed.
//
//   npm run -s build:service && node scripts/add-case.js STAGE NAME < INPUT
//
// INPUT is the JSON object the stage reads as a filter, or plain text, which becomes {"text": …}. Writes
// tests/cases/STAGE/NAME/input.json and expected.json and prints the latter. Offsets and confidences are left out of
// expected.json: fields that it leaves out are not compared.
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { PassThrough, Readable } = require('node:stream');
const { text } = require('node:stream/consumers');

/** Of no use to a reader of the case, or bound to change with every better engine. */
const omitted = new Set('id start end spans confidence rule actor actors depth held score notComputed'.split(' '));

function readable(value) {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, field]) => !omitted.has(key) || (key === 'notComputed' && field !== null))
      .map(([key, field]) => [key, readable(field)]),
  );
}

function parse(input) {
  if (!input.trimStart().startsWith('{')) return { text: input.trim() };
  const { id: _, ...row } = JSON.parse(input);
  return row;
}

async function main() {
  const [stage, name] = process.argv.slice(2);
  if (!stage || !/^[a-z0-9-]+$/.test(name ?? '')) {
    console.error('usage: node scripts/add-case.js STAGE NAME < INPUT   (NAME: lower case letters, digits, hyphens)');
    process.exit(2);
  }
  const { runStage } = require('../dist/src/commands/stage.js');
  const row = parse(readFileSync(0, 'utf8'));
  const output = new PassThrough();
  const answer = text(output);
  await runStage(stage, Readable.from([JSON.stringify(row) + '\n']), output);
  output.end();
  const folder = join(__dirname, '../tests/cases', stage, name);
  if (existsSync(folder)) console.error(`${folder} is replaced.`);
  mkdirSync(folder, { recursive: true });
  const expected = JSON.stringify(readable(JSON.parse(await answer)), null, 2) + '\n';
  writeFileSync(join(folder, 'input.json'), JSON.stringify(row, null, 2) + '\n');
  writeFileSync(join(folder, 'expected.json'), expected);
  process.stdout.write(expected);
}

main();
