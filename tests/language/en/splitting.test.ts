import { splitSentences } from '../../../src/language/en/splitting/sentences.js';
import { splitWords } from '../../../src/language/en/splitting/words.js';

const words = (text: string): string =>
  splitWords(text)
    .map((word) => word.text)
    .join(' ');
const sentences = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('words of English', () => {
  it.each([
    // Contractions and possessives.
    ["They don't, can't and won't.", "They do n't , ca n't and wo n't ."],
    ["Ann's sons' cars aren’t the sheriff's.", "Ann 's sons ' cars are n’t the sheriff 's ."],
    ["She's gonna, we cannot, you shouldn't've.", "She 's gon na , we can not , you should n't 've ."],
    ["The AT&T's and 2003's best of the 1980s and the '90s", "The AT&T 's and 2003 's best of the 1980s and the '90s"],
    ["D'you know y'all? 'Tis O'Hara's o'clock.", "D' you know y' all ? 'T is O'Hara 's o'clock ."],
    ['dont say its a plan of its own', 'do nt say it s a plan of its own'],
    // Hyphens: taken apart but for some prefixes and suffixes.
    ['a well-known, U.S.-led, non-violent re-election', 'a well - known , U.S. - led , non-violent re-election'],
    ['Eye-Tracking by e-mail in mid-1990 and UN-related', 'Eye - Tracking by e-mail in mid-1990 and UN - related'],
    ['Orwell-esque 10-15 al-Qaeda 555-1234 1-800-555-0199', 'Orwell-esque 10 - 15 al - Qaeda 555-1234 1-800-555-0199'],
    // Numbers, money, units, times, dates.
    ['$5bn, US$4.5 and €1,200.50 or 25%', '$ 5 bn , US$ 4.5 and € 1,200.50 or 25 %'],
    ['At 10:30am on 9/11 it ran 10km in 1/2 hour', 'At 10:30 am on 9/11 it ran 10 km in 1 / 2 hour'],
    ['the 5G of 12/05/2026, 2026-11-30, the 17th', 'the 5G of 12/05/2026 , 2026-11-30 , the 17th'],
    // Abbreviations and initials.
    ['Mr. J. K. Lee of Inc. Corp. (b. 1950), No. 3', 'Mr. J. K. Lee of Inc. Corp. ( b. 1950 ) , No. 3'],
    [
      'Dr. No at St. Ives, D.C., Boston, Mass., in Oct. 2025',
      'Dr. No at St. Ives , D.C. , Boston , Mass. , in Oct. 2025',
    ],
    // Addresses.
    [
      'See https://example.org/a_(b)?c=1, or ann.lee@example.org.',
      'See https://example.org/a_(b)?c=1 , or ann.lee@example.org .',
    ],
    ['(example.com/about) #climate @ann report.pdf', '( example.com/about ) #climate @ann report.pdf'],
    // Marks.
    ['“Yes…” -- and/or [sic] wait...what?!', '“ Yes … ” -- and / or [ sic ] wait ... what ?!'],
    ['👩‍👩‍👧🇳🇴 f*ck :-)', '👩‍👩‍👧 🇳🇴 f*ck :-)'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each([
    ["They don't know Ann's plan (yet).", "They do n't know Ann 's plan -LRB- yet -RRB- ."],
    ['“It doesn’t matter,” the mayor’s aide said.', "`` It does n’t matter , '' the mayor ’s aide said ."],
    ['It doesn’t matter to the mayor’s aide O’Hara.', 'It doesn ’ t matter to the mayor ’ s aide O ’ Hara .'],
    [
      'Lt. Gov. Ann Lee told the F.B.I. everything in Oct. 2025.',
      'Lt . Gov . Ann Lee told the F.B.I . everything in Oct . 2025 .',
    ],
    ['We cannot pay $5bn.', 'We can not pay $ 5 bn .'],
  ])('are the same in partly tokenised text: %s', (clean, tokenised) => {
    const plain = (text: string): string[] =>
      splitWords(text).map((word) =>
        word.text
          .replace(/\s/g, '')
          .replace(/^(?:``|''|[“”])$/, '"')
          .replace('-LRB-', '(')
          .replace('-RRB-', ')'),
      );
    expect(plain(tokenised)).toEqual(plain(clean));
  });
});

describe('sentences of English', () => {
  it.each([
    ['abbreviations', ['Mr. Lee of Lee & Co. Ltd. met Gen. A. Ross in the U.S. on Jan. 5.', 'He left.']],
    ['an abbreviation at the end', ['He lives in the U.S.', 'The plan failed.']],
    ['times', ['It began at 8 a.m. Monday.', 'It ended at 9 p.m.', 'Police came.']],
    ['quotations that end inside', ['“Is it over?” Ann Lee asked.', '"No!" he said.', '"We won."', 'They left.']],
    ['a speaker in small letters', ['"It is over." she said.', 'He left.']],
    ['decimals and versions', ['Inflation hit 3.5 percent.', 'No. 3 fell to 2.1.']],
    ['brackets', ['He left (she stayed, or so).', '(They were late.)', 'It rained [4] [7].', 'So what.']],
    ['ellipses', ['He was … late.', 'And then...', 'Nothing.']],
    ['letters and plans', ['They need vitamin C.', 'The rest is plan B.']],
  ])('%s', (_, expected) => {
    expect(sentences(expected.join(' '))).toEqual(expected);
  });

  it('end with a line, and go on where a line is only wrapped', () => {
    expect(sentences('Storm hits coast\nBy Ann Lee\n\nTwo people died on\nthe coast.\n• Trees fell')).toEqual([
      'Storm hits coast',
      'By Ann Lee',
      'Two people died on\nthe coast.',
      '• Trees fell',
    ]);
  });

  it('keep a dateline apart', () => {
    expect(sentences('DUNMARROW, March 25 (Fairwater Wire) — A tank burst. Two died.')).toEqual([
      'DUNMARROW, March 25 (Fairwater Wire) —',
      'A tank burst.',
      'Two died.',
    ]);
  });

  it('give the full stop of an abbreviation that ends them as a word of its own', () => {
    const [first] = splitSentences('He sold pots, etc. The shop closed.');
    expect(first.words.map((word) => word.text)).toEqual(['He', 'sold', 'pots', ',', 'etc', '.']);
    expect(first.words.at(-1)).toEqual({ text: '.', start: 17, end: 18 });
  });

  it('keep the numbers of a list with what they number', () => {
    expect(sentences('1. Introduction to it. 2. Methods.')).toEqual(['1. Introduction to it.', '2. Methods.']);
  });

  it('are none in empty and blank text', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \n\t\u00a0\r\n')).toEqual([]);
  });
});
