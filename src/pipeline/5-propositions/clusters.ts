import type { Alignment } from './alignment.js';

/** Wordings of one proposition, by position. */
export interface Cluster {
  readonly wordings: number[];
  /** How alike the least alike two of them are, 0 to 1. */
  weakest: number;
}

// Inside a group, no two claims may be less alike than this, however alike the others are.
const leastAlike = 0.3;
const leastAverage = 0.5;

/**
 * Joins the most alike first: two clusters when the pairs across them are alike on average and nothing tells any of them
 * apart (average link, R. R. Sokal and C. D. Michener 1958, with a veto). Complete link takes several tellings of one
 * claim apart, because two that each add something of their own are less like each other than like a third.
 * @param pairs positions of wordings that may be one proposition
 * @param count number of wordings
 */
export function averageLink(
  count: number,
  pairs: readonly (readonly [number, number])[],
  alignment: Alignment,
): Cluster[] {
  const links = pairs
    .filter(([a, b]) => alignment.isSame(a, b))
    .map(([a, b]) => ({ a, b, score: alignment.score(a, b) }));
  links.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  const clusterOf: Cluster[] = Array.from({ length: count }, (_, number) => ({ wordings: [number], weakest: 1 }));
  for (const { a, b } of links) {
    const [one, other] = [clusterOf[a]!, clusterOf[b]!];
    if (one === other) continue;
    const weakest = weakestAcross(one, other, alignment);
    if (weakest === null) continue;
    one.wordings.push(...other.wordings);
    one.weakest = Math.min(one.weakest, other.weakest, weakest);
    for (const wording of other.wordings) clusterOf[wording] = one;
  }
  const clusters = [...new Set(clusterOf)];
  for (const cluster of clusters) cluster.wordings.sort((x, y) => x - y);
  return clusters.sort((x, y) => x.wordings[0]! - y.wordings[0]!);
}

/** How alike the least alike pair across two clusters is; null when they may not be joined. */
function weakestAcross(one: Cluster, other: Cluster, alignment: Alignment): number | null {
  let [sum, weakest] = [0, 1];
  for (const x of one.wordings) {
    for (const y of other.wordings) {
      const score = alignment.score(x, y);
      if (score < leastAlike || alignment.isApart(x, y)) return null;
      sum += score;
      weakest = Math.min(weakest, score);
    }
  }
  return sum / (one.wordings.length * other.wordings.length) < leastAverage ? null : weakest;
}

/** The wording most like the others; the earliest of equals. */
export function representativeOf({ wordings }: Cluster, alignment: Alignment): number {
  let best = { wording: wordings[0]!, sum: -1 };
  for (const wording of wordings) {
    let sum = 0;
    for (const other of wordings) if (other !== wording) sum += alignment.score(wording, other);
    if (sum > best.sum + 1e-9) best = { wording, sum };
  }
  return best.wording;
}
