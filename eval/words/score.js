// Scores the words and sentences that src/language/en finds in raw text against treebanks in CoNLL-U.
//   node eval/words/score.js [--from FOLDER] [--errors] [NAME ...]
// The treebanks are beside the repository in ../shared/train (or in the folder that PARALLAX_TRAIN names): the parts
// "ewt-dev" and "gum-dev" unless others are named. Prints one JSON object; with --errors, what differs on standard error.
// A word or sentence is right when both its ends are (CoNLL 2018 shared task, without its alignment of multiword tokens).
const { existsSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { gunzipSync } = require('node:zlib');
const { readConllu } = require('../../dist/src/language/syntax/conllu.js');
const { splitSentences } = require('../../dist/src/language/en/splitting/sentences.js');

const root = join(__dirname, '..', '..');

/** Documents that are news or written like it: Wikinews in GUM, weblogs in EWT. */
const isNews = (id) => /^GUM_news|^weblog/.test(id);

/** The documents of a treebank with their raw text: sentences with the spaces they had, paragraphs with a blank line. */
function* documents(sentences) {
  let document = null;
  let isApart = true;
  for (const sentence of sentences) {
    if (document === null || sentence.newDocument !== null) {
      if (document) yield document;
      document = { id: sentence.newDocument ?? '', text: '', words: [], sentences: [] };
    } else if (sentence.newParagraph) document.text += '\n\n';
    else if (isApart) document.text += ' ';
    const shift = document.text.length;
    document.text += sentence.text;
    for (const { start, end } of sentence.words) document.words.push(`${shift + start}-${shift + end}`);
    document.sentences.push(`${shift + sentence.words[0].start}-${shift + sentence.words.at(-1).end}`);
    isApart = sentence.misc.at(-1).get('SpaceAfter') !== 'No';
  }
  if (document) yield document;
}

/** The same documents as the Penn Treebank writes them: every word apart, brackets and quotation marks in its letters. */
function* partlyTokenised(sentences) {
  const written = { '(': '-LRB-', ')': '-RRB-', '[': '-LSB-', ']': '-RSB-', '“': '``', '”': "''", '‘': '`', '’': "'" };
  let isOpen = false;
  for (const sentence of sentences) {
    let text = '';
    const words = sentence.words.map((word) => {
      let form = written[word.text] ?? word.text;
      if (form === '"') {
        form = isOpen ? "''" : '``';
        isOpen = !isOpen;
      }
      const start = text.length === 0 ? 0 : text.length + 1;
      text += `${text.length === 0 ? '' : ' '}${form}`;
      return `${start}-${text.length}`;
    });
    yield { id: sentence.id ?? '', text, words, sentences: [] };
  }
}

class Counts {
  gold = 0;
  predicted = 0;
  hit = 0;

  add(gold, predicted) {
    const right = new Set(gold);
    this.gold += gold.length;
    this.predicted += predicted.length;
    for (const span of predicted) if (right.has(span)) this.hit += 1;
  }

  get figures() {
    const percent = (part, whole) => (whole === 0 ? 0 : Math.round((10000 * part) / whole) / 100);
    return {
      gold: this.gold,
      p: percent(this.hit, this.predicted),
      r: percent(this.hit, this.gold),
      f1: percent(2 * this.hit, this.gold + this.predicted),
    };
  }
}

const span = ({ start, end }) => `${start}-${end}`;

/** The stretches without blanks in which words differ. */
function report(document, words) {
  const texts = (spans) => spans.map((each) => document.text.slice(...each.split('-').map(Number)));
  const gold = new Set(document.words);
  const predicted = new Set(words);
  const missed = texts(document.words.filter((each) => !predicted.has(each)));
  const invented = texts(words.filter((each) => !gold.has(each)));
  if (missed.length + invented.length > 0) console.error(`${document.id}: ${missed.join('|')} ≠ ${invented.join('|')}`);
}

function main(options) {
  const fromAt = options.indexOf('--from');
  const folder = resolve(root, fromAt < 0 ? process.env.PARALLAX_TRAIN || '../shared/train' : options[fromAt + 1]);
  const asked = options.filter((option, index) => !option.startsWith('--') && (fromAt < 0 || index !== fromAt + 1));
  const names = asked.length > 0 ? asked : ['ewt-dev', 'gum-dev'];
  const answer = { exitCode: 0 };
  if (!existsSync(folder)) {
    console.error(`There are no treebanks in ${folder}: nothing was measured.`);
    console.log(JSON.stringify(answer));
    return;
  }
  const groups = new Map();
  const count = (group, document, sentences) => {
    if (!groups.has(group)) groups.set(group, { words: new Counts(), sentences: new Counts() });
    const counts = groups.get(group);
    counts.words.add(
      document.words,
      sentences.flatMap(({ words }) => words.map(span)),
    );
    counts.sentences.add(document.sentences, sentences.map(span));
  };
  for (const name of names) {
    const sentences = [...readConllu(gunzipSync(readFileSync(join(folder, `${name}.conllu.gz`))).toString('utf8'))];
    for (const document of documents(sentences)) {
      const found = splitSentences(document.text);
      for (const group of ['all', name.split('-')[0], ...(isNews(document.id) ? ['news'] : [])])
        count(group, document, found);
      if (options.includes('--errors'))
        report(
          document,
          found.flatMap(({ words }) => words.map(span)),
        );
    }
    for (const document of partlyTokenised(sentences))
      count('partlyTokenised', document, splitSentences(document.text));
  }
  for (const [group, counts] of groups) {
    answer[group] = { words: counts.words.figures, sentences: counts.sentences.figures };
  }
  delete answer.partlyTokenised?.sentences;
  console.log(JSON.stringify(answer));
}

main(process.argv.slice(2));
