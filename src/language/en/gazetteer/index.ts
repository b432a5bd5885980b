import { lengthOf, phraseOf, Phrases, wordsOf, writing, type Writing } from '../../syntax/names/phrases.js';
import type { Alias } from './aliases.js';
import { countries } from './countries.js';
import { media, organizations } from './organizations.js';

export { countries, countryName } from './countries.js';
export { media, organizations } from './organizations.js';

/** In what way a word means its country or organisation. */
export type Sense =
  | 'NAME'
  /** The name of a part: "Scotland". */
  | 'PART'
  /** "Japanese" */
  | 'ADJECTIVE'
  /** "Briton" */
  | 'PERSON'
  /** "Britons" */
  | 'PEOPLE'
  | 'CAPITAL'
  /** "the Kremlin" */
  | 'SEAT';

/** One thing that a phrase can mean. */
export interface Meaning {
  readonly kind: 'COUNTRY' | 'ORGANIZATION' | 'MEDIUM';
  readonly sense: Sense;
  /** The common name of the country, organisation or medium meant. */
  readonly name: string;
  /** Of what the phrase names: of the city for a capital; null for a seat, a part, and what could not be checked. */
  readonly wikidata: string | null;
  /** ISO 3166-1 alpha-2 of a country; null for others. */
  readonly iso: string | null;
  /** Whether the phrase also means something else ("Jordan"), or several of these ("Congo"). */
  readonly isAmbiguous: boolean;
}

const phrases = new Phrases();
const meanings: Meaning[][] = [[]];

/** Acronyms are found as they are written, since small letters make words of them: "WHO", "US". */
const writingOf = ({ text, isAmbiguous }: Alias): Writing => {
  if (!/\p{Ll}/u.test(text) && text.replace(/[^\p{L}]/gu, '').length <= 8) return writing.capitals;
  return isAmbiguous ? writing.capitalised : writing.any;
};

function add(alias: Alias, meaning: Omit<Meaning, 'isAmbiguous'>): void {
  const phrase = phrases.add(alias.text, writingOf(alias));
  (meanings[phrase] ??= []).push({ ...meaning, isAmbiguous: alias.isAmbiguous });
}

for (const { alpha2: iso, wikidata, names, adjectives, people, capitals, seats } of countries) {
  const country = { kind: 'COUNTRY', name: names[0].text, iso } as const;
  for (const alias of names) {
    add(alias, alias.isPart ? { ...country, sense: 'PART', wikidata: null } : { ...country, sense: 'NAME', wikidata });
  }
  for (const alias of adjectives) add(alias, { ...country, sense: 'ADJECTIVE', wikidata });
  for (const { singular, plural } of people) {
    add(singular, { ...country, sense: 'PERSON', wikidata });
    add(plural, { ...country, sense: 'PEOPLE', wikidata });
  }
  for (const capital of capitals) add(capital, { ...country, sense: 'CAPITAL', wikidata: capital.wikidata });
  for (const alias of seats) add(alias, { ...country, sense: 'SEAT', wikidata: null });
}
for (const { names, wikidata } of organizations) {
  for (const alias of names) {
    add(alias, { kind: 'ORGANIZATION', sense: 'NAME', name: names[0].text, wikidata, iso: null });
  }
}
for (const { names, wikidata } of media) {
  for (const alias of names) add(alias, { kind: 'MEDIUM', sense: 'NAME', name: names[0].text, wikidata, iso: null });
}

/**
 * The longest name of a country, its people and capital, an organisation or a medium that begins at a word. Case,
 * accents, hyphens and possessives don't matter, but acronyms stand in capitals and ambiguous names with one. "The"
 * is no part of a name, except of some ("The Hague"). Look at the next word where none begins at "the".
 * @returns a number for `meaningsOf` and `lengthOf`; 0 where none begins there
 */
export const lookUp = (words: readonly string[], index: number): number => phrases.lookUp(words, index);

/** What the phrase found means, never empty. */
export const meaningsOf = (found: number): readonly Meaning[] => meanings[phraseOf(found)];

export { lengthOf };

/** What a whole text means: "the United States", "Japan's". Empty where the gazetteer doesn't know it. */
export function meaningsOfText(text: string): readonly Meaning[] {
  const words = wordsOf(text);
  for (const from of words[0].toLowerCase() === 'the' ? [0, 1] : [0]) {
    const found = lookUp(words, from);
    if (found !== 0 && lengthOf(found) === words.length - from) return meaningsOf(found);
  }
  return [];
}

const isoOf = (text: string, senses: ReadonlySet<Sense>): string | null =>
  meaningsOfText(text).find(({ iso, sense }) => iso !== null && senses.has(sense))?.iso ?? null;

const nameOrAdjective: ReadonlySet<Sense> = new Set(['NAME', 'ADJECTIVE']);
const seat: ReadonlySet<Sense> = new Set(['CAPITAL', 'SEAT']);

/** The country that a name or an adjective means; of several the one that news means most. @returns ISO 3166-1 alpha-2, or null */
export const countryOf = (text: string): string | null => isoOf(text, nameOrAdjective);

/** Whether a name is a medium's of the gazetteer. */
export const isKnownMedium = (name: string): boolean => meaningsOfText(name).some(({ kind }) => kind === 'MEDIUM');

/** Whether a word is what one of a country's people is called, be it an adjective as well: "Dane", "Australian". */
export const isOneOfCountry = (text: string): boolean => meaningsOfText(text).some(({ sense }) => sense === 'PERSON');

/**
 * The country that a capital or a seat of government stands for when it speaks: "Beijing said". Not where the name is
 * as well another place's or a person's ("Hamilton"). @returns ISO 3166-1 alpha-2, or null
 */
export function countryOfSeat(text: string): string | null {
  return meaningsOfText(text).find(({ sense, isAmbiguous }) => seat.has(sense) && !isAmbiguous)?.iso ?? null;
}
