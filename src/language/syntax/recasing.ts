import { casingOf } from './forms.js';
import type { RandomNumbers } from './learning/random.js';

/** The words of a sentence as a headline or a careless writer has them. */
export const recasings = {
  capitals: (words: readonly string[]): string[] => words.map((word) => word.toUpperCase()),
  small: (words: readonly string[]): string[] => words.map((word) => word.toLowerCase()),
  title: (words: readonly string[]): string[] =>
    words.map((word) => (word.length > 3 ? word.charAt(0).toUpperCase() + word.slice(1) : word)),
} as const;

const kinds = Object.values(recasings);

/**
 * The words in one of those ways, each for `share` of the sentences, so that what is learned from texts with both kinds of
 * letters can read the others too. Null for all other sentences, and for those that are not cased as sentences are.
 */
export function recased(words: readonly string[], share: number, random: RandomNumbers): string[] | null {
  const drawn = random.next();
  if (drawn >= kinds.length * share || casingOf(words) !== 'sentence') return null;
  return kinds[Math.floor(drawn / share)](words);
}
