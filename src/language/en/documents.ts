import { wordList } from './weights.js';

/** What lists/documents.txt says of nouns, by its letters. */
type DocumentLetter = 'i' | 'd' | 'o' | 'p' | 's' | 'm';

const letters = 'idopsm';

/**
 * Reads a list of nouns for documents; the head of documents.txt explains its form.
 * @param name the file, for messages
 * @returns the nouns that have each letter
 * @throws Error that names the file and the line that cannot be read
 */
export function parseDocuments(text: string, name: string): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map([...letters].map((letter) => [letter, new Set<string>()]));
  const seen = new Set<string>();
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(row)) continue;
    const [kinds = '', nouns = '', ...rest] = row.split('|').map((field) => field.trim());
    const words = nouns.split(/\s+/);
    const refuse = (why: string): never => {
      throw new Error(`${name}:${index + 1}: ${why}`);
    };
    if (rest.length > 0 || !/^[idopsm]+$/.test(kinds)) refuse(`a line is letters of "${letters}", |, and nouns.`);
    if (!words.every((word) => /^[\p{Ll}-]+$/u.test(word))) refuse('nouns are words in small letters.');
    for (const word of words) {
      if (seen.has(word)) refuse(`"${word}" stands in a line above.`);
      seen.add(word);
      for (const letter of kinds) sets.get(letter)!.add(word);
    }
  }
  return sets;
}

const list = parseDocuments(wordList('documents.txt'), 'documents.txt');

/** Whether a noun, in lower case, has a letter of the list, in the singular or the plural. Of "news report" the last word counts. */
export function isDocument(noun: string, letter: DocumentLetter): boolean {
  const nouns = list.get(letter)!;
  return [noun, noun.split(/[\s-]/).at(-1)!].some((word) => nouns.has(word) || nouns.has(word.replace(/s$/, '')));
}

/** Every noun of a letter, as it stands in the list. */
export const documentsWith = (letter: DocumentLetter): ReadonlySet<string> => list.get(letter)!;
