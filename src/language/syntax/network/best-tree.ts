import { maximumTree, type Arc } from './maximum-tree.js';
import type { Matrix } from './arithmetic.js';

/** How many heads of a word are looked at where the best ones make no tree. */
const candidates = 8;

/**
 * The tree with one root whose arcs have the best scores together. Where each word's best head makes a tree, that is
 * it; else it is looked for among each word's best heads, the root, and the word that is the likeliest root: so there
 * always is one, and a long sentence of doubtful words takes a tenth of the time that all arcs would.
 *
 * @param scores A row a word, a column a head, the root at 0.
 * @returns By word from 0 its head from 1, 0 for the root.
 */
export function bestTree(scores: Matrix): Int32Array {
  const length = scores.rows;
  const heads = new Int32Array(length);
  for (let word = 0; word < length; word++) heads[word] = bestHead(scores, word);
  if (isTree(heads)) return heads;
  const likeliestRoot = rootOf(scores) + 1;
  const arcs: Arc[] = [];
  for (let word = 0; word < length; word++) {
    const row = word * scores.step;
    for (const head of new Set([...bestHeads(scores, word), 0, likeliestRoot]))
      if (head !== word + 1) arcs.push({ head, dependent: word + 1, weight: scores.values[row + head] });
  }
  return maximumTree(arcs, length).slice(1);
}

/** The heads with the highest scores, these first; of equals the one further left. */
function bestHeads(scores: Matrix, word: number): number[] {
  const row = word * scores.step;
  const best: number[] = [];
  for (let head = 0; head <= scores.rows; head++) {
    if (head === word + 1) continue;
    const score = scores.values[row + head];
    let place = best.length;
    while (place > 0 && scores.values[row + best[place - 1]] < score) place--;
    if (place === candidates) continue;
    best.splice(place, 0, head);
    if (best.length > candidates) best.pop();
  }
  return best;
}

function rootOf(scores: Matrix): number {
  let best = 0;
  for (let word = 1; word < scores.rows; word++)
    if (scores.values[word * scores.step] > scores.values[best * scores.step]) best = word;
  return best;
}

function bestHead(scores: Matrix, word: number): number {
  const row = word * scores.step;
  let best = 0;
  for (let head = 1; head <= scores.rows; head++)
    if (head !== word + 1 && scores.values[row + head] > scores.values[row + best]) best = head;
  return best;
}

/** Whether every word leads to the root, and one word is its dependent. */
function isTree(heads: Int32Array): boolean {
  const walks = new Int32Array(heads.length);
  let roots = 0;
  for (let start = 0; start < heads.length; start++) {
    if (heads[start] === 0) roots++;
    for (let word = start; heads[word] !== 0; word = heads[word] - 1) {
      if (walks[word] === start + 1) return false;
      if (walks[word] !== 0) break;
      walks[word] = start + 1;
    }
  }
  return roots === 1;
}
