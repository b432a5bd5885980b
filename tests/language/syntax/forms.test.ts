import { casingOf, normalForms } from '../../../src/language/syntax/forms.js';

describe('forms for features', () => {
  it('takes partly tokenised, straight and typographic marks for the same', () => {
    const same = ['``', 'No', "''", '(', 'do', "n't", '-', '00'];
    expect(normalForms(['``', 'No', "''", '-LRB-', 'do', "n't", '--', '12'])).toEqual(same);
    expect(normalForms(['"', 'No', '"', '(', 'do', "n't", '-', '34'])).toEqual(same);
    expect(normalForms(['“', 'No', '”', '(', 'do', 'n’t', '—', '56'])).toEqual(same);
  });

  it.each([
    ['sentence', 'The minister met Anna Bergstad .'],
    ['capitals', 'MINISTER MEETS 200 FARMERS'],
    ['title', 'Minister Meets the Farmers of Lowland'],
    ['lower', 'minister meets farmers'],
    ['sentence', 'NATO'],
    ['sentence', '20 : 14'],
  ])('sees the casing of a sentence: %s', (casing, text) => {
    expect(casingOf(text.split(' '))).toBe(casing);
  });
});
