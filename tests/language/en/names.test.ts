import { findNames } from '../../../src/language/en/names/index.js';

/** "Ann/PROPN/NNP said/VERB/VBD": words with the tags that a tagger gives them. */
function tagged(text: string): { words: string[]; upos: string[]; xpos: string[] } {
  const parts = text.split(' ').map((part) => part.split('/'));
  return {
    words: parts.map(([word]) => word),
    upos: parts.map(([, upos]) => upos),
    xpos: parts.map(([, , xpos]) => xpos),
  };
}

const sentences = [
  'The/DET/DT United/ADJ/NNP Nations/PROPN/NNPS sent/VERB/VBD Anna/PROPN/NNP Lindqvist/PROPN/NNP to/ADP/IN Japan/PROPN/NNP ././.',
  'Lindqvist/PROPN/NNP met/VERB/VBD officials/NOUN/NNS in/ADP/IN Tokyo/PROPN/NNP on/ADP/IN Monday/PROPN/NNP ././.',
].map(tagged);

describe('findNames', () => {
  test('finds names with the weights shipped, and what the gazetteer knows of them', () => {
    const [first, second] = findNames(sentences);
    expect(first).toEqual([
      expect.objectContaining({ kind: 'ORGANIZATION', end: 3, gazetteer: { wikidata: 'Q1065', iso: null } }),
      expect.objectContaining({ kind: 'PERSON', start: 4, end: 6, gazetteer: null }),
      expect.objectContaining({ kind: 'PLACE', start: 7, end: 8, gazetteer: { wikidata: 'Q17', iso: 'JP' } }),
    ]);
    expect(second).toEqual([
      expect.objectContaining({ kind: 'PERSON', start: 0, end: 1 }),
      expect.objectContaining({ kind: 'PLACE', start: 4, end: 5, gazetteer: { wikidata: 'Q1490', iso: 'JP' } }),
    ]);
    for (const { confidence } of [...first, ...second]) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThan(1);
    }
  });

  test('takes a document without sentences', () => {
    expect(findNames([])).toEqual([]);
  });
});
