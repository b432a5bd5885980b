// Trains the models of src/language/en and writes them, with a manifest, to src/language/en/weights/.
//
//   npm run train [-- --from FOLDER] [--to FOLDER] [--seed N]
//
// FOLDER holds treebanks as CoNLL-U, .conllu or .conllu.gz; those that end in "-dev" are for the scores in the
// manifest, those in "-test" are left alone, all others are trained on. Two processes work at a time, each on one
// model. The same treebanks, seed and version of Node give the same bytes.
//
// What is trained on tags gets them from networks that did not see the sentence (jackknifing): gold ones would be trusted too
// much later.
const { fork } = require('node:child_process');
const { mkdirSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { options, steps } = require('./training/steps.js');
const { writeManifest } = require('./training/manifest.js');

const root = join(__dirname, '..');
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: join(root, '../shared/train') },
    to: { type: 'string', default: join(root, 'src/language/en/weights') },
    seed: { type: 'string', default: String(options.seed) },
  },
});

/** Runs a step in a process of its own and tells how many seconds it took. */
function run(step, work) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = fork(join(__dirname, 'training/run-step.js'), [step, values.from, values.to, work, values.seed], {
      execArgv: ['--max-old-space-size=6000'],
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code !== 0) return reject(new Error(`The step "${step}" of the training failed.`));
      console.log(`${step}: ${Number((process.hrtime.bigint() - started) / 1_000_000_000n)} s`);
      resolve();
    });
  });
}

async function main() {
  mkdirSync(values.to, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'parallax-train-'));
  try {
    for (const round of steps) {
      const waiting = [...round];
      const worker = async () => {
        for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await run(step, work);
      };
      await Promise.all([worker(), worker()]);
    }
    const manifest = writeManifest(values.from, values.to, Number(values.seed));
    writeFileSync(join(values.to, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    console.log(JSON.stringify(manifest.scores, null, 2));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
