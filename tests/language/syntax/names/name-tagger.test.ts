import { englishNames } from '../../../../src/language/en/names/lexicon.js';
import type { NameKind } from '../../../../src/language/syntax/names/bilou.js';
import { isAllCapitals, seen } from '../../../../src/language/syntax/names/document-words.js';
import { shapeOf } from '../../../../src/language/syntax/names/features.js';
import { readNameModel, writeNameModel } from '../../../../src/language/syntax/names/model.js';
import { NameTagger, readDocument } from '../../../../src/language/syntax/names/name-tagger.js';
import { trainNameModel, type NamedSentence } from '../../../../src/language/syntax/names/train.js';

/** "[PERSON Ann Holm] said [PLACE Oslo] was cold ." A word with a capital is a proper noun. */
function sentence(text: string): NamedSentence {
  const words: string[] = [];
  const names: { start: number; end: number; kind: NameKind }[] = [];
  let open: { start: number; kind: NameKind } | null = null;
  for (const part of text.split(' ')) {
    if (part.startsWith('[')) {
      open = { start: words.length, kind: part.slice(1) as NameKind };
      continue;
    }
    words.push(part.replace(/\]$/, ''));
    if (part.endsWith(']') && open) names.push({ ...open, end: words.length });
  }
  const upos = words.map((word) => (/^\p{Lu}/u.test(word) ? 'PROPN' : /^\w/.test(word) ? 'NOUN' : 'PUNCT'));
  return { words, upos, xpos: upos.map((tag) => (tag === 'PROPN' ? 'NNP' : 'NN')), names };
}

const documents = [
  ['[PERSON Mr Holm] met [PERSON Ann Berg] in [PLACE Aldham] .', '[PERSON Holm] left .'],
  [
    '[ORGANIZATION Aldham University] is in [PLACE Aldham] .',
    '[PERSON Ann Berg] works for [ORGANIZATION Norland Bank] .',
  ],
  ['[PERSON Mrs Lund] flew from [PLACE Lake Vester] to [PLACE Norland] .', '[PERSON Lund] was late .'],
  ['[ORGANIZATION Vester Council] said it hired [PERSON Mr Dahl] .', 'the council met in [PLACE Vester] .'],
  ['officials in [PLACE Norland] said so .', 'nobody came .'],
].map((texts) => texts.map(sentence));

const model = trainNameModel(documents, [], englishNames, { epochs: 8, seed: 1 });
const tagger = new NameTagger(model.weights, englishNames, model.calibration);
const told = (sentences: readonly NamedSentence[]): string[][] =>
  tagger
    .findNames(sentences)
    .map((names, number) =>
      names.map(({ start, end, kind }) => `${kind} ${sentences[number].words.slice(start, end).join(' ')}`),
    );

describe('what a document shows of its words', () => {
  const { document } = readDocument(
    ['The Strand left , said Mr Strand from Aldham .', 'STRAND LEAVES ALDHAM TODAY', 'a strand of hair'].map(sentence),
    englishNames,
  );
  const seenOf = (word: string): number => document.seenOf(document.numberOf(word));

  test('is gathered from all its sentences, but not from headlines in capitals', () => {
    expect(seenOf('strand')).toBe(seen.small | seen.capital | seen.afterTitle);
    expect(seenOf('aldham')).toBe(seen.capital | seen.afterPlace);
    // Begins its sentence, where a capital says nothing.
    expect(seenOf('the')).toBe(seen.beforeCapital);
    expect(seenOf('leaves')).toBe(0);
  });

  test('holds the kind of name that a word was in most', () => {
    const number = document.numberOf('strand');
    expect(document.kindOf(number)).toBe(0);
    document.remember(number, 2);
    document.remember(number, 0);
    document.remember(number, 2);
    expect(document.kindOf(number)).toBe(3);
  });
});

describe('a name tagger', () => {
  test('learns names and finds ones that it has not seen', () => {
    const unseen = ['Mr Strand met Ann Viken in Kalby .', 'Kalby University is in Norland .'].map(sentence);
    expect(told(unseen)).toEqual([
      ['PERSON Mr Strand', 'PERSON Ann Viken', 'PLACE Kalby'],
      ['ORGANIZATION Kalby University', 'PLACE Norland'],
    ]);
  });

  test('is as sure as a share can be', () => {
    for (const name of tagger.findNames(documents[0]).flat()) {
      expect(name.confidence).toBeGreaterThan(0);
      expect(name.confidence).toBeLessThanOrEqual(1);
    }
  });

  test('gives the same bytes for the same training, and reads them back', () => {
    const bytes = writeNameModel(model);
    const again = writeNameModel(trainNameModel(documents, [], englishNames, { epochs: 8, seed: 1 }));
    expect(Buffer.compare(bytes, again)).toBe(0);
    const { weights, calibration } = readNameModel(bytes);
    const copy = new NameTagger(weights, englishNames, calibration);
    expect(copy.findNames(documents[1])).toEqual(tagger.findNames(documents[1]));
    expect(() => readNameModel(bytes.slice(0, bytes.length - 1))).toThrow(RangeError);
    expect(() => readNameModel(new Uint8Array(4))).toThrow(RangeError);
  });

  test.each([
    ['nothing', []],
    ['no words', ['']],
    ['emoji and other scripts', ['😀 🇳🇴 東京 Москва said \u0000 \ud800 .']],
    ['all capitals', ['MR HOLM MET ANN BERG IN ALDHAM .']],
    ['one long word', ['A'.repeat(200_000)]],
  ])('takes %s', (_what, texts) => {
    const sentences = texts.map(sentence);
    const found = tagger.findNames(sentences);
    expect(found).toHaveLength(sentences.length);
    found.forEach((names, number) => {
      let last = 0;
      for (const { start, end } of names) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(sentences[number].words.length);
        last = end;
      }
    });
  });
});

test.each([
  ['MAYOR TALKS ABOUT HARBOUR BRIDGE', true],
  ['Mayor Talks About Harbour Bridge', true],
  ['The mayor talks about Harbour Bridge', false],
  ['Mayor Smith', false],
])('capitals say nothing in %p: %p', (text, expected) => {
  expect(isAllCapitals(text.split(' '))).toBe(expected);
});

test.each([
  ["McDonald's", "XxXx'x"],
  ['U.S.', 'X.X.'],
  ['1,500', '0,0'],
  ['Ångström', 'Xx'],
  ['', ''],
])('shape of %p: %p', (word, shape) => expect(shapeOf(word)).toBe(shape));
