import { normaliseName } from '../../language/normalise-name.js';
import { readPersonName } from './person-name.js';

/**
 * The forms under which a name of a user's table is looked up: as written, and as people's names are told apart.
 * @returns one or two, never an empty one
 */
export function formsOfName(name: string): readonly string[] {
  return [...new Set([normaliseName(name), readPersonName(name).form])].filter((form) => form !== '');
}

/** A listed name of more words is not found. */
const mostWords = 8;

/** Forms under which actors of a table may be named in a text: those of all stretches of words that begin with a capital. */
export function formsInText(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{N}&'’.-]+/gu) ?? [];
  const forms = new Set<string>();
  for (let first = 0; first < words.length; first += 1) {
    if (!/^[\p{Lu}\p{Lo}\p{N}]/u.test(words[first]!)) continue;
    for (let end = first + 1; end <= Math.min(words.length, first + mostWords); end += 1) {
      for (const form of formsOfName(words.slice(first, end).join(' '))) forms.add(form);
    }
  }
  return [...forms];
}
