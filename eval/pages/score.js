// Scores the article stage on pages of our own: snippets that belong in the text and snippets that do not, headline,
// byline and date. Prints one JSON object.
//   node eval/pages/score.js [--errors] [--folder FOLDER]
// tuned/ may be read while rules are written; held-out/ may not: its errors are not shown.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { readArticle } = require('../../dist/src/pipeline/1-article/index.js');

const flat = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const percent = (part, whole) => (whole === 0 ? null : Math.round((1000 * part) / whole) / 10);

function read(path) {
  const expected = JSON.parse(readFileSync(`${path}.json`, 'utf8'));
  const html = readFileSync(`${path}.html`, 'utf8');
  const started = process.hrtime.bigint();
  let article = null;
  try {
    article = readArticle({ format: 'HTML', content: html, declared: { url: expected.url } });
  } catch (error) {
    if (!error.code) throw error;
  }
  return { expected, article, milliseconds: Number(process.hrtime.bigint() - started) / 1e6 };
}

function scorePart(folder, tell) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const counts = { found: 0, missed: 0, wrong: 0 };
  const right = { headline: 0, byline: 0, publishedAt: 0 };
  let milliseconds = 0;
  for (const name of names.map((file) => file.slice(0, -5))) {
    const { expected, article, milliseconds: spent } = read(join(folder, name));
    milliseconds += spent;
    const text = flat(article?.text);
    const missed = expected.required.filter((snippet) => !text.includes(flat(snippet)));
    const wrong = expected.forbidden.filter((snippet) => text.includes(flat(snippet)));
    counts.found += expected.required.length - missed.length;
    counts.missed += missed.length;
    counts.wrong += wrong.length;
    if (missed.length > 0 || wrong.length > 0) tell({ name, missed, wrong });
    for (const field of Object.keys(right)) {
      const got = article?.[field] ?? null;
      if (got === expected[field]) right[field] += 1;
      else tell({ name, [field]: expected[field], got });
    }
  }
  const { found, missed, wrong } = counts;
  return {
    pages: names.length,
    p: percent(found, found + wrong),
    r: percent(found, found + missed),
    f1: percent(2 * found, 2 * found + wrong + missed),
    headline: percent(right.headline, names.length),
    byline: percent(right.byline, names.length),
    publishedAt: percent(right.publishedAt, names.length),
    millisecondsPerPage: Math.round((10 * milliseconds) / names.length) / 10,
  };
}

const tell = process.argv.includes('--errors') ? (error) => console.error(JSON.stringify(error)) : () => {};
const result = {
  tuned: scorePart(join(__dirname, 'tuned'), tell),
  heldOut: scorePart(join(__dirname, 'held-out'), () => {}),
  exitCode: 0,
};
console.log(JSON.stringify(result));
