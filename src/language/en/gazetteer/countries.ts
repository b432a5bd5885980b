import { readAlias, readList, readRows, type Alias } from './aliases.js';
import { countriesTable } from './countries-table.js';

/** What one of a country's people is called, and several: "Briton", "Britons". */
interface People {
  readonly singular: Alias;
  readonly plural: Alias;
}

/** A capital or a seat of government, with its own Wikidata id where that was checked. */
interface Capital extends Alias {
  readonly wikidata: string | null;
}

/** A country or territory of ISO 3166-1, or Kosovo. */
interface Country {
  readonly alpha2: string;
  readonly alpha3: string;
  readonly wikidata: string;
  /** The common name first. */
  readonly names: readonly Alias[];
  readonly adjectives: readonly Alias[];
  readonly people: readonly People[];
  /** The capital first; then its other names, and seats of government that are no capital. */
  readonly capitals: readonly Capital[];
  /** What else stands for the government: "the Kremlin". */
  readonly seats: readonly Alias[];
}

function readCountry([alpha2, alpha3, wikidata, names, adjectives, people, capitals, seats]: string[]): Country {
  return {
    alpha2,
    alpha3,
    wikidata,
    names: readList(names).map(readAlias),
    adjectives: readList(adjectives).map(readAlias),
    people: readList(people).map((pair) => {
      const [singular, plural] = pair.split('/').map(readAlias);
      return { singular, plural };
    }),
    capitals: readList(capitals).map((capital) => {
      const [name, id] = capital.split('=');
      return { ...readAlias(name), wikidata: id ?? null };
    }),
    seats: readList(seats).map(readAlias),
  };
}

/** All of them, by alpha-2. */
export const countries: readonly Country[] = readRows(countriesTable, 8).map(readCountry);

const byAlpha2 = new Map(countries.map((country) => [country.alpha2, country]));

/** The common English name of a country. @param alpha2 ISO 3166-1; what is no code of one is given back as it is */
export const countryName = (alpha2: string): string => byAlpha2.get(alpha2)?.names[0].text ?? alpha2;
