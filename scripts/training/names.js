// The name tagger's part of the training: treebanks that mark entities, as documents with names.
const { englishNames } = require('../../dist/src/language/en/names/lexicon.js');
const { scoreNames } = require('../../dist/src/language/syntax/names/evaluate.js');
const { goldNames } = require('../../dist/src/language/syntax/names/gold-names.js');
const { readNameModel } = require('../../dist/src/language/syntax/names/model.js');
const { NameTagger } = require('../../dist/src/language/syntax/names/name-tagger.js');
const { trainNameModel } = require('../../dist/src/language/syntax/names/train.js');
const { wordVectors } = require('../../dist/src/language/en/word-vectors.js');
const { readNetwork } = require('../../dist/src/language/syntax/network/network-file.js');
const { NetworkReader } = require('../../dist/src/language/syntax/network/reader.js');

/**
 * The documents of a treebank with their names, in order; those without any marked entity are left out.
 * @param tagsOf the tags that a sentence's names are found by; without it those that it has
 */
function namedDocuments(sentences, tagsOf = (sentence) => sentence) {
  const documents = [];
  for (const sentence of sentences) {
    if (sentence.newDocument !== null || documents.length === 0) documents.push([]);
    documents.at(-1).push(sentence);
  }
  return documents
    .filter((document) => document.some(({ misc }) => misc.some((values) => values.has('Entity'))))
    .map((document) =>
      document.map((sentence) => {
        const { upos, xpos } = tagsOf(sentence);
        // Names are gold: cut by the treebank's own tags.
        const names = goldNames(sentence.gold ?? sentence);
        return { id: document[0].newDocument, words: sentence.words.map(({ text }) => text), upos, xpos, names };
      }),
    );
}

/** Tags by a trained network. */
function taggedBy(bytes) {
  const { vectors, vectorOf } = wordVectors();
  const reader = new NetworkReader(readNetwork(bytes, vectors), vectorOf);
  return ({ words }) => reader.read(words.map(({ text }) => text));
}

/** F1, precision and recall by kind. */
function nameScores(documents, bytes) {
  const { weights, calibration } = readNameModel(bytes);
  const tagger = new NameTagger(weights, englishNames, calibration);
  const scores = scoreNames(
    documents.flatMap((document) => document.map(({ names }) => names)),
    documents.flatMap((document) => tagger.findNames(document)),
  );
  const percent = (share) => Math.round(1000 * share) / 10;
  return Object.fromEntries(
    Object.entries(scores).map(([kind, { gold, precision, recall, f1 }]) => [
      kind,
      { gold, p: percent(precision), r: percent(recall), f1: percent(f1) },
    ]),
  );
}

/** The model, trained on jackknifed sentences and calibrated on the dev parts; null where no treebank marks entities. */
function trainNames(jackknifed, dev, networkBytes, options) {
  const documents = namedDocuments(jackknifed);
  if (documents.length === 0) return null;
  return trainNameModel(documents, namedDocuments(dev, taggedBy(networkBytes)), englishNames, options);
}

module.exports = { namedDocuments, nameScores, taggedBy, trainNames };
