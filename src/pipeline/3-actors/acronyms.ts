import type { Token } from '../../language/tokens.js';
import { textOf } from './proper-name.js';

/** A name that an article shortens to its initials elsewhere, or in brackets behind it. */
export interface SpelledOut {
  readonly acronym: string;
  readonly name: string;
  /** How many tokens the name has. */
  readonly length: number;
}

/** No name that is shortened has more tokens. */
const longest = 14;

/** Offices of persons, which name no body. */
const offices = /^(?:C[EFOTIM]O|V?PM?|MPP?|MEP|AG|DA|MD|GP|DCI|DPP|SVP|EVP)s?$/;

const isAcronym = (word: string): boolean => !offices.test(word) && /^(?=(?:.*\p{Lu}){2})[\p{Lu}&.-]{2,8}$/u.test(word);
const isCapital = (word: string): boolean => /^\p{Lu}.*\p{Ll}/u.test(word) || /^\p{Lu}$/u.test(word);
const isJoining = (word: string): boolean => /^(?:of|for|the|and|on|to|in|&|-|,)$/.test(word);

/**
 * Whether the letters are the initials of the words. Small words between them may have a letter or none: "DOJ" and "DJ" both stand
 * for "Department of Justice".
 */
function areInitials(letters: string, words: readonly string[], letter = 0, word = 0): boolean {
  if (word === words.length) return letter === letters.length;
  const isSame = words[word]![0]!.toUpperCase() === letters[letter];
  return (
    (isSame && areInitials(letters, words, letter + 1, word + 1)) ||
    (isJoining(words[word]!) && areInitials(letters, words, letter, word + 1))
  );
}

/** Whether the letters stand in a text in their order: "CDC" and "Centers for Disease Control and Prevention". */
function areAmong(letters: string, text: string): boolean {
  let at = -1;
  return [...letters].every((letter) => (at = text.indexOf(letter, at + 1)) >= 0);
}

/**
 * Names whose initials stand somewhere in the article: "Immigration, Refugees and Citizenship Canada" where it says "IRCC" later. Two
 * letters are trusted only in brackets right behind the name, "Port Board (PB)".
 * @returns by the index of a name's first token
 */
export function findSpelledOut(tokens: readonly Token[]): ReadonlyMap<number, SpelledOut> {
  const byFirst = new Map<string, Set<string>>();
  for (const { text } of tokens) {
    const letters = text.replace(/[^\p{Lu}]/gu, '');
    if (isAcronym(text) && letters.length >= 2)
      byFirst.set(letters[0]!, (byFirst.get(letters[0]!) ?? new Set()).add(text));
  }
  const found = new Map<number, SpelledOut>();
  for (let k = 0; k < tokens.length; k += 1) {
    const acronyms = byFirst.get(tokens[k]!.text[0] ?? '');
    if (!acronyms || !isCapital(tokens[k]!.text)) continue;
    let end = k;
    while (end < tokens.length && end - k < longest && (isCapital(tokens[end]!.text) || isJoining(tokens[end]!.text)))
      end += 1;
    for (; end > k + 1; end -= 1) {
      if (!isCapital(tokens[end - 1]!.text)) continue;
      const words = tokens.slice(k, end).map(({ text }) => text);
      const bracketed = tokens[end]?.text === '(' && tokens[end + 2]?.text === ')' ? tokens[end + 1]!.text : null;
      const acronym = [...acronyms].find((each) => {
        const letters = each.replace(/[^\p{Lu}]/gu, '');
        return each === bracketed
          ? areAmong(letters, words.join(' ').toUpperCase())
          : letters.length > 2 && areInitials(letters, words);
      });
      if (!acronym) continue;
      // "the Department of | Health and Human Services", HHS
      const isPart =
        tokens[k - 1]?.text === 'of' && /^(?:Department|Ministry|Office|Bureau)$/.test(tokens[k - 2]?.text ?? '');
      const start = isPart ? k - 2 : k;
      found.set(start, { acronym, name: textOf(tokens, start, end), length: end - start });
      k = end - 1;
      break;
    }
  }
  return found;
}
