import { detectLanguage, isSameLanguage, languageName, languageTag } from '../../src/language/detection/index.js';
import { whyNotEnglish } from '../../src/language/english.js';
import { guessedShare, neutralWords } from '../../src/language/neutral-words.js';
import articles from './articles.json';
import texts from './texts.json';

const { en, fr, sv } = texts;

describe('detectLanguage', () => {
  test.each(Object.entries(texts))('%s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
    expect(detectLanguage(`${text}\n\n`.repeat(10))).toBe(language);
  });

  test.each(articles.map(({ language, headline, text }) => [language, headline, text]))(
    '%s: %s',
    (language, _, text) => {
      expect(detectLanguage(text)).toBe(language);
    },
  );

  test.each([
    ['nothing', ''],
    ['figures', '1,500 2,300 4.4 12 '.repeat(40)],
    ['a few words', 'La ministre a dit non.'],
    ['half English, half French', en.repeat(3) + fr.repeat(3)],
    ['three languages', [en, fr, sv].map((text) => text.repeat(3)).join('\n\n')],
    ['addresses', 'https://example.org/le/barrage/de/la/ville '.repeat(30)],
    [
      'a language that it does not know',
      'Bwawa la Velmo bado ni imara, wizara ya maji ilisema Jumanne. Wahandisi walikagua ukuta baada ya siku tatu za mvua.',
    ],
  ])('%s: null', (_, text) => {
    expect(detectLanguage(text)).toBeNull();
  });

  test('no more of a text is read than its beginning', () => {
    expect(detectLanguage(fr.repeat(10) + en.repeat(1000))).toBe('fr');
  });

  test('a quotation in another language leaves an English text English', () => {
    expect(detectLanguage(`${en} ${en} « ${fr.slice(0, 120)} » ${en} ${en}`)).toBe('en');
  });
});

describe('languageTag', () => {
  test.each([
    ['en', 'en'],
    ['en_us', 'en-US'],
    ['EN-gb', 'en-GB'],
    ['eng', 'en'],
    ['English', 'en'],
    ['ger', 'de'],
    ['Deutsch', 'de'],
    ['français', 'fr'],
    ['zh-Hans-CN', 'zh-Hans-CN'],
    ['iw', 'he'],
    ['!!', null],
    ['xx', null],
    ['und', null],
    ['Klingonese', null],
    ['', null],
    [null, null],
    [undefined, null],
    ['a'.repeat(100_000), null],
  ])('%s is %s', (value, tag) => {
    expect(languageTag(value)).toBe(tag);
  });

  test('close relatives count as one language', () => {
    expect(isSameLanguage('en-GB', 'en')).toBe(true);
    expect(isSameLanguage('nb', 'no')).toBe(true);
    expect(isSameLanguage('id', 'ms')).toBe(true);
    expect(isSameLanguage('da', 'no')).toBe(false);
    expect(languageName('pt-BR')).toBe('Portuguese');
  });
});

describe('whyNotEnglish', () => {
  test.each([
    [en, 'en', null],
    [en, null, null],
    [en, '!!', null],
    ['The dam holds.', null, null],
    ['Short.', 'English', null],
    [fr, null, 'The text reads as French (fr): there are rules for English only.'],
    [fr, 'fr', 'The text is declared to be in French (fr): there are rules for English only.'],
    [fr, 'en', 'Declared "en", but the text reads as French (fr): there are rules for English only.'],
    [
      en,
      'fr',
      'The text is declared to be in French (fr), though it reads as English (en): there are rules for English only.',
    ],
  ])('%.20s… declared %s', (text, language, reason) => {
    expect(whyNotEnglish(text, language)).toBe(reason);
  });
});

describe('neutralWords', () => {
  test('words are cut, figures whole, places right', () => {
    const text = 'Les ingénieurs ont vu 4.300 habitants à Altsee.';
    const words = neutralWords(text);
    expect(words.map(({ stem }) => stem)).toEqual(['les', 'ingéni', 'ont', 'vu', '4.300', 'habita', 'à', 'altsee']);
    for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.text);
  });

  test('scripts without blanks give pairs of letters', () => {
    const text = '大坝 ok 安然𠀀恙。';
    const words = neutralWords(text);
    expect(words.map((word) => word.text)).toEqual(['大坝', 'ok', '安然', '然𠀀', '𠀀恙']);
    for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.text);
  });

  test('names and figures are rarer than long words, those rarer than short ones', () => {
    const shares = [guessedShare('velmo', true), guessedShare('ingéni', false), guessedShare('dans', false)];
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(guessedShare('4300', false)).toBe(shares[0]);
  });
});
