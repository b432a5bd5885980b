import { clusterOf } from '../../language/en/word-clusters.js';
import { documentsWith } from '../../language/en/documents.js';
import { isPersonNoun, organizationNouns, personNouns } from './lexicon.js';

/** So many nouns for a person make their cluster one of such nouns. */
const least = 2;

let clusters: ReadonlySet<number> | undefined;

/** Clusters that hold nouns for people, and none for documents and bodies. */
function personClusters(): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const noun of personNouns) counts.set(clusterOf(noun), (counts.get(clusterOf(noun)) ?? 0) + 1);
  for (const noun of [...documentsWith('d'), ...organizationNouns]) counts.delete(clusterOf(noun));
  counts.delete(0);
  return new Set([...counts].filter(([, count]) => count >= least).map(([cluster]) => cluster));
}

/** Whether a noun means one person, by the list or by the company in which it occurs ("neurosurgeon", "proprietor"). */
export function meansPerson(noun: string): boolean {
  clusters ??= personClusters();
  return isPersonNoun(noun) || clusters.has(clusterOf(noun));
}
