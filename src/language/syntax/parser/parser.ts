import type { ThreeWayWeights } from '../learning/three-way-weights.js';
import type { Weights } from '../learning/weights.js';
import type { Tags, Tree } from '../values.js';
import { type ClusterOf, EncodedSentence } from './encode.js';
import { mirror } from './mirror.js';
import { GreedyParser } from './parse.js';
import { RelationNamer } from './relation-names.js';
import { reparse } from './reparse.js';

/** What a parser is made of. */
export interface ParserParts {
  /** Greedy parsers whose trees are combined; at least one. */
  readonly readers: readonly {
    readonly backwards: boolean;
    readonly vote: number;
    readonly weights: ThreeWayWeights;
  }[];
  readonly relations: readonly string[];
  readonly relationWeights: Weights;
}

/**
 * Words in the longest sentence whose trees are combined; of a longer one the first reader's tree stands. Joining trees
 * that disagree throughout takes time quadratic in the length at worst, and no sentence of the treebanks is as long.
 */
const longestReparsed = 300;

/**
 * Finds the dependency tree of a tagged sentence: several greedy parsers each make a tree, the arcs most of them agree
 * on are joined to one tree, and then its relations are named. Takes time linear in the sentence.
 */
export class Parser {
  private readonly readers: { parser: GreedyParser; backwards: boolean; vote: number }[];
  private readonly namer: RelationNamer;
  private readonly relations: readonly string[];
  private readonly forwards = new EncodedSentence();
  private readonly reversed = new EncodedSentence();

  constructor(
    parts: ParserParts,
    private readonly clusterOf: ClusterOf,
  ) {
    this.readers = parts.readers.map(({ weights, ...reader }) => ({ ...reader, parser: new GreedyParser(weights) }));
    this.relations = parts.relations;
    this.namer = new RelationNamer(parts.relationWeights, parts.relations);
  }

  /** The tree of a sentence, with exactly one root; of no words, no tree. */
  parse(words: readonly string[], tags: Tags): Tree {
    const { length } = words;
    if (length === 0) return { heads: [], relations: [] };
    this.forwards.read(words, tags, this.clusterOf);
    if (this.readers.some((reader) => reader.backwards)) this.reversed.readReversed(this.forwards);
    const readers = length > longestReparsed ? this.readers.slice(0, 1) : this.readers;
    const trees = readers.map(({ parser, backwards }) => {
      const heads = parser.parse(backwards ? this.reversed : this.forwards);
      return backwards ? mirror(heads, length) : heads;
    });
    const heads = reparse(
      trees,
      readers.map(({ vote }) => vote),
      length,
    );
    const named = new Int32Array(length + 1);
    this.namer.name(this.forwards, heads, named);
    return {
      heads: Array.from(heads.subarray(1, length + 1)),
      relations: Array.from(named.subarray(1), (relation) => this.relations[relation]),
    };
  }
}
