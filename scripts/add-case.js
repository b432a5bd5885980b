// Adds a case to a stage's tests: what the stage makes of an input now, to be read before it is committed.
//
//   npm run -s build:service && node scripts/add-case.js STAGE NAME < INPUT
//
// INPUT is the JSON object the stage reads as a filter, or plain text, which becomes {"text": …}; for the stage feed it is the
// feed itself, kept as input.xml or, for a JSON Feed, as input.json. Writes
// tests/cases/STAGE/NAME/input.json and expected.json and prints the latter. Offsets and confidences are left out of
// expected.json: fields that it leaves out are not compared.
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { PassThrough, Readable } = require('node:stream');
const { text } = require('node:stream/consumers');

/** Of no use to a reader of the case, or bound to change with every better engine. */
const omitted = new Set(
  'id start end spans confidence rule entry actor actors depth held score notComputed'.split(' '),
);

function readable(value) {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, field]) => !omitted.has(key) || (key === 'notComputed' && field !== null))
      .map(([key, field]) => [key, readable(field)]),
  );
}

/** What the stage is given, and the file that keeps it. */
function prepare(stage, bytes) {
  if (stage === 'feed') {
    const isJson = bytes.toString('latin1').trimStart().startsWith('{');
    return { row: { base64: bytes.toString('base64') }, file: isJson ? 'input.json' : 'input.xml', content: bytes };
  }
  const row = parse(bytes.toString('utf8'));
  return { row, file: 'input.json', content: JSON.stringify(row, null, 2) + '\n' };
}

/** Of an answer what is compared; ids of a feed's entries are part of it. */
function expectedOf(stage, answer) {
  if (stage !== 'feed') return readable(answer);
  const { id: _, ...feed } = answer;
  return feed;
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
  const { row, file, content } = prepare(stage, readFileSync(0));
  const output = new PassThrough();
  const answer = text(output);
  await runStage(stage, Readable.from([JSON.stringify(row) + '\n']), output);
  output.end();
  const folder = join(__dirname, '../tests/cases', stage, name);
  if (existsSync(folder)) console.error(`${folder} is replaced.`);
  mkdirSync(folder, { recursive: true });
  const expected = JSON.stringify(expectedOf(stage, JSON.parse(await answer)), null, 2) + '\n';
  writeFileSync(join(folder, file), content);
  writeFileSync(join(folder, 'expected.json'), expected);
  process.stdout.write(expected);
}

main();
