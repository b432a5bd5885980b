// Measures how long the service takes to listen, and how many articles a second it takes in; puts both on top of
// bench/RESULTS.md with date, commit and machine.
//   npm run bench
const { execFileSync, spawn } = require('node:child_process');
const { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { cpus, loadavg, tmpdir } = require('node:os');
const { join } = require('node:path');

const root = join(__dirname, '..');
const resultsFile = join(__dirname, 'RESULTS.md');
const heading = `# Measured times

Newest first. Made by \`npm run bench\`. Times on the clock depend on what else the machine does: the load is given.
`;

const seconds = (since) => Number(process.hrtime.bigint() - since) / 1e9;

/** Starts the service and waits for its address; then stops it and waits for its end. */
async function startOnce(folder, waitForDemo) {
  const since = process.hrtime.bigint();
  const child = spawn('npm', ['start'], { cwd: root, env: { ...process.env, PORT: '0', PARALLAX_DATA: folder } });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const until = async (text) => {
    while (!output.includes(text)) {
      if (child.exitCode !== null) throw new Error(`The service ended:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return seconds(since);
  };
  const listening = await until('Health');
  const demo = waitForDemo ? await until('The demo is loaded') : null;
  const owner = JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8'));
  process.kill(owner.processId, 'SIGTERM');
  await ended;
  return { listening, demo };
}

/** Articles of invented councils, no two alike, so that nothing is taken for a copy. */
function articles(count) {
  const works = ['bridge', 'school', 'harbour', 'library', 'clinic', 'tramway', 'market', 'archive'];
  return Array.from({ length: count }, (_, index) => {
    const work = works[index % works.length];
    const place = `Ostrow ${Math.floor(index / works.length)}`;
    const paragraphs = Array.from(
      { length: 10 },
      (_, part) =>
        `The council of ${place} will spend ${index + part + 2} million crowns on its ${work}, mayor Ada Quill said. ` +
        `"We have waited ${part + 3} years for this ${work}," she said. Treasurer Oskar Fenn denied that the ${work} would cost more than planned.`,
    );
    return JSON.stringify({
      id: `bench-${index}`,
      source: `Outlet ${index % 9}`,
      headline: `${place} votes for its ${work}`,
      publishedAt: new Date(Date.UTC(2024, 0, 1 + (index % 300))).toISOString(),
      text: paragraphs.join('\n\n'),
    });
  }).join('\n');
}

async function ingest(folder, count) {
  const file = join(folder, 'articles.jsonl');
  writeFileSync(file, articles(count));
  const since = process.hrtime.bigint();
  execFileSync(process.execPath, [join(root, 'dist/src/cli.js'), 'ingest', file], {
    env: { ...process.env, PARALLAX_DATA: join(folder, 'data') },
  });
  return count / seconds(since);
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'));
  try {
    const data = join(folder, 'start');
    const first = await startOnce(data, true);
    const later = [];
    for (let run = 0; run < 5; run += 1) later.push((await startOnce(data, false)).listening);
    later.sort((a, b) => a - b);
    const rate = await ingest(folder, 200);
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
    const block = [
      `## ${new Date().toISOString().slice(0, 10)}, commit ${commit}`,
      '',
      `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${loadavg()[0].toFixed(1)} at the end.`,
      '',
      '| what | measured | target |',
      '|---|---|---|',
      `| first \`npm start\` listens, embedded database made new | ${first.listening.toFixed(1)} s | 10 s |`,
      `| … and its demo is loaded and analysed | ${first.demo.toFixed(1)} s | – |`,
      `| later \`npm start\` listens, median of 5 (least, most) | ${later[2].toFixed(1)} s (${later[0].toFixed(1)}, ${later[4].toFixed(1)}) | 3 s |`,
      `| articles of about 400 words a second, taken in and analysed, embedded database | ${rate.toFixed(1)} | – |`,
      '',
    ].join('\n');
    console.log(block);
    const before = existsSync(resultsFile) ? readFileSync(resultsFile, 'utf8').slice(heading.length) : '';
    writeFileSync(resultsFile, `${heading}\n${block}${before}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
