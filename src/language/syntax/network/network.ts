import { ArcScorer } from './arcs.js';
import { columnsOf, type Arithmetic, type Matrix } from './arithmetic.js';
import { BidirectionalLstm } from './bilstm.js';
import { Embeddings, type WordVectors } from './embeddings.js';
import { Parameters } from './parameters.js';
import { RelationScorer } from './relations.js';
import { checkShape, type NetworkShape } from './shape.js';
import { TagScorer } from './tags.js';
import type { WordCodes } from './word-codes.js';

/** What is right for a sentence, a place for each word. */
export interface Gold {
  /** Places in the list of tags; below 0 for one that is not in it. */
  readonly tags: Int32Array;
  /** From 1; 0 for the root. */
  readonly heads: Int32Array;
  /** Places in the list of relations. */
  readonly relations: Int32Array;
}

/** What is left out at random while a network learns. */
export interface DropShares {
  /** What columns are multiplied with: 0 for a share of them, more than 1 for the others; the same in each row. */
  readonly mask: (columns: number, share: number) => Float32Array;
  /** Shares of the columns of words and of states. */
  readonly input: number;
  readonly states: number;
}

/**
 * Tags and trees of a sentence by one network: two bidirectional readers above the words; tags from the first, arcs and
 * relations from the second.
 */
export class Network {
  readonly parameters: Parameters;
  readonly vectorColumns: number;
  private readonly embeddings: Embeddings;
  private readonly first: BidirectionalLstm;
  private readonly second: BidirectionalLstm;
  private readonly tags: TagScorer;
  private readonly arcs: ArcScorer;
  private readonly relations: RelationScorer;

  /** @throws RangeError when the shape is none that the arithmetic can do */
  constructor(
    readonly arithmetic: Arithmetic,
    readonly shape: NetworkShape,
    vectors: WordVectors,
    learning: boolean,
  ) {
    checkShape(shape, vectors);
    this.vectorColumns = vectors.columns;
    const parameters = (this.parameters = new Parameters(arithmetic, learning));
    const { units } = shape;
    this.embeddings = new Embeddings(parameters, vectors, shape);
    this.first = new BidirectionalLstm(parameters, 'first', this.embeddings.columns, units);
    this.second = new BidirectionalLstm(parameters, 'second', 2 * units + shape.hintColumns, units);
    this.tags = new TagScorer(parameters, this.embeddings.columns, 2 * units, shape.tags, shape.hintColumns);
    this.arcs = new ArcScorer(parameters, 2 * units, shape.arcColumns);
    this.relations = new RelationScorer(parameters, 2 * units, shape.relationColumns, shape.relations);
  }

  /** A row a word: how likely tags are, scores of arcs (column 0 the root), and the states that relations are named from. */
  run(codes: WordCodes): { tags: Matrix; arcs: Matrix; states: Matrix } {
    const input = this.arithmetic.take(codes.length, this.embeddings.columns);
    this.embeddings.run(codes, input);
    const middle = this.arithmetic.take(codes.length, 2 * this.shape.units + this.shape.hintColumns);
    const { states, hints } = this.partsOf(middle);
    this.first.run(input, states);
    const tags = this.tags.run(input, states, hints).shares;
    const second = this.arithmetic.take(codes.length, 2 * this.shape.units);
    this.second.run(middle, second);
    return { tags, arcs: this.arcs.run(second).scores, states: second };
  }

  /** Scores of relations, a row a word, for the heads. */
  nameRelations(states: Matrix, heads: ArrayLike<number>): Matrix {
    return this.relations.run(states, heads).scores;
  }

  /** What the second reader sees of a word: states of the first, and hints of its tags. */
  private partsOf(middle: Matrix): { states: Matrix; hints: Matrix } {
    const states = 2 * this.shape.units;
    return { states: columnsOf(middle, 0, states), hints: columnsOf(middle, states, middle.columns) };
  }

  /** Adds to the gradients what a sentence tells. @returns the loss of tags, arcs and relations, in nats */
  learn(codes: WordCodes, gold: Gold, drop: DropShares): [number, number, number] {
    const { mark } = this.arithmetic;
    try {
      return this.learnFrom(codes, gold, drop);
    } finally {
      this.arithmetic.release(mark);
    }
  }

  private learnFrom(codes: WordCodes, gold: Gold, drop: DropShares): [number, number, number] {
    const { arithmetic } = this;
    const { length } = codes;
    const states = 2 * this.shape.units;
    const input = arithmetic.take(length, this.embeddings.columns);
    this.embeddings.run(codes, input);
    const inputMask = drop.mask(input.columns, drop.input);
    scaleColumns(input, inputMask);
    const first = arithmetic.take(length, states);
    const firstTraces = this.first.run(input, first);
    const middle = arithmetic.take(length, states + this.shape.hintColumns);
    const parts = this.partsOf(middle);
    const firstMask = drop.mask(states, drop.states);
    copyScaled(first, parts.states, firstMask);
    const tags = this.tags.run(input, parts.states, parts.hints);
    const second = arithmetic.take(length, states);
    const secondTraces = this.second.run(middle, second);
    const last = arithmetic.take(length, states);
    const secondMask = drop.mask(states, drop.states);
    copyScaled(second, last, secondMask);
    const arcs = this.arcs.run(last);
    const relations = this.relations.run(last, gold.heads);

    const lastChange = arithmetic.take(length, states);
    const middleChange = arithmetic.take(length, middle.columns);
    const changes = this.partsOf(middleChange);
    const inputChange = arithmetic.take(length, input.columns);
    const relationLoss = this.relations.learn(last, relations, gold.heads, gold.relations, lastChange);
    const arcLoss = this.arcs.learn(last, arcs, gold.heads, lastChange);
    scaleColumns(lastChange, secondMask);
    this.second.learn(middle, second, secondTraces, lastChange, middleChange);
    const tagLoss = this.tags.learn(input, parts.states, tags, gold.tags, changes.hints, inputChange, changes.states);
    scaleColumns(changes.states, firstMask);
    this.first.learn(input, first, firstTraces, changes.states, inputChange);
    scaleColumns(inputChange, inputMask);
    this.embeddings.learn(codes, inputChange);
    return [tagLoss, arcLoss, relationLoss];
  }
}

function copyScaled(from: Matrix, to: Matrix, mask: Float32Array): void {
  for (let row = 0; row < from.rows; row++)
    for (let column = 0; column < from.columns; column++)
      to.values[row * to.step + column] = from.values[row * from.step + column] * mask[column];
}

function scaleColumns(matrix: Matrix, mask: Float32Array): void {
  copyScaled(matrix, matrix, mask);
}
