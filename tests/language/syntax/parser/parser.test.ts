import { RandomNumbers } from '../../../../src/language/syntax/learning/random.js';
import { Parser, type ParserParts } from '../../../../src/language/syntax/parser/parser.js';
import { readParser, writeParser } from '../../../../src/language/syntax/parser/parser-file.js';
import { trainRelations } from '../../../../src/language/syntax/parser/train-relations.js';
import { trainTransitions } from '../../../../src/language/syntax/parser/train-transitions.js';
import { isTree } from './trees.js';

const verbs = ['says', 'thinks', 'knows'];
const nouns = ['minister', 'city', 'river', 'union'];

interface Sentence {
  words: { text: string }[];
  upos: string[];
  xpos: string[];
  heads: number[];
  relations: string[];
}

/** "The minister says the old city thinks the river knows the union .": clauses in clauses, of our own. */
function clauses(random: RandomNumbers, depth: number): Sentence {
  const sentence: Sentence = { words: [], upos: [], xpos: [], heads: [], relations: [] };
  const add = (text: string, upos: string, xpos: string, head: number, relation: string): number => {
    sentence.words.push({ text });
    sentence.upos.push(upos);
    sentence.xpos.push(xpos);
    sentence.heads.push(head);
    sentence.relations.push(relation);
    return sentence.words.length;
  };
  const phrase = (head: number, relation: string): void => {
    const old = random.next() < 0.4;
    const noun = sentence.words.length + (old ? 3 : 2);
    add('the', 'DET', 'DT', noun, 'det');
    if (old) add('old', 'ADJ', 'JJ', noun, 'amod');
    add(nouns[random.below(nouns.length)], 'NOUN', 'NN', head, relation);
  };
  let above = 0;
  for (let level = 0; level <= depth; level++) {
    const start = sentence.words.length;
    phrase(-1, 'nsubj');
    const verb = add(verbs[random.below(verbs.length)], 'VERB', 'VBZ', above, above === 0 ? 'root' : 'ccomp');
    for (let at = start; at < verb; at++) if (sentence.heads[at] === -1) sentence.heads[at] = verb;
    if (level === depth) phrase(verb, 'obj');
    above = verb;
  }
  add('.', 'PUNCT', '.', sentence.heads.indexOf(0) + 1, 'punct');
  return sentence;
}

function trained(): ParserParts {
  const random = new RandomNumbers(1);
  const sentences = Array.from({ length: 60 }, () => clauses(random, random.below(3)));
  const options = { seed: 1, epochs: 4, clusterOf: () => 0 };
  const { relations, weights } = trainRelations(sentences, options);
  const readers = [false, true].map((backwards) => ({
    backwards,
    vote: backwards ? 1 : 1.1,
    weights: trainTransitions(sentences, { ...options, backwards }),
  }));
  return { relations, relationWeights: weights, readers };
}

const bytes = writeParser(trained());
const parser = new Parser(readParser(bytes), (word) => word.length);

test('a parser trained on a few sentences of a simple grammar reads new ones, deeper than those', () => {
  const random = new RandomNumbers(99);
  let words = 0;
  let right = 0;
  for (let round = 0; round < 40; round++) {
    const sentence = clauses(random, random.below(5));
    const { heads, relations } = parser.parse(
      sentence.words.map(({ text }) => text),
      sentence,
    );
    words += heads.length;
    right += heads.filter((head, at) => head === sentence.heads[at] && relations[at] === sentence.relations[at]).length;
  }
  expect(right / words).toBeGreaterThan(0.97);
});

test('the same seed trains the same bytes', () => {
  expect(writeParser(trained())).toEqual(bytes);
});

test('whatever the words and tags, the tree has one root and no cycle', () => {
  const random = new RandomNumbers(5);
  const pick = (values: readonly string[]) => values[random.below(values.length)];
  for (let round = 0; round < 50; round++) {
    const words = Array.from({ length: 1 + random.below(30) }, () =>
      pick(['THE', '', '\u0000', '😀', '1,000', ...nouns]),
    );
    const upos = words.map(() => pick(['NOUN', 'VERB', 'X', '', 'DET']));
    const xpos = words.map(() => pick(['NN', 'VBZ', '.', 'DT', '??']));
    const { heads, relations } = parser.parse(words, { upos, xpos });
    expect(relations).toHaveLength(words.length);
    expect(heads).toHaveLength(words.length);
    expect(isTree([0, ...heads], words.length)).toBe(true);
  }
  expect(parser.parse([], { upos: [], xpos: [] })).toEqual({ heads: [], relations: [] });
});

test('a sentence of 5,000 words is parsed, and the next one as before', () => {
  const short = ['the', 'city', 'says', '.'];
  const tags = { upos: ['DET', 'NOUN', 'VERB', 'PUNCT'], xpos: ['DT', 'NN', 'VBZ', '.'] };
  const before = parser.parse(short, tags);
  const times = <Value>(values: readonly Value[]) => Array.from({ length: 1_250 }, () => values).flat();
  const { heads } = parser.parse(times(short), { upos: times(tags.upos), xpos: times(tags.xpos) });
  expect(heads.filter((head) => head === 0)).toHaveLength(1);
  expect(parser.parse(short, tags)).toEqual(before);
});

test('bytes that are cut off are refused', () => {
  expect(() => readParser(bytes.slice(0, -1))).toThrow(RangeError);
  expect(() => readParser(bytes.slice(0, bytes.length >> 1))).toThrow(RangeError);
});
