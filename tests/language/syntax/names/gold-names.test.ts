import { readConllu, type TreebankSentence } from '../../../../src/language/syntax/conllu.js';
import { goldNames, mentionsOf } from '../../../../src/language/syntax/names/gold-names.js';

/** A sentence of "form upos xpos head relation entity" rows; "_" for no entity. */
function sentence(rows: string): TreebankSentence {
  const lines = rows
    .trim()
    .split('\n')
    .map((row, index) => {
      const [form, upos, xpos, head, relation, entity] = row.trim().split(/\s+/);
      const misc = entity === '_' ? '_' : `Entity=${entity}`;
      return [index + 1, form, '_', upos, xpos, '_', head, relation, '_', misc].join('\t');
    });
  return [...readConllu(`${lines.join('\n')}\n\n`)][0];
}

const told = (rows: string): string[] => {
  const one = sentence(rows);
  return goldNames(one).map(
    ({ start, end, kind }) =>
      `${kind} ${one.words
        .slice(start, end)
        .map(({ text }) => text)
        .join(' ')}`,
  );
};

describe('mentions of the Entity layer', () => {
  test('nest, close by their number, and close at once where they open', () => {
    const one = sentence(`
      University PROPN NNP 0 root (8-organization-new-nnn-cf3-3-sgl
      of ADP IN 3 case _
      Aldham PROPN NNP 1 nmod (9-place-new-nnn-cf4-1-sgl-Aldham)
      , PUNCT , 5 punct _
      Norland PROPN NNP 1 list (10-place-new-nnn-cf5-1-sgl)8)
    `);
    expect(mentionsOf(one)).toEqual([
      { start: 2, end: 3, type: 'place' },
      { start: 4, end: 5, type: 'place' },
      { start: 0, end: 5, type: 'organization' },
    ]);
  });
});

describe('gold names', () => {
  test('are cut to the name, the outermost first, and what it leaves is a name of its own', () => {
    expect(
      told(`
        the DET DT 2 det (8-organization-new-nnn-cf3-3-sgl
        University PROPN NNP 0 root _
        of ADP IN 4 case _
        Aldham PROPN NNP 2 nmod (9-place-new-nnn-cf4-1-sgl)
        , PUNCT , 6 punct _
        Norland PROPN NNP 2 list (10-place-new-nnn-cf5-1-sgl)8)
      `),
    ).toEqual(['ORGANIZATION University of Aldham', 'PLACE Norland']);
  });

  test('who only owns is a name of its own', () => {
    expect(
      told(`
        Norland PROPN NNP 4 nmod:poss (1-person-new-nnn-cf1-1-sgl(2-place-new-nnn-cf1-1-sgl
        's PART POS 1 case 2)
        Prime PROPN NNP 4 compound _
        Minister PROPN NNP 0 root _
        Ann PROPN NNP 4 flat _
        Holm PROPN NNP 4 flat 1)
      `),
    ).toEqual(['PLACE Norland', 'PERSON Prime Minister Ann Holm']);
  });

  test('a common noun before a possessive is no part of the name', () => {
    expect(
      told(`
        People NOUN NNS 3 nmod:poss (1-organization-new-nnn-cf1-1-sgl
        's PART POS 1 case _
        Daily PROPN NNP 0 root 1)
      `),
    ).toEqual(['ORGANIZATION Daily']);
  });

  test('people in a row are one name each, and people without a name none', () => {
    expect(
      told(`
        Ann PROPN NNP 0 root (1-person-new-nnn-cf1-1-sgl(2-person-new-nnn-cf1-1-sgl)
        and CCONJ CC 3 cc _
        Bo PROPN NNP 1 conj (3-person-new-nnn-cf1-1-sgl)1)
        met VERB VBD 1 dep _
        officials NOUN NNS 4 obj (4-person-new-nnn-cf1-1-sgl)
      `),
    ).toEqual(['PERSON Ann', 'PERSON Bo']);
  });
});
