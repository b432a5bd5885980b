// Reads the treebanks of a folder.
const { createHash } = require('node:crypto');
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { gunzipSync } = require('node:zlib');
const { readConllu } = require('../../dist/src/language/syntax/conllu.js');

/** The treebanks of a folder, sorted by name: `{file, use: 'train' | 'dev', sha256, sentences}`. */
function readTreebanks(folder) {
  const treebanks = readdirSync(folder)
    .filter((file) => /\.conllu(\.gz)?$/.test(file) && !/-test\.conllu/.test(file))
    .sort()
    .map((file) => readTreebank(join(folder, file), file));
  if (!treebanks.some(({ use }) => use === 'train')) throw new Error(`${folder} holds no treebank to train on.`);
  return treebanks;
}

function readTreebank(path, file) {
  const bytes = readFileSync(path);
  return {
    file,
    use: /-dev\.conllu/.test(file) ? 'dev' : 'train',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sentences: [...readConllu((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))],
  };
}

/** The sentences of those treebanks of a folder that are for training. */
function trainingSentences(folder) {
  return readTreebanks(folder)
    .filter(({ use }) => use === 'train')
    .flatMap(({ sentences }) => sentences);
}

module.exports = { readTreebank, readTreebanks, trainingSentences };
