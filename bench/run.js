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

/** Invented words, the same in every run (a linear congruential generator). */
function wordMaker(seed) {
  let state = seed;
  const next = (below) => (state = (state * 1103515245 + 12345) % 2147483648) % below;
  const syllables = [
    'ba',
    'dor',
    'el',
    'fin',
    'gar',
    'hol',
    'ist',
    'kem',
    'lu',
    'mar',
    'nor',
    'os',
    'pel',
    'ru',
    'sta',
    'tev',
  ];
  return () => Array.from({ length: 2 + next(2) }, () => syllables[next(syllables.length)]).join('');
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);

/**
 * Articles of invented places: four outlets on each event, in words of their own but for names and figures. Their
 * sentences are built alike: only when they lie three weeks apart they are not taken for one event.
 */
function articles(count, daysApart) {
  const word = wordMaker(7);
  const rows = [];
  for (let event = 0; rows.length < count; event += 1) {
    const [place, first, last, other, thing, firm] = Array.from({ length: 6 }, word);
    const topics = Array.from({ length: 10 }, word);
    for (let outlet = 0; outlet < 4 && rows.length < count; outlet += 1) {
      const text = topics
        .map((topic, part) =>
          [
            `The ${topic} of ${capital(place)} lost ${part + outlet + 2} ${word()}s to the ${word()} ${thing}, ${capital(first)} ${capital(last)} said.`,
            `"We have waited ${part + 3} years for the ${word()} ${topic}," ${capital(last)} told reporters near the ${word()}.`,
            `${capital(firm)} Holdings denied that its ${word()} had damaged the ${topic}, according to ${capital(other)}.`,
          ].join(' '),
        )
        .join('\n\n');
      rows.push({
        id: `bench-${event}-${outlet}`,
        source: `Outlet ${(event + outlet * 3) % 11}`,
        headline: `${capital(thing)} strikes ${capital(place)} ${topics[outlet]}`,
        publishedAt: new Date(Date.UTC(2015, 0, 1 + daysApart * event, outlet)).toISOString(),
        text,
      });
    }
  }
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

async function ingest(folder, count, daysApart) {
  const file = join(folder, `articles-${daysApart}.jsonl`);
  writeFileSync(file, articles(count, daysApart));
  const since = process.hrtime.bigint();
  execFileSync(process.execPath, [join(root, 'dist/src/cli.js'), 'ingest', file], {
    env: { ...process.env, PARALLAX_DATA: join(folder, `data-${daysApart}`) },
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
    const rate = await ingest(folder, 200, 20);
    const rateOfOne = await ingest(folder, 100, 0);
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
      `| articles of about 400 words a second, 4 an event, taken in and analysed, embedded database | ${rate.toFixed(1)} | – |`,
      `| … the first 100 of one event, in which each is lined up with all before | ${rateOfOne.toFixed(1)} | – |`,
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
