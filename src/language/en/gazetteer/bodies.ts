import { meaningsOfText } from './index.js';
import { media, organizations } from './organizations.js';

/** An organisation or a medium that the gazetteer knows. */
export interface KnownBody {
  /** Its common name. */
  readonly name: string;
  /** Null where it could not be checked. */
  readonly wikidata: string | null;
  /** ISO 3166-1 alpha-2 of a medium; null for an international organisation. */
  readonly country: string | null;
}

const countryOfMedium = new Map(media.map(({ names, country }) => [names[0].text, country]));
const namesOfBodies = new Set([...organizations, ...media].map(({ names }) => names[0].text));

/**
 * The organisation or medium that a whole name means: "WHO" is the World Health Organization. Not where the name also
 * means something else ("Amnesty", "The Times"), but the first name of a row always.
 * Known failure: "Health Canada" style names that hold a known acronym; only the whole name counts.
 */
export function bodyOf(name: string): KnownBody | null {
  const found = meaningsOfText(name).filter(({ kind }) => kind !== 'COUNTRY');
  const meaning = found.find(({ isAmbiguous, name: common }) => !isAmbiguous || common === name);
  if (!meaning || !namesOfBodies.has(meaning.name)) return null;
  return { name: meaning.name, wikidata: meaning.wikidata, country: countryOfMedium.get(meaning.name) ?? null };
}
