import { FeatureList } from '../learning/feature-list.js';
import type { Scorer } from '../learning/scorer.js';
import type { EncodedSentence } from './encode.js';
import { transitionFeatures } from './features.js';
import { right, shift, State, type Transition, transitions } from './transitions.js';

/** More than any decision has. */
export const mostFeatures = 128;

/** A greedy parser that reads a sentence in one direction: each transition is final. */
export class GreedyParser {
  private readonly state = new State();
  private readonly features = new FeatureList(mostFeatures);
  private readonly scores = new Float64Array(transitions.length);

  /** @param scorer Scores `transitions`. */
  constructor(private readonly scorer: Scorer) {}

  /** By word from 1 its head. The array is used again for the next sentence. */
  parse(sentence: EncodedSentence): Int32Array {
    const { state } = this;
    state.start(sentence.length);
    while (!state.finished) state.apply(this.decide(sentence));
    return state.heads;
  }

  private decide(sentence: EncodedSentence): Transition {
    const { state } = this;
    if (state.stackSize === 1) return shift;
    if (state.next > state.length) return right;
    transitionFeatures(state, sentence, this.features);
    this.scorer.score(this.features, this.scores);
    return bestAllowed(state, this.scores);
  }
}

/** The allowed transition that scores most. */
export function bestAllowed(state: State, scores: Float64Array): Transition {
  let best: Transition = shift;
  let most = -Infinity;
  for (const transition of transitions)
    if (scores[transition] > most && state.allows(transition)) {
      most = scores[transition];
      best = transition;
    }
  return best;
}
