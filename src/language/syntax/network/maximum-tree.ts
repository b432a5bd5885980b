/** An arc that a tree may use; words are numbered from 1, 0 is the root. */
export interface Arc {
  readonly head: number;
  readonly dependent: number;
  readonly weight: number;
}

/**
 * The tree with the largest sum of weights over the given arcs, in which the root has exactly one dependent.
 *
 * Source: Y. Chu and T. Liu, "On the shortest arborescence of a directed graph", Scientia Sinica 14, 1965, and J.
 * Edmonds, "Optimum branchings", 1967, as R. McDonald et al. use it for parsing ("Non-projective dependency parsing
 * using spanning tree algorithms", EMNLP 2005). All cycles of a round are contracted at
 * once; at worst there are as many rounds as words, each linear in the arcs.
 *
 * @returns By word from 1 its head.
 * @throws RangeError If there is no such tree over the arcs.
 */
export function maximumTree(arcs: readonly Arc[], length: number): Int32Array {
  // A second dependent of the root costs more than all other arcs can bring.
  const dear = 1 + 2 * arcs.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
  const links = arcs.map((arc) => ({
    from: arc.head,
    to: arc.dependent,
    weight: arc.head === 0 ? arc.weight - dear : arc.weight,
    arc,
  }));
  const heads = new Int32Array(length + 1);
  for (const link of spanningLinks(links, length + 1)) heads[link.arc.dependent] = link.arc.head;
  let roots = 0;
  for (let word = 1; word <= length; word++) if (heads[word] === 0) roots++;
  if (roots !== 1) throw new RangeError('The arcs hold no tree with one root.');
  return heads;
}

/** An arc between nodes, which are words or contracted cycles. */
interface Link {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly arc: Arc;
  /** The link of the round before that it stands for. */
  readonly origin?: Link;
}

/** One link into every node but 0, without a cycle, with the largest sum. */
function spanningLinks(links: readonly Link[], nodes: number): Link[] {
  const best = new Array<Link | undefined>(nodes);
  for (const link of links) {
    if (link.to === 0 || link.from === link.to) continue;
    if (link.weight > (best[link.to]?.weight ?? -Infinity)) best[link.to] = link;
  }
  for (let node = 1; node < nodes; node++) if (!best[node]) throw new RangeError('No arc leads to a word.');
  const { cycleOf, cycles } = findCycles(best);
  if (cycles === 0) return best.slice(1) as Link[];

  // Each cycle becomes a node, all at once, so that a long sentence with many takes no more rounds than a short one.
  const renamed = new Int32Array(nodes);
  let count = 1;
  for (let node = 1; node < nodes; node++) if (cycleOf[node] === 0) renamed[node] = count++;
  for (let node = 1; node < nodes; node++) if (cycleOf[node] !== 0) renamed[node] = count + cycleOf[node] - 1;

  // A link into a cycle is worth what it gains over the cycle's own link to the same node.
  const contracted: Link[] = [];
  for (const link of links) {
    if (renamed[link.from] === renamed[link.to]) continue;
    const gain = cycleOf[link.to] === 0 ? link.weight : link.weight - best[link.to]!.weight;
    contracted.push({ from: renamed[link.from], to: renamed[link.to], weight: gain, arc: link.arc, origin: link });
  }
  const chosen = spanningLinks(contracted, count + cycles).map((link) => link.origin!);
  // A cycle keeps its links but the one into the node where it is entered.
  const entered = new Set(chosen.map((link) => link.to));
  for (let node = 1; node < nodes; node++) if (cycleOf[node] !== 0 && !entered.has(node)) chosen.push(best[node]!);
  return chosen;
}

/** By node the number of the cycle of links that it lies on, from 1; 0 if it lies on none. */
function findCycles(best: readonly (Link | undefined)[]): { cycleOf: Int32Array; cycles: number } {
  const cycleOf = new Int32Array(best.length);
  /** By node the walk that came by. */
  const walks = new Int32Array(best.length);
  let cycles = 0;
  for (let start = 1; start < best.length; start++) {
    let node = start;
    while (node !== 0 && walks[node] === 0) {
      walks[node] = start;
      node = best[node]!.from;
    }
    if (node === 0 || walks[node] !== start) continue;
    cycles++;
    for (; cycleOf[node] === 0; node = best[node]!.from) cycleOf[node] = cycles;
  }
  return { cycleOf, cycles };
}
