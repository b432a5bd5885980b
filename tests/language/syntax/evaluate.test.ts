import { evaluate } from '../../../src/language/syntax/evaluate.js';

const gold = {
  upos: ['PRON', 'VERB', 'PROPN', 'PUNCT'],
  xpos: ['PRP', 'VBP', 'NNP', '.'],
  lemmas: ['we', 'like', 'Oslo', '.'],
  heads: [2, 0, 2, 2],
  relations: ['nsubj', 'root', 'obj', 'punct'],
};

describe('evaluate', () => {
  it('finds nothing wrong with gold itself, and leaves punctuation out', () => {
    const figures = evaluate([gold], [{ ...gold, upos: ['PRON', 'VERB', 'PROPN', 'SYM'], heads: [2, 0, 2, 1] }]);
    expect(figures).toMatchObject({ words: 3, upos: 1, xpos: 1, lemmas: 1, uas: 1, las: 1 });
    expect(figures.relations.nsubj).toEqual({ gold: 1, predicted: 1, hit: 1, f1: 1 });
  });

  it('wants the right head for a relation and takes subtypes as one', () => {
    const predicted = { ...gold, heads: [3, 0, 2, 2], relations: ['nsubj', 'root', 'obj:lvc', 'punct'] };
    const figures = evaluate([gold], [predicted]);
    expect(figures.uas).toBeCloseTo(2 / 3);
    expect(figures.las).toBeCloseTo(2 / 3);
    expect(figures.relations.nsubj).toEqual({ gold: 1, predicted: 1, hit: 0, f1: 0 });
    expect(figures.relations.obj.f1).toBe(1);
  });

  it('counts a layer that is not predicted as wrong', () => {
    expect(evaluate([gold], [{ upos: gold.upos }])).toMatchObject({ upos: 1, xpos: 0, lemmas: 0, uas: 0, las: 0 });
  });

  it('refuses to compare different numbers of sentences', () => {
    expect(() => evaluate([gold], [])).toThrow(RangeError);
  });
});
