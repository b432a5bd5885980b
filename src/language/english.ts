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

/** Why the English rules do not apply; null when they do. @param language BCP 47 as declared, or null */
export function whyNotEnglish(text: string, language: string | null): string | null {
  if (language !== null && language !== '' && !/^en(?:[-_]|$)/i.test(language)) {
    return `No rules for the declared language "${language}".`;
  }
  return isPlainlyNotEnglish(text)
    ? 'The text does not look like English, and there are rules for English only.'
    : null;
}
