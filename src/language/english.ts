import { detectLanguage, isSameLanguage, languageName, languageTag } from './detection/index.js';

const functionWords = new Set(
  'the of and to in a is that for it on was with as at by be this from or are his her an were which have has had not but they he she will said its their been who would you we i'.split(
    ' ',
  ),
);

/**
 * Whether a text is plainly not English: fewer than one word in twelve of a longer text is an English function word
 * (in English prose it is about one in three). Texts under 20 words are given the benefit of the doubt.
 */
export function isPlainlyNotEnglish(text: string): boolean {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length < 20)
    return /[\p{Script=Han}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hangul}\p{Script=Kana}]{4}/u.test(
      text.slice(0, 2000),
    );
  let hits = 0;
  for (const word of words) if (functionWords.has(word)) hits += 1;
  return hits / words.length < 1 / 12;
}

const named = (tag: string): string => `${languageName(tag)} (${tag})`;

/**
 * Why the English rules do not apply; null when they do. What the text reads as counts more than what it is declared to be,
 * where it can be told; a text that is short or mixed has the benefit of the doubt.
 * @param language as declared or found, in any spelling; null when unknown
 */
export function whyNotEnglish(text: string, language: string | null): string | null {
  const given = languageTag(language);
  const read = detectLanguage(text);
  if (given !== null && !isSameLanguage(given, 'en')) {
    const though = read === null || isSameLanguage(given, read) ? '' : `, though it reads as ${named(read)}`;
    return `The text is declared to be in ${named(given)}${though}: there are rules for English only.`;
  }
  if (read !== null) {
    if (read === 'en') return null;
    if (given !== null)
      return `Declared "${given}", but the text reads as ${named(read)}: there are rules for English only.`;
    return `The text reads as ${named(read)}: there are rules for English only.`;
  }
  return isPlainlyNotEnglish(text)
    ? 'The text does not look like English, and there are rules for English only.'
    : null;
}
