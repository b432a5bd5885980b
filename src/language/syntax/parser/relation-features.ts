import type { FeatureList } from '../learning/feature-list.js';
import { symbolOfNumber } from '../learning/symbols.js';
import type { EncodedSentence } from './encode.js';
import type { TreeLinks } from './tree-links.js';

/** What a word's dependents on each side are called, as sums of symbols: a set that counts, whatever its order. */
export interface RelationSets {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/**
 * The features of an arc whose relation is asked for.
 *
 * In names d is the word, h its head, g the head's head; l and r are outermost dependents to the left and right; W, T,
 * U and C as in `transitionFeatures`.
 */
export function relationFeatures(
  links: TreeLinks,
  sentence: EncodedSentence,
  d: number,
  { left: leftSet, right: rightSet }: RelationSets,
  features: FeatureList,
): void {
  const { forms, xpos, upos, clusters } = sentence;
  const { none, outerLeft, outerRight, length } = links;
  features.clear();
  const h = links.heads[d];
  const g = h === 0 ? none : links.heads[h];
  const dW = forms[d];
  const dT = xpos[d];
  const dU = upos[d];
  const hW = forms[h];
  const hT = xpos[h];
  const hU = upos[h];
  const isLeft = d < h;
  const side = isLeft ? 1 : 2;
  const apart = Math.abs(h - d);
  const near = symbolOfNumber(side * 8 + (apart < 4 ? apart : apart < 7 ? 4 : 5));
  const before = d - 1;
  const after = d + 1;
  const dl = outerLeft[d];
  const dll = links.nearer[dl];
  const dr = outerRight[d];
  const within = links.nearer[d];
  const beyond = links.further[d];
  const set = isLeft ? leftSet[h] : rightSet[h];
  const otherSet = isLeft ? rightSet[h] : leftSet[h];
  const ownLeft = leftSet[d];
  const ownRight = rightSet[d];
  const hAfter = h + 1 <= length ? h + 1 : none;
  const hr = outerRight[h];
  const hl = outerLeft[h];

  features.add3(101, dT, hT, side);
  features.add3(102, dW, hT, side);
  features.add3(103, dT, hW, side);
  features.add3(104, dW, hW, side);
  features.add3(105, dU, hU, near);
  features.add2(106, dW, dT);
  features.add3(107, hW, hT, side);
  features.add3(108, clusters[d], clusters[h], side);
  features.add3(109, clusters[d], hT, side);
  features.add3(110, dT, clusters[h], side);
  features.add4(111, dT, hT, xpos[dl], side);
  features.add4(112, dT, hT, forms[dl], side);
  features.add4(113, dU, hU, forms[dl], forms[dll], side);
  features.add4(114, dU, hW, forms[dl], side);
  features.add4(115, dW, hU, forms[dl], side);
  features.add4(116, dU, hU, ownLeft, side);
  features.add4(117, dU, hW, ownLeft, side);
  features.add3(118, dW, ownLeft, side);
  features.add4(119, dU, hU, ownRight, side);
  features.add4(120, dU, hU, xpos[dr], side);
  features.add4(121, dT, hT, xpos[before], side);
  features.add4(122, dT, hT, xpos[after], side);
  features.add4(123, dU, forms[before], hU, side);
  features.add4(124, dU, forms[after], hU, side);
  features.add4(125, dU, hU, set, side);
  features.add4(126, dU, hW, set, side);
  features.add4(127, dT, hU, xpos[within], side);
  features.add4(128, dU, hU, set, otherSet, side);
  features.add4(130, dW, hU, otherSet, side);
  features.add4(132, dT, hT, xpos[hAfter], side);
  features.add4(133, dT, hT, xpos[g], side);
  features.add4(134, dU, hU, xpos[beyond], side);
  features.add4(135, dU, hU, xpos[hr], xpos[hl], side);
  features.add4(136, dU, hU, forms[dr], side);
}
