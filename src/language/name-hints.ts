import compromise from 'compromise';

/** What compromise's word list knows of a word: a vote, never a verdict. */
export type NameHint = 'MALE' | 'FEMALE' | 'FIRST' | 'LAST' | 'ORGANIZATION' | 'PLACE' | 'DEMONYM';

const hintOfTag: Readonly<Record<string, NameHint>> = {
  MaleName: 'MALE',
  FemaleName: 'FEMALE',
  FirstName: 'FIRST',
  Person: 'FIRST',
  LastName: 'LAST',
  Organization: 'ORGANIZATION',
  SportsTeam: 'ORGANIZATION',
  Place: 'PLACE',
  City: 'PLACE',
  Region: 'PLACE',
  Country: 'PLACE',
  Demonym: 'DEMONYM',
};

// The list alone is read: its tagger is too slow for whole articles (about 200 sentences a second).
const lexicon = (compromise.model() as unknown as { one: { lexicon: Record<string, string | string[]> } }).one.lexicon;

/** @param word one word or a name of several, any case @returns null when the list does not know it as a name */
export function nameHint(word: string): NameHint | null {
  const lower = word.toLowerCase();
  if (!Object.hasOwn(lexicon, lower)) return null;
  for (const tag of [lexicon[lower]!].flat()) {
    const hint = hintOfTag[tag];
    if (hint) return hint;
  }
  return null;
}
