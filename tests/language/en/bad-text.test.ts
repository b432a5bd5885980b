import { longestSentence, splitSentences } from '../../../src/language/en/splitting/sentences.js';
import { RandomNumbers } from '../../../src/language/syntax/learning/random.js';
import type { SentenceWords } from '../../../src/language/syntax/values.js';

/** Whatever the text: exact offsets, words in order without overlap, all that is no blank in a word, bounded sentences. */
function faultsOf(text: string, sentences: readonly SentenceWords[]): string[] {
  const faults: string[] = [];
  let last = 0;
  for (const sentence of sentences) {
    const { words } = sentence;
    if (words.length === 0 || words.length > longestSentence + 1) faults.push(`${words.length} words`);
    if (sentence.start !== words[0]?.start || sentence.end !== words.at(-1)?.end) faults.push('ends of a sentence');
    for (const word of words) {
      if (word.text !== text.slice(word.start, word.end)) faults.push(`text of the word at ${word.start}`);
      if (word.start < last || word.end <= word.start) faults.push(`order at ${word.start}`);
      if (text.slice(last, word.start).trim() !== '') faults.push(`left out before ${word.start}`);
      last = word.end;
    }
    if (faults.length > 0) break;
  }
  if (text.slice(last).trim() !== '') faults.push('left out at the end');
  return faults;
}

/** Pieces that the rules look at, and what no rule expects. */
const pieces = [
  ...'aZé9 .,;:!?\'"’“”()[]{}<>-–—/\\@#$€%&*_+=~`^|',
  ...[
    '\n',
    '\r\n',
    '\t',
    '\u00a0',
    '\ufeff',
    '\u200b',
    '\u0000',
    '\u001b',
    '\u0301',
    '\ud83d',
    '\udc69',
    '👩‍👩‍👧',
    '🇳🇴',
    '漢',
    'ش',
    'Ж',
  ],
  ...[
    "n't",
    "'s",
    ' n ’ t ',
    ' O ’ Hara',
    'gonna',
    'its a',
    'U.S.',
    'Mr.',
    'etc.',
    'J.',
    'No. 3',
    '1,000',
    '9/11',
    '5pm',
    '$5bn',
  ],
  ...[
    'http://a.b/',
    'a@b.c',
    'www.',
    '-LRB-',
    '``',
    "''",
    '...',
    '…',
    '[4]',
    're-',
    '-',
    ' ',
    ' ',
    ' said ',
    'The ',
    'WAR (AP) — ',
  ],
];

describe('splitting of bad text', () => {
  it('keeps the properties on random text', () => {
    const numbers = new RandomNumbers(5);
    for (let round = 0; round < 500; round += 1) {
      let text = '';
      for (let count = numbers.below(30); count > 0; count -= 1) text += pieces[numbers.below(pieces.length)];
      expect(faultsOf(text, splitSentences(text))).toEqual([]);
    }
  });

  it.each([
    ['letters without a space', 'a'.repeat(200_000)],
    ['letters and stops without a space', 'a.b'.repeat(20_000)],
    ['control characters', '\u0000\u0001\u001b\u007f'.repeat(1_000)],
    ['lone surrogates', '\ud83d\udc69\udc69\ud83d'.repeat(1_000)],
    ['emoji', '👩‍👩‍👧🇳🇴❤️'.repeat(1_000)],
    ['other scripts', '漢字かな交じり文 اللغة العربية русский текст ไทย '.repeat(300)],
    ['capitals', 'THE WAR IS OVER, HE SAID. IT IS NOT! '.repeat(500)],
    ['quotation marks', '"'.repeat(100_000)],
    ['quotation marks apart', '. " \' '.repeat(3_000)],
    ['combining marks', `e${'\u0301'.repeat(100_000)}`],
    ['stops', '.'.repeat(100_000)],
    ['brackets of an address', `http://${')'.repeat(100_000)}`],
    ['commas', 'a, '.repeat(5_000)],
    ['line breaks', 'a\n'.repeat(5_000)],
  ])('keeps the properties on %s', (_, text) => {
    expect(faultsOf(text, splitSentences(text))).toEqual([]);
  });
});
