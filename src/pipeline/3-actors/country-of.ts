import { countries, lengthOf, lookUp, meaningsOf } from '../../language/en/gazetteer/index.js';

/** Words before a role that say nothing of whose it is. */
const fillers = new Set(
  'the a an former then acting interim new current outgoing incoming late ex long-time longtime senior deputy vice top veteran'.split(
    ' ',
  ),
);

/** Who holds these is of the country, also where only its name stands before them: "Iran foreign minister". */
const stateOffice =
  /^(?:president|prime|premier|chancellor|king|queen|emperor|emir|sultan|minister|ministers|ministry|government|parliament|senate|cabinet|army|navy|military|embassy|ambassador|supreme|secretary|attorney|congressman|senator|lawmaker|police|central|treasury|foreign|defence|defense|interior|finance|health|coach|captain|international)$/;

/** Who is this of a country studies it, and need not be of it: "Russia analyst", "Chinese affairs editor". */
const watchers =
  /^(?:analyst|expert|experts|correspondent|specialist|scholar|researcher|watcher|editor|desk|affairs|studies|history|literature|envoy|director|program|programme|bureau)$/;

/** "British Columbia", "Indian Ocean": the adjective is part of another name. */
const otherNames = /^(?:columbia|ocean|sea|channel|peninsula|gulf|river|mexico|york|jersey|hampshire|zealand|england)$/;

/** Behind these "of" names the country: "president of France", "Bank of Japan". */
const ofCountry =
  /^(?:president|minister|premier|chancellor|king|queen|emperor|emir|sultan|government|parliament|senate|embassy|ambassador|bank|republic|army|navy|university|court|ministry|federation|affairs|justice|defence|defense|health|finance|interior)$/;

interface Found {
  readonly iso: string;
  readonly isAdjective: boolean;
  readonly end: number;
}

/** A country that begins at a word, where the words mean nothing else. */
function countryAt(words: readonly string[], index: number): Found | null {
  const found = lookUp(words, index);
  if (found === 0) return null;
  const end = index + lengthOf(found);
  const meanings = meaningsOf(found);
  const meaning = meanings.find(({ iso, sense }) => iso !== null && /^(?:NAME|PART|ADJECTIVE)$/.test(sense));
  if (!meaning?.iso || meaning.isAmbiguous || meanings.some(({ kind }) => kind !== 'COUNTRY')) return null;
  const isPossessive = /['’]s?$/.test(words[end - 1]!) || /^['’]s?$/.test(words[end] ?? '');
  return { iso: meaning.iso, isAdjective: isPossessive || meaning.sense === 'ADJECTIVE', end };
}

const plainWords = (text: string): string[] =>
  text
    .replace(/[,;()“”"]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
const lower = (word: string | undefined): string => (word ?? '').toLowerCase().replace(/['’]s?$/, '');

function countryOfWords(words: readonly string[]): string | null {
  let at = 0;
  while (at < words.length - 1 && fillers.has(words[at]!.toLowerCase())) at += 1;
  const first = countryAt(words, at);
  const rest = words.slice(first?.end ?? at).map(lower);
  if (first && !otherNames.test(rest[0] ?? '')) {
    const isWatched = rest.some((word) => watchers.test(word));
    if (first.isAdjective ? !isWatched : !isWatched && rest.some((word) => stateOffice.test(word))) return first.iso;
  }
  for (let index = 1; index < words.length - 1; index += 1) {
    if (words[index]!.toLowerCase() !== 'of' || !ofCountry.test(lower(words[index - 1]))) continue;
    const country = countryAt(words, words[index + 1]!.toLowerCase() === 'the' ? index + 2 : index + 1);
    if (country && !country.isAdjective) return country.iso;
  }
  return null;
}

/**
 * The country whose office a role is, or whose citizen its holder is said to be: "French president", "president of
 * France", "a Brazilian economist", "Ukraine's foreign minister".
 * Known failure: "Chinese ambassador to Peru" is China's, but "China ambassador" of another country is China's too.
 * @returns ISO 3166-1 alpha-2; null where the role says none, or only what its holder studies ("Russia analyst")
 */
export const countryOfRole = (role: string): string | null => countryOfWords(plainWords(role));

/**
 * The country of a body by its name: "Bank of Canada", "Chinese Academy of Sciences", "Ministry of Health of Peru".
 * Known failure: a firm that trades abroad under a country's name.
 * @returns ISO 3166-1 alpha-2, or null
 */
export const countryOfBody = (name: string): string | null => countryOfWords(plainWords(name));

const codes = new Set(countries.map(({ alpha2 }) => alpha2));

/** Whether a text is the ISO 3166-1 alpha-2 code of a country that the gazetteer has. */
export const isCountryCode = (text: string): boolean => codes.has(text);
