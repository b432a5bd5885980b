// Scores the claims stage on our own cases of chains (README.md tells what is annotated). Prints one JSON object.
//   node eval/chains/score.js [--errors] [--errors-kept-apart]
// --errors writes what differs in development, typography and fresh to standard error, a JSON line each. The kept apart part is
// the test: only its figures are printed, and its errors are for whoever replaces it, not for whoever tunes.
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { measure } = require('./measure.js');

const stage = join(__dirname, '../../dist/src/cli.js');
const parse = (lines) =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** @returns the exit code of the stage, and its claims by case id */
function answer(cases) {
  const { status, stdout } = spawnSync(process.execPath, [stage, 'stage', 'claims'], {
    input: cases.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`).join(''),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  return { status, answers: new Map(parse(stdout).map(({ id, claims }) => [id, claims])) };
}

const asked = new Set(process.argv.slice(2));
const parts = { development: 'development', keptApart: 'kept-apart', typography: 'typography', fresh: 'fresh' };
const files = Object.entries(parts).map(([part, file]) => ({
  part,
  cases: parse(readFileSync(join(__dirname, `${file}.jsonl`), 'utf8')),
}));
const { status, answers } = answer(files.flatMap(({ cases }) => cases));
const result = { exitCode: status };
for (const { part, cases } of files) {
  const { figures, byShape, errors } = measure(cases, answers);
  const isOpen = part !== 'keptApart';
  result[part] = isOpen ? { ...figures, byShape } : figures;
  if (asked.has(isOpen ? '--errors' : '--errors-kept-apart'))
    for (const error of errors) console.error(JSON.stringify(error));
}
const plain = files.find(({ part }) => part === 'development').cases;
const retyped = new Set(answers.keys());
// The same twenty cases as they are in development, to tell what the typography costs.
result.typographyPlain = measure(
  plain.filter(({ id }) => retyped.has(`${id}-typography`)),
  answers,
).figures;
console.log(JSON.stringify(result));
