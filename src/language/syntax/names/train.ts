import { FeatureList } from '../learning/feature-list.js';
import { AveragedPerceptron } from '../learning/perceptron.js';
import { RandomNumbers } from '../learning/random.js';
import { packWeights } from '../learning/pack-weights.js';
import { bestClass } from '../learning/scorer.js';
import { isOpen, kindNumberOf, outside, tagCount, tagsOf, type NameSpan } from './bilou.js';
import { calibrate } from './calibration.js';
import { collectFeatures, mostFeatures, SentenceSymbols } from './features.js';
import type { NameLexicon, TaggedWords } from './lexicon.js';
import type { NameModel } from './model.js';
import { NameTagger, readDocument, remember } from './name-tagger.js';

/** A sentence with its names. */
export interface NamedSentence extends TaggedWords {
  readonly names: readonly NameSpan[];
}

export interface NameTraining {
  readonly epochs: number;
  readonly seed: number;
}

/**
 * Trains a name tagger on documents, and fits its confidence to others.
 * @param held Documents that are not trained on; with none the confidence is fitted to the training's own, and too high.
 */
export function trainNameModel(
  documents: readonly (readonly NamedSentence[])[],
  held: readonly (readonly NamedSentence[])[],
  lexicon: NameLexicon,
  options: NameTraining,
): NameModel {
  const weights = packWeights(trainPerceptron(documents, lexicon, options));
  const tagger = new NameTagger(weights, lexicon);
  const margins: number[] = [];
  const right: boolean[] = [];
  for (const sentences of held.length > 0 ? held : documents) {
    tagger.findNames(sentences).forEach((names, number) => {
      for (const { start, end, kind, confidence } of names) {
        margins.push(confidence);
        right.push(
          sentences[number].names.some((name) => name.start === start && name.end === end && name.kind === kind),
        );
      }
    });
  }
  return { weights, calibration: calibrate(margins, right) };
}

/**
 * Trains the perceptron of a name tagger. Tags of parts of speech should be a tagger's, of a model that did not see the sentence; gold
 * ones would be trusted too much afterwards.
 *
 * The tags before a word are those that the model gives itself, right or wrong, as they will be in use; and so is what
 * the document says of its names so far.
 */
function trainPerceptron(
  documents: readonly (readonly NamedSentence[])[],
  lexicon: NameLexicon,
  { epochs, seed }: NameTraining,
): AveragedPerceptron {
  const perceptron = new AveragedPerceptron(tagCount);
  const random = new RandomNumbers(seed);
  const features = new FeatureList(mostFeatures);
  const scores = new Float64Array(tagCount);
  const symbols = new SentenceSymbols(lexicon);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const sentences of random.shuffle([...documents])) {
      const { document, read } = readDocument(sentences, lexicon);
      read.forEach((one, number) => {
        const { names, words } = sentences[number];
        const right = tagsOf(words.length, names);
        const tags = new Uint8Array(words.length);
        symbols.read(one.sentence, one.numbers, one.lists, one.phrases, one.allCapitals, document);
        let before = outside;
        let twoBefore = outside;
        for (let index = 0; index < words.length; index += 1) {
          if (symbols.isOutside(index, before)) {
            twoBefore = before;
            before = outside;
            continue;
          }
          collectFeatures(symbols, index, before, twoBefore, document, features);
          perceptron.score(features, scores);
          const best = bestClass(scores, tagCount);
          if (best !== right[index]) perceptron.update(features, right[index], best);
          perceptron.advance();
          tags[index] = best;
          const kind = kindNumberOf(best);
          if (kind >= 0 && !isOpen(best)) remember(tags, index, one.numbers, kind, document);
          twoBefore = before;
          before = best;
        }
      });
    }
  }
  return perceptron;
}
