import { packWeights } from '../learning/pack-weights.js';
import { AveragedPerceptron } from '../learning/perceptron.js';
import { RandomNumbers } from '../learning/random.js';
import type { Weights } from '../learning/weights.js';
import { RelationNamer } from './relation-names.js';
import { prepare, type TrainingOptions, type TrainingSentence } from './train.js';

/** Trains the naming of relations on gold trees; what dependents are called is as predicted, as it will be. */
export function trainRelations(
  sentences: readonly TrainingSentence[],
  { seed, epochs, clusterOf, pruning }: TrainingOptions,
): { relations: string[]; weights: Weights } {
  const random = new RandomNumbers(seed);
  const relations = [...new Set(sentences.flatMap((sentence) => sentence.relations))].sort();
  const placeOf = new Map(relations.map((relation, place) => [relation, place]));
  const perceptron = new AveragedPerceptron(relations.length);
  const namer = new RelationNamer(perceptron, relations);
  const gold = sentences.map((sentence) => ({
    ...prepare(sentence, false, clusterOf),
    places: sentence.relations.map((relation) => placeOf.get(relation)!),
  }));
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const { encoded, heads, places } of random.shuffle(gold)) {
      const predicted = new Int32Array(encoded.length + 1);
      namer.name(encoded, heads, predicted, (word, features) => {
        perceptron.update(features, places[word - 1], predicted[word]);
        perceptron.advance();
      });
    }
  return { relations, weights: packWeights(perceptron, pruning) };
}
