// Scores every stage that exists on the annotated sets, prints a table and puts it on top of eval/RESULTS.md.
//   npm run eval [-- --note "what changed"] [SET ...]
// The sets are beside the repository in ../shared/eval (or in the folder that PARALLAX_EVAL names); they may not be shipped.
const { execFileSync } = require('node:child_process');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { cpus } = require('node:os');
const { join, resolve } = require('node:path');
const { parseArgs } = require('node:util');
const { exactOffsets } = require('./offsets.js');
const sets = require('./sets.js');
const { filters } = require('../dist/src/commands/stage.js');

const root = join(__dirname, '..');
const folder = resolve(root, process.env.PARALLAX_EVAL || '../shared/eval');
const resultsFile = join(__dirname, 'RESULTS.md');
const heading = `# Measured on annotated news

Newest first. Each block: date, commit, machine; then set, figure, what was measured, the target. Made by \`npm run eval\`.
`;

const pick = (answer, path) => {
  // Names in the scorer's answer hold dots themselves ("overlap0.3").
  const key = Object.keys(answer).find((name) => path === name || path.startsWith(`${name}.`));
  if (key === undefined) return undefined;
  return path === key ? answer[key] : pick(answer[key], path.slice(key.length + 1));
};

/**
 * @param scorer a file of this folder, for sets of our own; without it the scorer beside the annotated sets
 * @param convention how conventions.js cuts the claims; without it as the stage does
 */
function score(set, stage, scorer, convention) {
  const program = convention
    ? `"${join(__dirname, 'conventions.js')}" ${convention}`
    : `"${join(root, 'dist/src/cli.js')}" stage ${stage}`;
  const command = `"${process.execPath}" ${program}`;
  const started = process.hrtime.bigint();
  const words = scorer ? [join(__dirname, scorer)] : [join(folder, 'score.mjs'), set, '--cmd', command];
  const output = execFileSync(process.execPath, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  return { answer: JSON.parse(output), seconds: Number(process.hrtime.bigint() - started) / 1e9 };
}

/** "told-medium 100 / 88.9 · citing-officials 80 / 40": the named figures of every part of a set. */
const parts = (answer, names) =>
  Object.entries(answer)
    .map(([part, figures]) => `${part} ${names.map((name) => figures[name] ?? '–').join(' / ')}`)
    .join(' · ');

function git(...words) {
  return execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
}

function main(args) {
  const { values, positionals: asked } = parseArgs({
    args,
    allowPositionals: true,
    options: { note: { type: 'string', default: '' } },
  });
  const { note } = values;
  const unknown = asked.filter((name) => !sets.some(({ set }) => set === name));
  if (unknown.length > 0) {
    console.error(`There is no set ${unknown.join(', ')}. There are: ${sets.map(({ set }) => set).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  const chosen = sets.filter(({ set }) => asked.length === 0 || asked.includes(set));
  // Sets of our own are in this folder and need nothing beside the repository.
  if (!existsSync(join(folder, 'score.mjs')) && chosen.some(({ scorer }) => !scorer)) {
    console.log(
      `There are no annotated sets at ${process.env.PARALLAX_EVAL || '../shared/eval'}: nothing was measured.`,
    );
    return;
  }
  const rows = [];
  const details = [];
  const missing = [];
  for (const { set, of = set, stage, scorer, convention, figures, breakdown, isReadForClaims } of chosen) {
    if (!Object.hasOwn(filters, stage)) {
      missing.push(`${set} (stage ${stage})`);
      continue;
    }
    const { answer, seconds } = score(of, stage, scorer, convention);
    if (answer.exitCode !== 0) throw new Error(`${set}: the stage ended with ${answer.exitCode}.`);
    for (const [name, path, target] of figures) {
      const value = pick(answer, path);
      rows.push(`| ${set} | ${name} | ${value ?? '–'} | ${target ?? '–'} |`);
    }
    if (breakdown) details.push('', breakdown.name, '', parts(pick(answer, breakdown.path), breakdown.figures));
    if ((stage === 'claims' && !convention) || isReadForClaims) {
      const files = scorer
        ? ['development', 'typography', 'kept-apart', 'fresh'].map((name) => join(__dirname, `chains/${name}.jsonl`))
        : [join(folder, `${set}.jsonl.gz`)];
      const counts = files.map(exactOffsets);
      const [exact, all] = ['exact', 'all'].map((key) => counts.reduce((sum, count) => sum + count[key], 0));
      rows.push(`| ${set} | offsets exact, spans | ${exact} of ${all} | all |`);
    }
    rows.push(`| ${set} | seconds in all | ${seconds.toFixed(0)} | – |`);
  }
  const changed = git('status', '--porcelain') === '' ? '' : ' with uncommitted changes';
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const block = [
    `## ${new Date().toISOString().slice(0, 10)}, commit ${git('rev-parse', '--short', 'HEAD')}${changed}`,
    '',
    `Node ${process.version}, ${cpus().length} × ${processor}.${note && ` ${note}`}`,
    '',
    '| set | figure | measured | target |',
    '|---|---|---|---|',
    ...rows,
    ...details,
    ...(missing.length > 0 ? ['', `Not measured, since the stage does not exist yet: ${missing.join(', ')}.`] : []),
    '',
  ].join('\n');
  console.log(block);
  const before = existsSync(resultsFile) ? readFileSync(resultsFile, 'utf8').slice(heading.length) : '';
  writeFileSync(resultsFile, `${heading}\n${block}${before}`);
}

main(process.argv.slice(2));
