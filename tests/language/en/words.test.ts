import { documentFrequency, passages } from '../../../src/language/en/document-frequencies.js';
import { stem } from '../../../src/language/en/stem.js';
import { words } from '../../../src/language/en/words.js';

describe('words', () => {
  const stems = (text: string): string[] => words(text).map((word) => word.stem);

  test.each([
    ["The mayor's plan", ['the', 'mayor', 'plan']],
    ["It isn't, it is n't, it isn ’ t", ['it', 'be', 'not', 'it', 'be', 'not', 'it', 'be', 'not']],
    ['the U.S. and us', ['the', 'u.s.', 'and', 'us']],
    ['1,500 at 4.4, 4:40am, 5 p.m.', ['1,500', 'at', '4.4', '4', '40', 'am', '5', 'pm']],
    ['half-open', ['half', 'open']],
    ['…—“”', []],
    ['', []],
  ])('%s', (text, expected) => {
    // Stems of forms of "be" are one; "is" and "isn't" too.
    expect(stems(text)).toEqual(expected);
  });

  test('every word stands where it says, in order', () => {
    const text = 'In the U.S., Ann O’Hara’s half-open door didn’t shut: “No,” she said — 2.5m people.';
    let last = 0;
    for (const word of words(text)) {
      expect(word.start).toBeGreaterThanOrEqual(last);
      expect(word.end).toBeLessThanOrEqual(text.length);
      last = word.start;
    }
    const hara = words(text).find((word) => word.lower === 'ohara')!;
    expect(text.slice(hara.start, hara.end)).toBe('O’Hara');
  });

  test('a capital counts only inside a sentence', () => {
    const [the, , mayor] = words('The new Mayor spoke.');
    expect(the).toMatchObject({ isFirst: true, isCapitalised: true });
    expect(mayor).toMatchObject({ isFirst: false, isCapitalised: true });
  });
});

describe('stem', () => {
  test.each([
    ['attacks attacked attacking attack', 'attack'],
    ['relational relate related', 'relat'],
    ['hopping hopped', 'hop'],
    ['caresses caress', 'caress'],
    ['said says say', 'sai'],
    ['died dead deaths dying', 'die'],
  ])('%s', (forms, expected) => {
    expect(new Set(forms.split(' ').map(stem))).toEqual(new Set([expected]));
  });
});

test('common words are in most passages, made-up ones in none', () => {
  expect(documentFrequency('the')).toBeGreaterThan(passages * 0.9);
  expect(documentFrequency('govern')).toBeGreaterThan(10);
  expect(documentFrequency('zzqx')).toBe(0);
});
