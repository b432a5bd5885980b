import type { Tags, Tree } from '../values.js';
import type { Matrix } from './arithmetic.js';
import { bestTree } from './best-tree.js';
import { mostTogether, type NetworkFile } from './network-file.js';
import { codesOf, type WordRows } from './word-codes.js';

/**
 * Tags and trees of sentences by a trained network. A sentence of more than `mostTogether` words is read in parts; the
 * roots of later parts hang on the first one's, as parataxis. Time is linear in the number of words.
 */
export class NetworkReader {
  private readonly rows: WordRows;
  private readonly tags: readonly { readonly upos: string; readonly xpos: string }[];

  /** @param vectorOf the row of a word, in lower case, among the word vectors; 0 where it has none */
  constructor(
    private readonly file: NetworkFile,
    vectorOf: (word: string) => number,
  ) {
    const { lists, network } = file;
    const rows = new Map(lists.words.map((word, at) => [word, at + 1]));
    this.rows = { vectorOf, wordOf: (word) => rows.get(word) ?? 0, affixRows: network.shape.affixRows };
    this.tags = lists.tags.map((pair) => {
      const [upos, xpos] = pair.split(' ');
      return { upos, xpos };
    });
  }

  /** Reads the words of one sentence; of no words, empty lists. */
  read(words: readonly string[]): Tags & Tree {
    if (words.length <= mostTogether) return this.readTogether(words);
    const parts: (Tags & Tree)[] = [];
    for (let from = 0; from < words.length; from += mostTogether)
      parts.push(this.readTogether(words.slice(from, from + mostTogether)));
    const root = parts[0].heads.indexOf(0) + 1;
    return {
      upos: parts.flatMap((part) => part.upos),
      xpos: parts.flatMap((part) => part.xpos),
      heads: parts.flatMap((part, number) =>
        part.heads.map((head) => (head > 0 ? head + number * mostTogether : number === 0 ? 0 : root)),
      ),
      relations: parts.flatMap((part, number) =>
        part.relations.map((relation, at) => (number > 0 && part.heads[at] === 0 ? 'parataxis' : relation)),
      ),
    };
  }

  private readTogether(words: readonly string[]): Tags & Tree {
    if (words.length === 0) return { upos: [], xpos: [], heads: [], relations: [] };
    const { network, lists } = this.file;
    const { arithmetic } = network;
    const mark = arithmetic.mark;
    try {
      const { tags, arcs, states } = network.run(codesOf(words, this.rows));
      const heads = bestTree(arcs);
      const relationScores = network.nameRelations(states, heads);
      const likeliest = words.map((_, word) => this.tags[bestColumn(tags, word, this.tags.length)]);
      return {
        upos: likeliest.map(({ upos }) => upos),
        xpos: likeliest.map(({ xpos }) => xpos),
        heads: Array.from(heads),
        relations: words.map((_, word) => lists.relations[bestColumn(relationScores, word, lists.relations.length)]),
      };
    } finally {
      arithmetic.release(mark);
    }
  }
}

function bestColumn(matrix: Matrix, row: number, columns: number): number {
  const at = row * matrix.step;
  let best = 0;
  for (let column = 1; column < columns; column++)
    if (matrix.values[at + column] > matrix.values[at + best]) best = column;
  return best;
}
