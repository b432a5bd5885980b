// The steps of the training and their options.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { vocabulary } = require('../../dist/src/language/en/vocabulary.js');
const { learnLemmas } = require('../../dist/src/language/syntax/lemmas.js');
const { writeParser } = require('../../dist/src/language/syntax/parser/parser-file.js');
const { trainRelations } = require('../../dist/src/language/syntax/parser/train-relations.js');
const { trainTransitions } = require('../../dist/src/language/syntax/parser/train-transitions.js');
const {
  readThreeWayWeights,
  readWeights,
  writeThreeWayWeights,
  writeWeights,
} = require('../../dist/src/language/syntax/learning/weights-file.js');
const { tagFold, trainTagger } = require('../../dist/src/language/syntax/tagger/train.js');
const { writeTagger } = require('../../dist/src/language/syntax/tagger/model-file.js');
const { writeNameModel } = require('../../dist/src/language/syntax/names/model.js');
const { trainNames } = require('./names.js');
const { readTreebanks, trainingSentences } = require('./treebanks.js');

const { clusterOf } = vocabulary;

const options = {
  seed: 1,
  folds: 4,
  tagger: { iterations: 6, leastInDictionary: 2, prune: 0.1, recased: 5 },
  foldTagger: { iterations: 3, leastInDictionary: 2, prune: 0, recased: 0 },
  readers: [{ backwards: false, vote: 1 }],
  transitions: { epochs: 8, pruning: { least: 1.5 } },
  relations: { epochs: 4, pruning: { least: 0.3 } },
  names: { epochs: 4 },
};

/** Rounds of steps; those of a round need nothing of each other. */
const folds = Array.from({ length: options.folds }, (_, fold) => `fold-${fold}`);
const readers = options.readers.map((_, number) => `reader-${number}`);
const steps = [['tagger', 'lemmas', ...folds], [...readers, 'relations', 'names'], ['parser']];

const report = (iteration, wrong) => console.log(`  iteration ${iteration + 1}: ${wrong} words wrong`);

/**
 * Does one step: reads the treebanks in the folder `from`, writes a model to `to` or something on the way to `work`.
 * The models of parsers and relations come together in the last step.
 */
function runStep(step, { from, to, work, seed }) {
  const [name, number] = step.split('-');
  const kinds = {
    fold: () => {
      const training = { ...options.foldTagger, vocabulary, seed };
      const tags = tagFold(trainingSentences(from), Number(number), options.folds, training);
      writeFileSync(join(work, `${step}.json`), JSON.stringify(tags));
    },
    tagger: () => {
      const tagger = trainTagger(trainingSentences(from), { ...options.tagger, vocabulary, seed, report });
      writeFileSync(join(to, 'tagger.bin'), writeTagger(tagger.model));
    },
    lemmas: () => writeFileSync(join(to, 'lemmas.tsv'), learnLemmas(trainingSentences(from)).toText()),
    reader: () => {
      const { backwards } = options.readers[number];
      const training = { ...options.transitions, backwards, clusterOf, seed: seed + Number(number) };
      const weights = trainTransitions(jackknifedSentences(from, work), training);
      writeFileSync(join(work, `${step}.bin`), writeThreeWayWeights(weights));
    },
    relations: () => {
      const { relations, weights } = trainRelations(jackknifedSentences(from, work), {
        ...options.relations,
        clusterOf,
        seed,
      });
      writeFileSync(join(work, 'relations.json'), JSON.stringify(relations));
      writeFileSync(join(work, 'relations.bin'), writeWeights(weights));
    },
    names: () => {
      const dev = readTreebanks(from).flatMap(({ use, sentences }) => (use === 'dev' ? sentences : []));
      const tagger = readFileSync(join(to, 'tagger.bin'));
      const model = trainNames(jackknifedSentences(from, work), dev, tagger, { ...options.names, seed });
      if (model) writeFileSync(join(to, 'names.bin'), writeNameModel(model));
    },
    parser: () => writeFileSync(join(to, 'parser.bin'), writeParser(joinParser(work))),
  };
  kinds[name]();
}

function joinParser(work) {
  const file = (name) => readFileSync(join(work, name));
  return {
    readers: options.readers.map((reader, number) => ({
      ...reader,
      weights: readThreeWayWeights(file(`reader-${number}.bin`)).weights,
    })),
    relations: JSON.parse(file('relations.json').toString('utf8')),
    relationWeights: readWeights(file('relations.bin')).weights,
  };
}

/** The training sentences with the tags of taggers that did not see them, when all folds are done; `gold` as they were. */
function jackknifedSentences(from, work) {
  const tags = new Map();
  for (const fold of folds)
    for (const [number, tagged] of JSON.parse(readFileSync(join(work, `${fold}.json`), 'utf8')))
      tags.set(number, tagged);
  return trainingSentences(from).map((sentence, number) => ({ ...sentence, ...tags.get(number), gold: sentence }));
}

module.exports = { jackknifedSentences, options, runStep, steps };
