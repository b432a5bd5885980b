import { bestClass } from '../learning/scorer.js';
import { AveragedPerceptron } from '../learning/perceptron.js';
import { packWeights } from '../learning/pack-weights.js';
import type { Weights } from '../learning/weights.js';
import { RandomNumbers } from '../learning/random.js';
import { casingOf, normalForms } from '../forms.js';
import type { Tags } from '../values.js';
import { TagCounts } from './dictionary.js';
import type { FactsInContext } from './features.js';
import { contextOf, Decide, runPass } from './passes.js';
import { Tagger } from './tagger.js';
import { FactsCache, Vocabulary } from './word-facts.js';

/** A sentence with its tags as people gave them. */
export interface TaggedSentence extends Tags {
  readonly words: readonly { readonly text: string }[];
}

export interface TaggerTraining {
  readonly vocabulary: Vocabulary;
  readonly seed: number;
  readonly iterations: number;
  /** How often a form must occur to be in the dictionary. */
  readonly leastInDictionary: number;
  /** Features none of whose weights reaches this are left out. */
  readonly prune: number;
  /** Of a hundred sentences, how many are read again in capitals, as many in lower case and as many as a title. */
  readonly recased: number;
  /** Called after each iteration with the number of wrong decisions. */
  readonly report?: (iteration: number, wrong: number) => void;
}

/** In how many parts the training set is cut, each seen with a dictionary of the others. */
const parts = 10;

/**
 * The part of each sentence, of so many. Sentences in a row go to the same part, forty of them in a large set, since
 * a document's words repeat.
 */
function partOf(number: number, sentences: number, of: number): number {
  const inRow = Math.max(1, Math.min(40, Math.floor(sentences / (4 * of))));
  return Math.floor(number / inRow) % of;
}

interface Example {
  readonly context: FactsInContext;
  readonly classes: readonly number[];
}

/**
 * Trains a tagger. A word of the training set is seen with a dictionary that was made without its part of the set, so
 * that the tagger learns how far to trust the dictionary with words that it doesn't hold.
 * The same sentences and options give the same tagger.
 */
export function trainTagger(sentences: readonly TaggedSentence[], training: TaggerTraining): Tagger<Weights> {
  const random = new RandomNumbers(training.seed);
  const pairs = pairsOf(sentences);
  const classOf = new Map(pairs.map((pair, index) => [pair, index]));
  const examples: { words: string[]; classes: number[]; part: number }[] = [];
  sentences.forEach(({ words, upos, xpos }, number) => {
    const example = {
      words: words.map(({ text }) => text),
      classes: upos.map(
        (tag, at) => classOf.get(`${tag} ${xpos[at]}`) ?? pairs.findIndex((pair) => pair.startsWith(tag)),
      ),
      part: partOf(number, sentences.length, parts),
    };
    examples.push(example);
    const drawn = random.next() * 100;
    if (drawn < 3 * training.recased && casingOf(example.words) === 'sentence')
      examples.push({ ...example, words: recase(example.words, Math.floor(drawn / training.recased)) });
  });

  const counts = new TagCounts();
  const countPart = (part: number, amount: number): void => {
    for (const example of examples)
      if (example.part === part)
        normalForms(example.words).forEach((form, at) => counts.add(form, example.classes[at], amount));
  };
  for (let part = 0; part < parts; part++) countPart(part, 1);
  const prepared: Example[] = [];
  for (let part = 0; part < parts; part++) {
    countPart(part, -1);
    const cache = new FactsCache(counts.dictionary(training.leastInDictionary), training.vocabulary, Infinity);
    countPart(part, 1);
    for (const { words, classes, part: own } of examples)
      if (own === part) prepared.push({ context: contextOf(words, cache), classes });
  }
  const scorer = learn(prepared, pairs.length, training, random);
  return new Tagger(
    {
      pairs,
      dictionary: counts.dictionary(training.leastInDictionary),
      scorer: packWeights(scorer, { least: training.prune }),
    },
    training.vocabulary,
  );
}

/**
 * Tags one fold of a training set by a tagger trained on the others, so that what is trained on the tags meets such
 * errors as it will meet later (jackknifing). Gives the number of each sentence of the fold with its tags.
 */
export function tagFold(
  sentences: readonly TaggedSentence[],
  fold: number,
  folds: number,
  training: TaggerTraining,
): [number: number, tags: Tags][] {
  const isInFold = (number: number): boolean => partOf(number, sentences.length, folds) === fold;
  const tagger = trainTagger(
    sentences.filter((_, number) => !isInFold(number)),
    training,
  );
  return sentences.flatMap(({ words }, number): [number, Tags][] =>
    isInFold(number) ? [[number, tagger.tag(words.map(({ text }) => text))]] : [],
  );
}

/** The pairs of tags, the most frequent first; of rare ones (fewer than three) the most frequent of the universal tag. */
function pairsOf(sentences: readonly TaggedSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { upos, xpos } of sentences)
    upos.forEach((tag, at) => {
      const pair = `${tag} ${xpos[at]}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    });
  const sorted = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  const seen = new Set<string>();
  const kept = sorted.filter(([pair, count]) => {
    const tag = pair.slice(0, pair.indexOf(' '));
    const isFirst = !seen.has(tag);
    seen.add(tag);
    return isFirst || count >= 3;
  });
  return kept.map(([pair]) => pair);
}

function recase(words: readonly string[], kind: number): string[] {
  if (kind === 0) return words.map((word) => word.toUpperCase());
  if (kind === 1) return words.map((word) => word.toLowerCase());
  return words.map((word) => (word.length > 3 ? word.charAt(0).toUpperCase() + word.slice(1) : word));
}

function learn(
  examples: readonly Example[],
  classes: number,
  { iterations, report }: TaggerTraining,
  random: RandomNumbers,
): AveragedPerceptron {
  const perceptron = new AveragedPerceptron(classes);
  const scores = new Float64Array(classes);
  const order = examples.map((_, number) => number);
  // A sentence that was right is read every other time: most are, and they teach nothing.
  const wasRight = new Uint8Array(examples.length);
  let gold: readonly number[] = [];
  let wrong = 0;
  const decide: Decide = (features, at) => {
    perceptron.score(features, scores);
    const guess = bestClass(scores, classes);
    if (guess !== gold[at]) {
      perceptron.update(features, gold[at], guess);
      wrong += 1;
    }
    perceptron.advance();
    return guess;
  };
  for (let iteration = 0; iteration < iterations; iteration++) {
    let wrongInAll = 0;
    for (const number of random.shuffle(order)) {
      if (wasRight[number]) {
        wasRight[number] = 0;
        continue;
      }
      gold = examples[number].classes;
      wrong = 0;
      runPass(examples[number].context, decide);
      wasRight[number] = wrong === 0 ? 1 : 0;
      wrongInAll += wrong;
    }
    report?.(iteration, wrongInAll);
  }
  return perceptron;
}
