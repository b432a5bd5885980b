import { mostTogether } from '../../../src/language/syntax/network/network-file.js';
import { readSyntax } from '../../../src/language/en/syntax.js';
import { longestSentence, splitSentences } from '../../../src/language/en/splitting/sentences.js';

/** What is wrong with what was read: words not those of the splitter, lists of other lengths, what is no tree. */
function faultsOf(text: string): string[] {
  const faults: string[] = [];
  const sentences = readSyntax(text);
  expect(sentences.map(({ start, end, words }) => ({ start, end, words }))).toEqual(splitSentences(text));
  for (const { words, upos, xpos, lemmas, heads, relations } of sentences) {
    for (const list of [upos, xpos, lemmas, heads, relations]) {
      if (list.length !== words.length) faults.push(`${list.length} for ${words.length} words`);
    }
    if (lemmas.some((lemma) => lemma === '')) faults.push('an empty lemma');
    if (heads.filter((head) => head === 0).length !== 1) faults.push('not one root');
    for (let word = 1; word <= words.length; word += 1) {
      let at = word;
      for (let steps = 0; at !== 0 && steps <= words.length; steps += 1) at = heads[at - 1];
      if (at !== 0) faults.push(`word ${word} hangs on no root`);
    }
  }
  return faults;
}

describe('syntax of bad text', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\u00a0'],
    ['letters without a space', 'a'.repeat(200_000)],
    ['letters and stops without a space', 'a.b'.repeat(300)],
    ['control characters', '\u0000\u0001\u001b\u007f'.repeat(30)],
    ['characters of no width', '\u200b \u00ad \u2060 '.repeat(30)],
    ['lone surrogates', '\ud83d\udc69\udc69\ud83d '.repeat(30)],
    ['emoji', '👩‍👩‍👧🇳🇴❤️ '.repeat(30)],
    ['other scripts', '漢字かな交じり文 اللغة العربية русский текст ไทย '.repeat(10)],
    ['capitals', 'THE WAR IS OVER, HE SAID. IT IS NOT! '.repeat(10)],
    ['quotation marks', '"'.repeat(500)],
    ['words without a full stop', 'the dam holds and '.repeat(120)],
    ['dashes', '- '.repeat(200)],
    ['one letter', 'a '.repeat(200)],
    ['one character', '漢 '.repeat(130)],
  ])('is sound for %s', (_, text) => {
    expect(faultsOf(text)).toEqual([]);
  });
});

it('reads the longest sentence that the splitter makes in one', () => {
  const [first] = readSyntax(`${'word '.repeat(longestSentence - 1)}etc.\nNext`);
  expect(first.words).toHaveLength(longestSentence + 1);
  expect(longestSentence + 1).toBeLessThanOrEqual(mostTogether);
});

it('reads partly tokenised text like clean text', () => {
  const read = (text: string): unknown =>
    readSyntax(text).map(({ upos, xpos, lemmas, heads, relations }) => ({ upos, xpos, lemmas, heads, relations }));
  const clean = 'Gov. Ann Lee said: “We don’t know (yet) what the mayor’s aide wants.”';
  const tokenised = "Gov . Ann Lee said : `` We do n ’ t know -LRB- yet -RRB- what the mayor ’ s aide wants . ''";
  expect(read(tokenised)).toEqual(read(clean));
});
