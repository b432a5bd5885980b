/** Shannon entropy of counts in bits (plug-in estimate: too low where there are few counts). 0 for none. */
export function entropy(counts: readonly number[]): number {
  const all = sum(counts);
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / all) * Math.log2(count / all);
  return bits;
}

/** Gini coefficient of counts: 0 when all are equal, (k − 1)/k when one of k has everything. 0 for none. */
export function gini(counts: readonly number[]): number {
  const all = sum(counts);
  if (all === 0) return 0;
  const ordered = [...counts].sort((a, b) => a - b);
  let weighted = 0;
  ordered.forEach((count, index) => (weighted += (index + 1) * count));
  return (2 * weighted) / (ordered.length * all) - (ordered.length + 1) / ordered.length;
}

/**
 * Jensen–Shannon divergence of two sets of counts in bits: 0 the same shares, 1 nothing in common.
 * Source: J. Lin, "Divergence measures based on the Shannon entropy", 1991.
 * @returns null when a side is empty
 */
export function jensenShannon(first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number>): number | null {
  const [all, others] = [sum([...first.values()]), sum([...second.values()])];
  if (all === 0 || others === 0) return null;
  let bits = 0;
  for (const key of new Set([...first.keys(), ...second.keys()])) {
    const p = (first.get(key) ?? 0) / all;
    const q = (second.get(key) ?? 0) / others;
    const middle = (p + q) / 2;
    if (p > 0) bits += (p / 2) * Math.log2(p / middle);
    if (q > 0) bits += (q / 2) * Math.log2(q / middle);
  }
  return Math.max(0, bits);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
