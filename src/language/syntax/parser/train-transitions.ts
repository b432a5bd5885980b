import { DensePerceptron } from '../learning/dense-perceptron.js';
import { FeatureList } from '../learning/feature-list.js';
import { packThreeWayWeights } from '../learning/pack-three-way-weights.js';
import { RandomNumbers } from '../learning/random.js';
import type { ThreeWayWeights } from '../learning/three-way-weights.js';
import { transitionFeatures } from './features.js';
import { costOf } from './oracle.js';
import { bestAllowed, mostFeatures } from './parse.js';
import { type GoldSentence, prepare, type TrainingOptions, type TrainingSentence } from './train.js';
import { State, type Transition, transitions } from './transitions.js';

export interface TransitionTrainingOptions extends TrainingOptions {
  /** Whether sentences are read from right to left. */
  readonly backwards: boolean;
}

/**
 * How often a wrong transition is made all the same, from the second epoch on, so that the parser learns to go on
 * after its own errors: exploration as in Goldberg and Nivre 2013 (see `costOf`), whose 0.9 it is.
 */
const exploration = 0.9;

/**
 * Trains a greedy parser's transitions. Trees that are not projective are trained on too: the oracle's costs count
 * single arcs, and those that can be had are worth having.
 */
export function trainTransitions(
  sentences: readonly TrainingSentence[],
  { seed, epochs, backwards, clusterOf, pruning }: TransitionTrainingOptions,
): ThreeWayWeights {
  const random = new RandomNumbers(seed);
  const learner = new TransitionLearner(random);
  const gold = sentences.map((sentence) => prepare(sentence, backwards, clusterOf));
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const sentence of random.shuffle(gold)) learner.learn(sentence, epoch > 0);
  return packThreeWayWeights(learner.perceptron, pruning);
}

class TransitionLearner {
  readonly perceptron = new DensePerceptron(transitions.length);
  private readonly state = new State();
  private readonly features = new FeatureList(mostFeatures);
  private readonly scores = new Float64Array(transitions.length);

  constructor(private readonly random: RandomNumbers) {}

  learn(sentence: GoldSentence, explores: boolean): void {
    const { state } = this;
    state.start(sentence.encoded.length);
    while (!state.finished) {
      const allowed = transitions.filter((each) => state.allows(each));
      state.apply(allowed.length === 1 ? allowed[0] : this.decide(sentence, allowed, explores));
    }
  }

  /** Updates the weights if the decision is wrong, and says how to go on. */
  private decide({ encoded, heads }: GoldSentence, allowed: readonly Transition[], explores: boolean): Transition {
    const { state, features, scores, perceptron } = this;
    transitionFeatures(state, encoded, features);
    perceptron.score(features, scores);
    const predicted = bestAllowed(state, scores);
    const costs = allowed.map((transition) => costOf(transition, state, heads));
    const least = Math.min(...costs);
    const isRight = costs[allowed.indexOf(predicted)] === least;
    // Of several right transitions the one that scores most: the weights change least.
    const best = allowed
      .filter((_, at) => costs[at] === least)
      .reduce((first, second) => (scores[second] > scores[first] ? second : first));
    if (!isRight) perceptron.update(features, best, predicted);
    perceptron.advance();
    return isRight || (explores && this.random.next() < exploration) ? predicted : best;
  }
}
