import type { FeatureList } from '../learning/feature-list.js';
import { symbolOfNumber } from '../learning/symbols.js';
import type { EncodedSentence } from './encode.js';
import type { State } from './transitions.js';

/**
 * The features of a state that the next transition is chosen by: those of Y. Zhang and J. Nivre, "Transition-based
 * dependency parsing with rich non-local features", ACL 2011, for arc-hybrid, where the word below the top of the
 * stack (s1) can become the head of the top (s0) and the next word (b0) too.
 *
 * In names, s and b are the stack and buffer, l and r the outermost dependent to the left and right, ll and rr the one
 * before it; W is a form, T the Penn tag, U the universal tag, C the word cluster.
 */
export function transitionFeatures(state: State, sentence: EncodedSentence, features: FeatureList): void {
  const { forms, xpos, upos, clusters, groups } = sentence;
  const { outerLeft, secondLeft, outerRight, secondRight } = state;
  features.clear();

  // 1. The words looked at.
  const s0 = state.onStack(0);
  const s1 = state.onStack(1);
  const s2 = state.onStack(2);
  const b0 = state.inBuffer(0);
  const b1 = state.inBuffer(1);
  const b2 = state.inBuffer(2);
  const b3 = state.inBuffer(3);
  const s0l = outerLeft[s0];
  const s0r = outerRight[s0];
  const s0ll = secondLeft[s0];
  const s0rr = secondRight[s0];
  const s1l = outerLeft[s1];
  const s1r = outerRight[s1];
  const s1rr = secondRight[s1];
  const b0l = outerLeft[b0];
  const b0ll = secondLeft[b0];

  const s0W = forms[s0];
  const s0T = xpos[s0];
  const s0U = upos[s0];
  const s1W = forms[s1];
  const s1T = xpos[s1];
  const s1U = upos[s1];
  const s2W = forms[s2];
  const s2T = xpos[s2];
  const s2U = upos[s2];
  const b0W = forms[b0];
  const b0T = xpos[b0];
  const b0U = upos[b0];
  const b1W = forms[b1];
  const b1T = xpos[b1];
  const b1U = upos[b1];
  const b2T = xpos[b2];
  const b2U = upos[b2];
  const s0C = clusters[s0];
  const s1C = clusters[s1];
  const b0C = clusters[b0];

  // 2. Single words.
  features.add2(1, s0W, s0T);
  features.add2(2, s1W, s1T);
  features.add2(3, b0W, b0T);
  features.add2(4, b1W, b1T);
  features.add2(5, forms[b2], b2T);
  features.add2(6, s2W, s2T);
  features.add3(7, s0T, s1T, s0C);
  features.add2(8, s0C, b0C);
  features.add2(9, s1C, s0C);
  features.add3(22, s0C, s0T, b0T);
  features.add3(23, b0C, s0T, b0T);
  features.add3(24, s1C, s0T, b0T);
  features.add4(35, groups[s1], groups[s0], groups[b0], s0T);
  features.add4(36, s1T, groups[s0], b0T, groups[s0l]);
  features.add4(37, s1C, s0T, forms[s0l], b0T);

  // 3. Pairs.
  features.add3(10, s0W, s0T, b0T);
  features.add3(11, s0T, b0W, b0T);
  features.add2(12, s0W, b0W);
  features.add3(13, s0T, b0T, b1T);
  features.add3(14, s1W, s1T, s0T);
  features.add3(15, s1T, s0W, s0T);
  features.add2(16, s1W, s0W);
  features.add3(17, s1T, s0T, b0T);
  features.add2(18, s1W, b0W);
  features.add3(19, s0W, b0T, b1T);
  features.add3(20, b0W, b0T, b1T);
  features.add3(21, s0T, b0W, b1W);

  // 4. Triples and quadruples of tags.
  features.add3(25, b0T, b1T, b2T);
  features.add4(26, s0U, b0U, b1U, b2U, upos[b3]);
  features.add3(27, s2T, s1T, s0T);
  features.add4(28, s2U, s1U, s0U, b0U, b1U);
  features.add4(29, s1T, s0T, b0T, b1T);
  features.add4(30, s1W, s0T, b0T, s1r === state.none ? 0 : xpos[s1r]);
  features.add3(31, s1U, s0W, b0U);
  features.add3(32, s1W, s0U, b0W);
  features.add3(33, s1U, s0U, b0W);
  features.add3(34, s2W, s1T, s0T);

  // 5. Dependents.
  features.add3(40, s0T, xpos[s0l], b0T);
  features.add3(41, s0T, xpos[s0r], b0T);
  features.add3(42, s0T, b0T, xpos[b0l]);
  features.add3(43, s1T, s0T, xpos[s1r]);
  features.add3(44, s1T, s0T, xpos[s1l]);
  features.add3(45, s1T, s0T, xpos[s0l]);
  features.add3(46, s1T, s0T, xpos[s0r]);
  features.add4(47, s0U, upos[s0l], upos[s0ll], b0U);
  features.add4(48, s0U, upos[s0r], upos[s0rr], b0U);
  features.add4(49, b0U, upos[b0l], upos[b0ll], s0U);
  features.add4(50, s1U, upos[s1r], upos[s1rr], s0U);
  features.add2(51, s0W, forms[s0l]);
  features.add2(52, s0W, forms[s0r]);
  features.add3(53, b0W, forms[b0l], s0U);
  features.add3(54, s1W, forms[s1r], s0T);
  features.add3(55, s0T, forms[s0l], b0T);
  features.add3(56, s1T, forms[s0l], s0T);
  features.add3(57, s1W, s0T, forms[s0l]);

  // 6. Distance and number of dependents.
  const near = symbolOfNumber(distance(s0, b0, state.none));
  const far = symbolOfNumber(distance(s1, s0, state.none));
  const s0Left = symbolOfNumber(Math.min(state.leftCount[s0], 4));
  const s0Right = symbolOfNumber(Math.min(state.rightCount[s0], 4));
  const s1Right = symbolOfNumber(Math.min(state.rightCount[s1], 4));
  const b0Left = symbolOfNumber(Math.min(state.leftCount[b0], 4));
  features.add3(60, s0T, b0T, near);
  features.add3(61, s0W, b0T, near);
  features.add3(62, s0T, b0W, near);
  features.add3(63, s1T, s0T, far);
  features.add3(64, s1W, s0T, far);
  features.add3(65, s1T, s0W, far);
  features.add3(66, s0T, s0Left, s0Right);
  features.add3(67, s0W, s0Left, s0Right);
  features.add4(68, s1T, s1Right, s0U, s0Right);
  features.add3(69, s1W, s1Right, s0U);
  features.add3(70, b0T, b0Left, s0U);
  features.add3(71, b0W, b0Left, s0U);
}

/** How far apart two words stand, in steps that grow; 0 where one is missing. */
function distance(first: number, second: number, none: number): number {
  if (first === none || second === none) return 0;
  const apart = second - first;
  return apart < 5 ? apart : apart < 7 ? 5 : apart < 11 ? 6 : 7;
}
