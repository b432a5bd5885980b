// Scores the names found in a treebank that marks entities (GUM), on tags of our own tagger: right start, end and kind.
// Prints one JSON object.
//   node eval/names/score.js [--from FILE]
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { namedDocuments, nameScores } = require('../../scripts/training/names.js');
const { readTreebank } = require('../../scripts/training/treebanks.js');
const { readWords } = require('../../dist/src/language/en/reader.js');

const { values } = parseArgs({
  options: { from: { type: 'string', default: join(__dirname, '../../../shared/train/gum-dev.conllu.gz') } },
});
const weights = readFileSync(join(__dirname, '../../dist/src/language/en/weights/names.bin'));
const documents = namedDocuments(readTreebank(values.from, values.from).sentences, ({ words }) =>
  readWords(words.map(({ text }) => text)),
);
const { all, spans, ...kinds } = nameScores(documents, weights);
const news = nameScores(
  documents.filter(([{ id }]) => /news/.test(id)),
  weights,
);
console.log(
  JSON.stringify({ set: 'names-gum', documents: documents.length, exitCode: 0, all, spans, kinds, news: news.all }),
);
