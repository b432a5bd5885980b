// The steps of the training and their options.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { wordVectors } = require('../../dist/src/language/en/word-vectors.js');
const { learnLemmas } = require('../../dist/src/language/syntax/lemmas.js');
const { writeNetwork } = require('../../dist/src/language/syntax/network/network-file.js');
const { NetworkReader } = require('../../dist/src/language/syntax/network/reader.js');
const { trainNetwork } = require('../../dist/src/language/syntax/network/train.js');
const { writeNameModel } = require('../../dist/src/language/syntax/names/model.js');
const { trainNames } = require('./names.js');
const { readTreebanks, trainingSentences } = require('./treebanks.js');

const network = {
  epochs: 16,
  batch: 500,
  rate: 0.002,
  dropInput: 0.15,
  dropStates: 0.3,
  dropVector: 0.1,
  dropWord: 0.25,
  recased: 0.02,
  leastOccurrences: 3,
  shape: {
    wordColumns: 48,
    affixRows: 16_384,
    affixColumns: 32,
    units: 80,
    hintColumns: 32,
    arcColumns: 96,
    relationColumns: 128,
  },
};

const options = {
  seed: 1,
  network,
  /** Smaller networks of half the sentences each, which tag the other half. */
  half: { ...network, epochs: 4, shape: { ...network.shape, units: 48 } },
  names: { epochs: 4 },
};

/** Rounds of steps; those of a round need nothing of each other. */
const steps = [['network', 'lemmas', 'half-0', 'half-1'], ['names']];

/** The half of each sentence: every other document, since a document's words repeat. */
function halvesOf(sentences) {
  let documents = 0;
  return sentences.map(({ newDocument }) => (newDocument === null ? documents : ++documents) % 2);
}

const plain = ({ words, upos, xpos, heads, relations }) => ({
  words: words.map(({ text }) => text),
  upos,
  xpos,
  heads,
  relations,
});

/** A network trained on sentences of a treebank. */
function trained(sentences, training, seed) {
  const { vectors, vectorOf } = wordVectors();
  const started = Date.now();
  const report = (epoch, losses) =>
    console.log(
      `  epoch ${epoch + 1}: ${losses.map((loss) => loss.toFixed(3)).join(', ')}, ${Math.round((Date.now() - started) / 1000)} s`,
    );
  return trainNetwork(sentences.map(plain), vectors, vectorOf, { ...training, seed, report });
}

/** Does one step: reads the treebanks in the folder `from`, writes a model to `to` or something on the way to `work`. */
function runStep(step, { from, to, work, seed }) {
  const [name, half] = step.split('-');
  const kinds = {
    network: () => {
      const file = trained(trainingSentences(from), options.network, seed);
      writeFileSync(join(to, 'network.bin'), writeNetwork(file));
    },
    half: () => {
      const sentences = trainingSentences(from);
      const halves = halvesOf(sentences);
      const isOther = (_, number) => halves[number] !== Number(half);
      const reader = new NetworkReader(trained(sentences.filter(isOther), options.half, seed), wordVectors().vectorOf);
      const tags = sentences.map(({ words }, number) => {
        if (isOther(null, number)) return null;
        const { upos, xpos } = reader.read(words.map(({ text }) => text));
        return { upos, xpos };
      });
      writeFileSync(join(work, `${step}.json`), JSON.stringify(tags));
    },
    lemmas: () => writeFileSync(join(to, 'lemmas.tsv'), learnLemmas(trainingSentences(from)).toText()),
    names: () => {
      const dev = readTreebanks(from).flatMap(({ use, sentences }) => (use === 'dev' ? sentences : []));
      const bytes = readFileSync(join(to, 'network.bin'));
      const model = trainNames(jackknifedSentences(from, work), dev, bytes, { ...options.names, seed });
      if (model) writeFileSync(join(to, 'names.bin'), writeNameModel(model));
    },
  };
  kinds[name]();
}

/** The training sentences with the tags of networks that did not see them; `gold` as they were. */
function jackknifedSentences(from, work) {
  const tags = [0, 1].map((half) => JSON.parse(readFileSync(join(work, `half-${half}.json`), 'utf8')));
  const sentences = trainingSentences(from);
  const halves = halvesOf(sentences);
  return sentences.map((sentence, number) => ({
    ...sentence,
    ...tags[halves[number]][number],
    gold: sentence,
  }));
}

module.exports = { options, runStep, steps };
