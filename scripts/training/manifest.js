// What stands beside the models: what they were made from, how, and how good they are.
const { createHash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { weightsFile } = require('../../dist/src/language/en/weights.js');
const { wordVectors } = require('../../dist/src/language/en/word-vectors.js');
const { evaluate } = require('../../dist/src/language/syntax/evaluate.js');
const { LemmaRules } = require('../../dist/src/language/syntax/lemmas.js');
const { readNetwork } = require('../../dist/src/language/syntax/network/network-file.js');
const { NetworkReader } = require('../../dist/src/language/syntax/network/reader.js');
const { namedDocuments, nameScores, taggedBy } = require('./names.js');
const { recasings } = require('../../dist/src/language/syntax/recasing.js');
const { options } = require('./steps.js');
const { readTreebank, readTreebanks } = require('./treebanks.js');

const own = join(__dirname, '../../tests/language/syntax/own.conllu');
const rounded = (share) => Math.round(share * 10_000) / 10_000;

/** The readings of the models in a folder, for sentences of a treebank. */
function reader(folder) {
  const file = (name) => readFileSync(join(folder, name));
  const { vectors, vectorOf } = wordVectors();
  const network = new NetworkReader(readNetwork(file('network.bin'), vectors), vectorOf);
  const rules = LemmaRules.fromText(file('lemmas.tsv').toString('utf8'));
  return (sentence) => {
    const words = sentence.words.map(({ text }) => text);
    const syntax = network.read(words);
    const lemmas = words.map((word, at) => rules.lemmaOf(word, syntax.upos[at], syntax.xpos[at]));
    return { ...syntax, lemmas };
  };
}

function scoresOf(sentences, read) {
  const { words, relations, ...shares } = evaluate(sentences, sentences.map(read));
  const f1 = ['nsubj', 'ccomp', 'xcomp', 'obl', 'appos', 'advcl', 'acl', 'conj', 'root'].map((relation) => [
    relation,
    rounded(relations[relation]?.f1 ?? 0),
  ]);
  const rest = Object.entries(shares).map(([name, share]) => [name, rounded(share)]);
  return { words, ...Object.fromEntries(rest), f1: Object.fromEntries(f1) };
}

/** Scores on the dev treebanks together, when their words are written in other ways. */
function recasedScoresOf(treebanks, read) {
  const sentences = treebanks.filter(({ use }) => use === 'dev').flatMap((treebank) => treebank.sentences);
  return Object.fromEntries(
    Object.entries(recasings).map(([name, recase]) => {
      const recased = ({ words }) => read({ words: recase(words.map(({ text }) => text)).map((text) => ({ text })) });
      const { upos, uas, las } = evaluate(sentences, sentences.map(recased));
      return [name, { upos: rounded(upos), uas: rounded(uas), las: rounded(las) }];
    }),
  );
}

/** Scores of the name tagger, on treebanks that mark entities. */
function nameScoresOf(treebanks, to) {
  if (!existsSync(join(to, 'names.bin'))) return {};
  const tagsOf = taggedBy(readFileSync(join(to, 'network.bin')));
  const scored = treebanks
    .filter(({ use }) => use === 'dev')
    .map(({ file, sentences }) => [file.replace(/\.conllu(\.gz)?$/, ''), namedDocuments(sentences, tagsOf)])
    .filter(([, documents]) => documents.length > 0);
  const bytes = readFileSync(join(to, 'names.bin'));
  return Object.fromEntries(scored.map(([name, documents]) => [name, nameScores(documents, bytes)]));
}

function writeManifest(from, to, seed) {
  const treebanks = readTreebanks(from);
  const read = reader(to);
  const scored = [...treebanks.filter(({ use }) => use === 'dev'), readTreebank(own, 'own.conllu')];
  const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
  const models = readdirSync(to).filter((name) => /\.(bin|tsv)$/.test(name));
  return {
    made: 'scripts/train.js',
    node: process.version,
    options: { ...options, seed },
    treebanks: treebanks.map(({ file, use, sha256, sentences }) => ({
      file,
      use,
      sha256,
      sentences: sentences.length,
      words: sentences.reduce((sum, { words }) => sum + words.length, 0),
    })),
    /** The table that the network was trained with and needs. */
    wordVectors: digest(weightsFile('word-vectors.bin')),
    models: models.sort().map((file) => {
      const bytes = readFileSync(join(to, file));
      return { file, bytes: bytes.length, sha256: digest(bytes) };
    }),
    scores: Object.fromEntries(
      scored.map(({ file, sentences }) => [file.replace(/\.conllu(\.gz)?$/, ''), scoresOf(sentences, read)]),
    ),
    recasedScores: recasedScoresOf(treebanks, read),
    nameScores: nameScoresOf(treebanks, to),
  };
}

module.exports = { writeManifest };
