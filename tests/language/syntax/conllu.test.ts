import { ConlluError, readConllu } from '../../../src/language/syntax/conllu.js';

const row = (...columns: string[]): string => columns.join('\t');
const contraction = [
  '# newdoc id = first',
  '# sent_id = 1',
  "# text = We don't know.",
  row('1', 'We', 'we', 'PRON', 'PRP', '_', '4', 'nsubj', '_', 'Entity=(1-person)'),
  row('2-3', "don't", '_', '_', '_', '_', '_', '_', '_', '_'),
  row('2', 'do', 'do', 'AUX', 'VBP', '_', '4', 'aux', '_', '_'),
  row('3', "n't", 'not', 'PART', 'RB', '_', '4', 'advmod', '_', '_'),
  row('4', 'know', 'know', 'VERB', 'VB', '_', '0', 'root', '_', 'SpaceAfter=No|Odd'),
  row('4.1', 'it', 'it', 'PRON', 'PRP', '_', '_', '_', '_', '_'),
  row('5', '.', '.', 'PUNCT', '.', '_', '4', 'punct', '_', '_'),
];

describe('CoNLL-U', () => {
  it('gives words with offsets, tags, tree and what column 10 holds', () => {
    const [sentence] = [...readConllu(contraction.join('\n'))];
    expect(sentence.words.map(({ text, start, end }) => [text, start, end])).toEqual([
      ['We', 0, 2],
      ['do', 3, 5],
      ["n't", 5, 8],
      ['know', 9, 13],
      ['.', 13, 14],
    ]);
    expect(sentence).toMatchObject({
      id: '1',
      text: "We don't know.",
      newDocument: 'first',
      newParagraph: true,
      lemmas: ['we', 'do', 'not', 'know', '.'],
      upos: ['PRON', 'AUX', 'PART', 'VERB', 'PUNCT'],
      xpos: ['PRP', 'VBP', 'RB', 'VB', '.'],
      heads: [4, 4, 4, 0, 4],
      relations: ['nsubj', 'aux', 'advmod', 'root', 'punct'],
    });
    expect([...sentence.misc[0]]).toEqual([['Entity', '(1-person)']]);
    expect([...sentence.misc[3]]).toEqual([
      ['SpaceAfter', 'No'],
      ['Odd', ''],
    ]);
  });

  it('rebuilds the text without "# text", whatever the ends of lines', () => {
    const lines = contraction.filter((line) => !line.startsWith('# text'));
    const [first, second] = [...readConllu([...lines, '', ...lines.slice(1), ''].join('\r\n'))];
    expect(first.text).toBe("We don't know.");
    expect(second).toMatchObject({ id: '1', newDocument: null, newParagraph: false });
  });

  it('gives words that their multiword token does not spell the offsets of the token', () => {
    const [{ text, words }] = [
      ...readConllu(
        [
          row('1', 'vue', 'vue', 'NOUN', '_', '_', '0', 'root', '_', '_'),
          row('2-3', 'du', '_', '_', '_', '_', '_', '_', '_', '_'),
          row('2', 'de', 'de', 'ADP', '_', '_', '4', 'case', '_', '_'),
          row('3', 'le', 'le', 'DET', '_', '_', '4', 'det', '_', '_'),
          row('4', 'lac', 'lac', 'NOUN', '_', '_', '1', 'nmod', '_', '_'),
        ].join('\n'),
      ),
    ];
    expect(text).toBe('vue du lac');
    expect(words.slice(1)).toEqual([
      { text: 'de', start: 4, end: 6 },
      { text: 'le', start: 4, end: 6 },
      { text: 'lac', start: 7, end: 10 },
    ]);
  });

  it.each([
    ['too few columns', ['1\tWe\twe'], 1],
    ['a number that is none', [contraction[3].replace('1', 'one')], 1],
    ['words out of order', [contraction[3], contraction[6]], 2],
    ['a head outside', [contraction[3]], 1],
  ])('names the line of %s', (_, lines, line) => {
    const read = (): unknown => [...readConllu(lines.join('\n'))];
    expect(read).toThrow(ConlluError);
    expect(read).toThrow(`line ${line}`);
  });
});
