// The steps of the training and their options.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { clusterOf } = require('../../dist/src/language/en/word-clusters.js');
const { learnLemmas } = require('../../dist/src/language/syntax/lemmas.js');
const { tagFold, trainTagger } = require('../../dist/src/language/syntax/tagger/train.js');
const { writeTagger } = require('../../dist/src/language/syntax/tagger/model-file.js');
const { trainingSentences } = require('./treebanks.js');

const options = {
  seed: 1,
  folds: 5,
  tagger: { iterations: 6, leastInDictionary: 2, prune: 0, recased: 5 },
  foldTagger: { iterations: 3, leastInDictionary: 2, prune: 0, recased: 0 },
};

/** Rounds of steps; those of a round need nothing of each other. */
const folds = Array.from({ length: options.folds }, (_, fold) => `fold-${fold}`);
const steps = [['tagger', 'lemmas', ...folds]];

const report = (iteration, wrong) => console.log(`  iteration ${iteration + 1}: ${wrong} words wrong`);

/** Does one step: reads the treebanks in `from`, writes a model to `to` or something on the way to `work`. */
function runStep(step, { from, to, work, seed }) {
  const sentences = trainingSentences(from);
  const fold = /^fold-(\d+)$/.exec(step)?.[1];
  if (fold !== undefined) {
    const tags = tagFold(sentences, Number(fold), options.folds, { ...options.foldTagger, clusterOf, seed });
    writeFileSync(join(work, `${step}.json`), JSON.stringify(tags));
  } else if (step === 'tagger') {
    const tagger = trainTagger(sentences, { ...options.tagger, clusterOf, seed, report });
    writeFileSync(join(to, 'tagger.bin'), writeTagger(tagger.model));
  } else if (step === 'lemmas') {
    writeFileSync(join(to, 'lemmas.tsv'), learnLemmas(sentences).toText());
  } else {
    throw new Error(`There is no step "${step}".`);
  }
}

/** The training sentences with the tags of taggers that did not see them, when all folds are done. */
function jackknifedSentences(from, work) {
  const tags = new Map();
  for (const fold of folds)
    for (const [number, tagged] of JSON.parse(readFileSync(join(work, `${fold}.json`), 'utf8')))
      tags.set(number, tagged);
  return trainingSentences(from).map((sentence, number) => ({ ...sentence, ...tags.get(number) }));
}

module.exports = { jackknifedSentences, options, runStep, steps };
