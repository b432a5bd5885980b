import { weightsFile } from './en/weights.js';

/** What a list of names knows of a word: a vote, never a verdict. */
export type NameHint = 'MALE' | 'FEMALE' | 'FIRST' | 'LAST' | 'ORGANIZATION' | 'PLACE' | 'DEMONYM';

const namesByHint = JSON.parse(new TextDecoder().decode(weightsFile('name-hints.json'))) as Record<NameHint, string[]>;
const hints = new Map(
  Object.entries(namesByHint).flatMap(([hint, names]) => names.map((name) => [name, hint as NameHint])),
);

/** @param word one word or a name of several, any case @returns null when the list does not know it as a name */
export function nameHint(word: string): NameHint | null {
  return hints.get(word.toLowerCase()) ?? null;
}
