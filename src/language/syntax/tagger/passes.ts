import { FeatureList } from '../learning/feature-list.js';
import { bestClass, Scorer } from '../learning/scorer.js';
import { symbolOf, symbolOfNumber } from '../learning/symbols.js';
import { casingOf, normalForms } from '../forms.js';
import { addLeftTagFeatures, addWordFeatures, FactsInContext, mostFeatures } from './features.js';
import { FactsCache } from './word-facts.js';

/** Looks at the words of a sentence: what features are made of. */
export function contextOf(words: readonly string[], cache: FactsCache): FactsInContext {
  const casing = casingOf(words);
  const forms = normalForms(words);
  return {
    facts: forms.map((form) => cache.of(casing === 'capitals' ? form.toLowerCase() : form)),
    casing: symbolOf(casing),
  };
}

/** Decides on the class at a place whose features are listed; training learns from the decision. */
export type Decide = (features: FeatureList, at: number) => number;

/** Takes the class that scores most. */
export function decideBy(scorer: Scorer): Decide {
  const scores = new Float64Array(scorer.classes);
  return (features) => {
    scorer.score(features, scores);
    return bestClass(scores, scorer.classes);
  };
}

const features = new FeatureList(mostFeatures);

/**
 * Goes through a sentence from left to right and decides on each word's class from the words and the classes already
 * chosen; words that are certain of their class get it at once.
 */
export function runPass(context: FactsInContext, decide: Decide): number[] {
  const classes: number[] = [];
  const symbolAt = (at: number): number => symbolOfNumber(at < 0 ? 255 : classes[at]);
  for (let at = 0; at < context.facts.length; at++) {
    const { certain } = context.facts[at];
    if (certain >= 0) {
      classes.push(certain);
      continue;
    }
    features.clear();
    addWordFeatures(features, context, at);
    addLeftTagFeatures(features, context, at, symbolAt(at - 1), symbolAt(at - 2));
    classes.push(decide(features, at));
  }
  return classes;
}
